using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.E2E.Buying;

/// <summary>Packs that a test buys: each from another producer, with prices that it knows, and enough of them.</summary>
internal sealed record Pack(Guid Id, string Sku, string Product, string Producer)
{
    public string GlobalId { get; } = Marketplace.Api.GlobalId.Encode("Offer", Id);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>So many packs, one at 1,000 đồng and 900 from ten on; those that come first are for other tests.</summary>
    /// <param name="free">Units that nobody has been promised, whatever other tests have ordered.</param>
    public static async Task<IReadOnlyList<Pack>> ManyAsync(Site site, int skip, int count, int free = 500)
    {
        await using var db = await DbAsync(site);
        // What pages show as sold comes from the shipped data: only such packs have a button.
        var sold = await db.Offers.Where(offer => offer.OnSale && offer.Stock > 0)
            .Join(db.Products.Where(product => product.ProducerId != null), offer => offer.ProductId, product => product.Id, (offer, product) => new { Offer = offer, product.Slug, product.ProducerId })
            .OrderBy(one => one.Offer.Sku).ToListAsync(Stop);
        List<Pack> packs = [];
        foreach (var one in sold.DistinctBy(one => one.ProducerId).Skip(skip).Take(count))
        {
            Price(one.Offer, 1_000, free);
            packs.Add(new(one.Offer.Id, one.Offer.Sku, one.Slug, await db.Producers.Where(producer => producer.Id == one.ProducerId).Select(producer => producer.Slug).SingleAsync(Stop)));
        }

        await db.SaveChangesAsync(Stop);
        return packs;
    }

    /// <summary>Another price, or other units that nobody has been promised, from now on.</summary>
    public async Task ChangeAsync(Site site, long price, int free = 500)
    {
        await using var db = await DbAsync(site);
        Price(await db.Offers.SingleAsync(offer => offer.Id == Id, Stop), price, free);
        await db.SaveChangesAsync(Stop);
    }

    /// <summary>Puts the pack into the cart from its product's page, so many of it.</summary>
    public async Task PutInAsync(Visit visit, string quantity)
    {
        await visit.OpenAsync($"/san-pham/{Product}");
        var offer = visit.Page.Locator($"article#{Sku}");
        await offer.Locator("input[name=qty]").FillAsync(quantity);
        await offer.Locator("button[name=offer]").ClickAsync();
        await visit.TakenOverAsync();
    }

    private static void Price(Offer offer, long price, int free) => Assert.False(
        offer.Change(new OfferTerms { QuantityRule = new(1, 1, null), PriceTiers = [new(1, price), new(10, price * 9 / 10)], Stock = offer.Reserved + free, LeadTimeDays = 2 }).Failed(out _, out _));

    private static async Task<MarketplaceDb> DbAsync(Site site) => await site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
}
