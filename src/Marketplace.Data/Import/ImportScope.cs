using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Import;

/// <summary>Everything that a record may refer to or replace, by the ids that files use.</summary>
internal sealed class ImportScope(MarketplaceDb db, DateTime now)
{
    public MarketplaceDb Db => db;

    /// <summary>The moment of the import, in UTC: one for all its records.</summary>
    public DateTime Now => now;

    public required Dictionary<string, LegalText> LegalTexts { get; init; }

    public required Dictionary<string, ProductGroup> Groups { get; init; }

    public required Dictionary<string, District> Districts { get; init; }

    public required Dictionary<string, Commune> Communes { get; init; }

    public required Dictionary<string, Producer> Producers { get; init; }

    public required Dictionary<string, Product> Products { get; init; }

    public static async Task<ImportScope> LoadAsync(MarketplaceDb db, TimeProvider clock, CancellationToken cancellationToken) => new(db, clock.GetUtcNow().UtcDateTime)
    {
        LegalTexts = await db.LegalTexts.ToDictionaryAsync(text => text.Code, cancellationToken),
        Groups = await db.ProductGroups.ToDictionaryAsync(group => group.Code, cancellationToken),
        Districts = await db.Districts.ToDictionaryAsync(district => district.Code, cancellationToken),
        Communes = await db.Communes.ToDictionaryAsync(commune => commune.Code, cancellationToken),
        Producers = await db.Producers.ToDictionaryAsync(producer => producer.Slug, cancellationToken),
        Products = await db.Products.IgnoreQueryFilters().ToDictionaryAsync(product => product.Slug, cancellationToken),
    };

    /// <summary>The object that the record is about: the one already known under the key, or a new one.</summary>
    public T Upsert<T>(Dictionary<string, T> known, string key, Func<T> create)
        where T : class
    {
        if (!known.TryGetValue(key, out var entity))
        {
            known[key] = entity = create();
            db.Add(entity);
        }

        return entity;
    }

    /// <summary>Checks that the record names a known thing; notes a fault otherwise.</summary>
    public static string? Reference<T>(ImportRecord record, string field, Dictionary<string, T> known)
    {
        var key = record.OptionalText(field, MarketplaceDb.SlugLength);
        if (key is not null && !known.ContainsKey(key))
        {
            record.Fault(field, $"Không có \"{key}\".", $"There is no \"{key}\".");
        }

        return key;
    }
}
