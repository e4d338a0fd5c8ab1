using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Benchmarks;

/// <summary>The shipped catalogue, read before anything is added to it.</summary>
internal sealed record Originals(IReadOnlyList<ListedProduct> Products, IReadOnlyList<Producer> Producers, IReadOnlyList<District> Districts, IReadOnlyList<LegalText> LegalTexts)
{
    public static async Task<Originals> ReadAsync(IDbContextFactory<MarketplaceDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync();
        return new Originals(
            [.. (await db.ListedProductsAfterAsync(after: null, 1000, CancellationToken.None)).OrderBy(listed => listed.Product.Slug, StringComparer.Ordinal)],
            [.. (await db.ProducersAfterAsync(after: null, 1000, CancellationToken.None)).OrderBy(producer => producer.Slug, StringComparer.Ordinal)],
            await db.Districts.AsNoTracking().OrderBy(district => district.Code).ToListAsync(),
            await db.LegalTexts.AsNoTracking().OrderBy(text => text.Code).ToListAsync());
    }
}
