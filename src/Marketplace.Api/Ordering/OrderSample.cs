using System.Text.Json;
using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Ordering;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Samples of one offer; prices are the producer's to say.</summary>
[Name("OrderSampleInput")]
public sealed class OrderSampleInput
{
    /// <summary>The offer's id.</summary>
    [Id]
    public required string Offer { get; init; }

    /// <summary>Units, from 1 to as many as are left to the organisation.</summary>
    public required int Quantity { get; init; }

    /// <summary>Who gets the goods, and where.</summary>
    public required RecipientInput Recipient { get; init; }

    /// <summary>How it is paid.</summary>
    public required PaymentMethod Method { get; init; }

    /// <summary>The buyer's own number for the order, up to 64 characters.</summary>
    public string? Reference { get; init; }

    /// <summary>For the producer to read, up to 1,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The total that the buyer was shown, in đồng: another one is refused, with the one of now.</summary>
    public required long ExpectedTotal { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same key places the order once, however often it is sent.</summary>
    public required string RequestKey { get; init; }
}

/// <summary>Samples that a producer offers.</summary>
[Name("SampleOffer")]
public sealed class SampleOfferGraph
{
    private readonly Goods _goods;

    internal SampleOfferGraph(Goods goods, int? left) => (_goods, Left) = (goods, left);

    /// <summary>The offer's id; orderSample takes it.</summary>
    [Id]
    public string Offer => GlobalId.Encode("Offer", _goods.Offer.Id);

    /// <summary>Of one unit.</summary>
    public MoneyGraph UnitPrice => new(new Core.Money(_goods.Offer.Sample!.UnitPrice, _goods.Offer.Currency));

    /// <summary>Units that one organisation may order within 180 days, 1 to 10.</summary>
    public int Most => _goods.Offer.Sample!.Most;

    /// <summary>Of them, those that the organisation of whoever asks may still order; null for everybody who does not buy for one.</summary>
    public int? Left { get; }

    /// <summary>Made up for demonstration: nobody sends it.</summary>
    public bool Demonstration => _goods.Offer.IsDemonstration;

    /// <summary>The product's name, in the reader's language.</summary>
    public string Name(Ask ask) => _goods.Product.Name.In(ask.Language);

    /// <summary>What one unit is, in the reader's language.</summary>
    public string Pack(Ask ask) => _goods.Offer.Pack.In(ask.Language);

    /// <summary>What is counted, in the reader's language.</summary>
    public string Unit(Ask ask) => _goods.Offer.Unit.In(ask.Language);

    /// <summary>Who makes it, in the reader's language.</summary>
    public string ProducerName(Ask ask) => _goods.Producer!.Name.In(ask.Language);

    /// <summary>The product as the catalogue shows it.</summary>
    public async Task<ProductGraph?> Product([FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        (await catalogue.ProductsAsync([_goods.Product.Id], cancellationToken)).FirstOrDefault();
}

public sealed partial class Query
{
    /// <summary>The samples of an offer; null where its producer offers none, or sells it no more.</summary>
    [Cost(10)]
    public static async Task<SampleOfferGraph?> SampleOffer(
        [Id] string offer, Buyer buyer, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!GlobalId.TryDecode(offer, "Offer", out var id)
            || !(await db.GoodsAsync([id], buyer: null, ask.Today, cancellationToken)).TryGetValue(id, out var goods) || !goods.IsSold || goods.Offer.Sample is not { } sample)
        {
            return null;
        }

        int? left = buyer.Actor is { } company ? Math.Max(0, sample.Most - await SampleOrders.OrderedAsync(db, company.OrganisationId, id, clock.GetUtcNow().UtcDateTime, cancellationToken)) : null;
        return new(goods, left);
    }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Orders samples of one offer for an organisation that buys. It is an order like any other, whose line is priced as a sample; neither the offer's quantity rule nor its
    /// producer's minimum holds. Problems: NO_SAMPLES, TOO_MANY_SAMPLES, OVER_ORDER_LIMIT, NOTHING_THERE, NOT_ON_SALE, INSUFFICIENT_STOCK, TOTAL_CHANGED, NO_TERMS, KEY_USED_BEFORE, and of
    /// each field MISSING, TOO_LONG, UNREADABLE, UNKNOWN.
    /// </summary>
    [Cost(50)]
    public static Task<PlaceOrderPayload> OrderSample(
        OrderSampleInput input, CompanyPurchaser purchaser, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<SampleOrders>().PlaceAsync(input, purchaser, ask, cancellationToken);
}

/// <summary>How samples are ordered: as everything is, from a wish of their own.</summary>
internal sealed class SampleOrders(OrderPlacing placing, TimeProvider clock)
{
    public async Task<PlaceOrderPayload> PlaceAsync(OrderSampleInput input, CompanyPurchaser purchaser, Ask ask, CancellationToken cancellationToken)
    {
        RequestKeys.Check(input.RequestKey);
        var id = RequestKeys.IdOf(input.RequestKey, purchaser.Buyer.CartId!.Value, nameof(Mutation.OrderSample), clock.GetUtcNow());
        var names = new OrderNames(id, Secrets.HashOf(Secrets.New()), Secrets.HashOf(JsonSerializer.Serialize(input)));
        return new(await placing.PlaceAsync(new SampleSource(input, names, purchaser, ask), ask, cancellationToken), purchaser.Buyer, ask);
    }

    /// <summary>Units that the organisation has ordered as samples within the days that count.</summary>
    public static Task<int> OrderedAsync(MarketplaceDb db, Guid organisation, Guid offerId, DateTime now, CancellationToken cancellationToken) =>
        db.SamplesOrderedAsync(organisation, offerId, now.AddDays(-SampleTerms.Days), cancellationToken);
}
