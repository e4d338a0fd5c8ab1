using System.Globalization;
using Marketplace.Core.Search;

namespace Marketplace.Search.Facets;

/// <summary>The facets and filters as they are written: "district:cho-lach". Stars are not among them, they depend on the day.</summary>
internal static class FacetFields
{
    public const string Producer = "producer";
    public const string Certified = "certified";
    public const string ExportMarket = "market";

    /// <summary>Every facet's place in a mask. Those up to <see cref="Counted"/> are counted, the others only filter.</summary>
    public static readonly string[] Names =
    [
        FacetNames.Group, FacetNames.Stars, FacetNames.District, FacetNames.ProducerKind, FacetNames.Certification, FacetNames.Price, FacetNames.Availability,
        FacetNames.Commune, Producer, Certified, ExportMarket,
    ];

    public const int Counted = 7;

    private static readonly long[] PriceSteps = [0, 50_000, 100_000, 200_000, 500_000, 1_000_000];

    /// <summary>Price bands as values: "0-49999" … "1000000-".</summary>
    public static readonly string[] PriceBands = [.. PriceSteps.Select((from, i) => i + 1 < PriceSteps.Length ? $"{from}-{PriceSteps[i + 1] - 1}" : $"{from}-")];

    public static int IndexOf(string facet) => Array.IndexOf(Names, facet);

    public static string Term(string facet, string value) => $"{facet}:{value}";

    /// <summary>Of a term, the facet and the value.</summary>
    public static (string Facet, string Value) Parts(string term)
    {
        var colon = term.IndexOf(':', StringComparison.Ordinal);
        return (term[..colon], term[(colon + 1)..]);
    }

    public static string BandOf(long price) => PriceBands[Math.Max(0, Array.FindLastIndex(PriceSteps, from => from <= price))];

    /// <summary>Whether a price range is exactly that band.</summary>
    public static bool IsBand(string band, long? from, long? to)
    {
        var ends = band.Split('-');
        return (from ?? 0) == long.Parse(ends[0], CultureInfo.InvariantCulture) && to == (ends[1].Length == 0 ? null : long.Parse(ends[1], CultureInfo.InvariantCulture));
    }

    public static IEnumerable<string> Of(ProductDocument product)
    {
        yield return Term(FacetNames.Group, product.GroupCode);
        yield return Term(FacetNames.Availability, product.Available ? "true" : "false");
        if (product.DistrictCode is { } district)
        {
            yield return Term(FacetNames.District, district);
        }

        if (product.CommuneCode is { } commune)
        {
            yield return Term(FacetNames.Commune, commune);
        }

        if (product.ProducerId is { } producer)
        {
            yield return Term(Producer, producer.ToString("N"));
        }

        if (product.ProducerKind is { } kind)
        {
            yield return Term(FacetNames.ProducerKind, kind.ToString());
        }

        if (product.PriceFrom is { } price)
        {
            yield return Term(FacetNames.Price, BandOf(price));
        }

        foreach (var certification in product.Certifications.Distinct())
        {
            yield return Term(FacetNames.Certification, certification);
        }

        foreach (var market in product.ExportMarkets.Distinct())
        {
            yield return Term(ExportMarket, market);
        }
    }
}
