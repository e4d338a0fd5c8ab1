using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What a producer asks of every order.</summary>
[Name("ProducerTerms")]
public sealed class ProducerTermsGraph
{
    private readonly Producer _producer;

    internal ProducerTermsGraph(Producer producer) => _producer = producer;

    /// <summary>Rises with every change of the producer's entry; a change says which one was seen.</summary>
    public int Version => _producer.Version;

    /// <summary>The least for which one order must buy; null where nothing is asked for.</summary>
    public MoneyGraph? SmallestOrder => _producer.SmallestOrder is { } least ? new(Money.Dong(least)) : null;
}

/// <summary>The least for which one order must buy of the producer.</summary>
[Name("SetSmallestOrderInput")]
public sealed class SetSmallestOrderInput
{
    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>In đồng, 1,000 to 1,000,000,000; null asks for nothing.</summary>
    public long? Amount { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>What is asked for now.</summary>
[Name("SetSmallestOrderPayload")]
public sealed class SetSmallestOrderPayload : Payload
{
    internal SetSmallestOrderPayload(IEnumerable<IProblem> problems, Ask ask, Producer? producer = null)
        : base(problems, ask) => Terms = producer is null ? null : new(producer);

    /// <summary>Null with problems.</summary>
    public ProducerTermsGraph? Terms { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Sets the least for which one order must buy of the producer. It holds for what is ordered from now on, and not for what a buyer takes in the place of a refused order.
    /// Sent again, it changes nothing. Problems: NOT_YET_VERIFIED, CHANGED_MEANWHILE, and OUT_OF_RANGE of the amount.
    /// </summary>
    public static async Task<SetSmallestOrderPayload> SetSmallestOrder(
        SetSmallestOrderInput input, StockKeeper keeper, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (keeper.Actor.ProducerId is not { } id)
        {
            return new([new NotYetVerified()], ask);
        }

        var now = clock.GetUtcNow();
        var wish = RequestKeys.WishOf(input.RequestKey, keeper.Actor.AccountId, nameof(SetSmallestOrder), new { id, input });
        if (await databases.OnceAsync(engine, wish, now, ChangeAsync, cancellationToken) is { } problem)
        {
            return new([problem], ask);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new([], ask, await db.ProducerAsync(id, cancellationToken));

        async Task<IProblem?> ChangeAsync(MarketplaceDb db)
        {
            if (await db.ProducerAsync(id, cancellationToken) is not { } producer)
            {
                return new NotYetVerified();
            }

            var before = producer.SmallestOrder;
            if (before == input.Amount)
            {
                return null;
            }

            if (input.Version != producer.Version)
            {
                return new ChangedMeanwhile(producer.Version);
            }

            if (producer.AskAtLeast(input.Amount).Failed(out var refused, out _))
            {
                return refused;
            }

            db.Note(keeper.Actor, "setSmallestOrder", ("Producer", id), now, new { amount = before }, new { amount = input.Amount });
            return null;
        }
    }
}
