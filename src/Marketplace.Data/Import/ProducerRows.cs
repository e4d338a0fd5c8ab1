using Marketplace.Core.Catalogue;

namespace Marketplace.Data.Import;

/// <summary>Producers, and how a record says where it is.</summary>
internal static class ProducerRows
{
    private static readonly IReadOnlyDictionary<string, ProducerKind> Kinds = new Dictionary<string, ProducerKind>
    {
        ["cooperative"] = ProducerKind.Cooperative,
        ["cooperative-group"] = ProducerKind.CooperativeGroup,
        ["enterprise"] = ProducerKind.Enterprise,
        ["household"] = ProducerKind.Household,
    };

    public static void Producer(ImportRecord record, ImportScope scope, Func<bool> sound)
    {
        var slug = record.Slug("id", MarketplaceDb.SlugLength);
        var name = record.Localized("name", MarketplaceDb.NameLength);
        var kind = record.Choice("kind", Kinds);
        var makes = record.OptionalLocalized("makes", MarketplaceDb.TextLength);
        var sources = record.Texts("sources", MarketplaceDb.TextLength);
        var (district, commune) = Place(record, scope);
        if (!sound())
        {
            return;
        }

        var producer = scope.Upsert(scope.Producers, slug, () => new Producer { Id = Guid.CreateVersion7(new DateTimeOffset(scope.Now)), Slug = slug, Name = name, Kind = kind });
        producer.Rename(name);
        (producer.Kind, producer.Makes, producer.Sources) = (kind, makes, sources);
        (producer.DistrictCode, producer.CommuneCode) = (district, commune);
    }

    /// <summary>District and commune of a record; the commune must lie in the district.</summary>
    public static (string? District, string? Commune) Place(ImportRecord record, ImportScope scope)
    {
        var district = ImportScope.Reference(record, "district", scope.Districts);
        var commune = ImportScope.Reference(record, "communeId", scope.Communes);
        if (commune is not null && scope.Communes.TryGetValue(commune, out var unit) && unit.DistrictCode is { } of && district is not null && of != district)
        {
            record.Fault("communeId", $"\"{commune}\" thuộc \"{of}\", không thuộc \"{district}\".", $"\"{commune}\" lies in \"{of}\", not in \"{district}\".");
        }

        return (district, commune);
    }
}
