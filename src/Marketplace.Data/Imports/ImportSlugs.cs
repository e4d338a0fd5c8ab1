using Marketplace.Core.Listings;

namespace Marketplace.Data.Imports;

/// <summary>Free slugs for many new listings at once.</summary>
public static class ImportSlugs
{
    private const int Tried = 50;

    /// <summary>One for each, as <see cref="Marketplace.Data.Listings.ListingQueries.FreeSlugAsync"/> would find it. Four statements at most, however many they are.</summary>
    /// <param name="wanted">Ids of the new listings, and the slugs of their names.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> FreeSlugsAsync(this MarketplaceDb db, IReadOnlyList<(Guid Id, string Slug)> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var first = await db.TakenSlugsAsync([.. wanted.Select(one => one.Slug).Distinct(StringComparer.Ordinal)], cancellationToken);
        HashSet<string> used = [.. first];
        string[] crowded = [.. wanted.GroupBy(one => one.Slug, StringComparer.Ordinal).Where(same => first.Contains(same.Key) || same.Count() > 1).Select(same => same.Key)];
        if (crowded.Length > 0)
        {
            used.UnionWith(await db.TakenSlugsAsync([.. crowded.SelectMany(slug => Slug.Candidates(slug, Tried))], cancellationToken));
        }

        return wanted.ToDictionary(one => one.Id, one =>
        {
            var free = Slug.Candidates(one.Slug, Tried).FirstOrDefault(candidate => !used.Contains(candidate)) ?? $"{one.Slug}-{one.Id.ToString("N")[^7..]}";
            used.Add(free);
            return free;
        });
    }
}
