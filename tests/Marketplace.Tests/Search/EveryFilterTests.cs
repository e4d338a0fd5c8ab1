using CsCheck;
using Marketplace.Core.Search;
using Marketplace.Search.Facets;

namespace Marketplace.Tests.Search;

/// <summary>The index walks through columns and postings; what it finds and counts is what looking at every product would.</summary>
public sealed class EveryFilterTests(SeededSearch search) : IClassFixture<SeededSearch>
{
    private static readonly IReadOnlyList<ProductDocument> Products = SeedDocuments.Products;

    private static readonly Gen<ProductFilter> Filters =
        from groups in Some(product => product.GroupCode)
        from stars in Gen.Int[2, 5].List[0, 2]
        from districts in Some(product => product.DistrictCode)
        from communes in Some(product => product.CommuneCode)
        from producers in Some(product => product.ProducerId?.ToString())
        from markets in Gen.Frequency((3, Gen.Const(new List<string>())), (1, AnyOf("US", "EU", "CN", "XX").List[1, 2]))
        from certified in AnyOf<bool?>(null, null, null, true, false)
        from available in AnyOf<bool?>(null, null, true, false)
        from most in AnyOf<long?>(null, null, 49_999, 199_999)
        select new ProductFilter
        {
            Groups = groups,
            Stars = stars,
            Districts = districts,
            Communes = communes,
            ProducerIds = [.. producers.Select(Guid.Parse)],
            ExportMarkets = markets,
            Certified = certified,
            Available = available,
            PriceMax = most,
        };

    [Fact]
    public async Task Browsing_with_any_filter_finds_and_counts_what_looking_at_every_product_does() =>
        await Filters.SampleAsync(async filter =>
        {
            var page = await search.FindAsync(SeededSearch.Query(null, 100) with { Filter = filter, WantFacets = true });

            ProductDocument[] found = [.. Products.Where(product => Failed(product, filter).Count == 0)];
            Assert.Equal(found.Length, page.Total);
            Assert.Equal(Math.Min(found.Length, 100), page.Hits.Count);
            Assert.Subset(found.Select(product => product.Id).ToHashSet(), page.Hits.Select(hit => hit.ProductId).ToHashSet());
            Assert.Equal(Counts(filter, FacetNames.Group, product => product.GroupCode), Shown(page, FacetNames.Group));
            Assert.Equal(Counts(filter, FacetNames.District, product => product.DistrictCode), Shown(page, FacetNames.District));
            Assert.Equal(Counts(filter, FacetNames.Stars, product => StarsOf(product) is > 0 and var stars ? $"{stars}" : null), Shown(page, FacetNames.Stars));
        }, iter: 300, threads: 1);

    private static List<string> Failed(ProductDocument product, ProductFilter filter)
    {
        List<string> failed = [];
        Need(FacetNames.Group, filter.Groups.Count == 0 || filter.Groups.Contains(product.GroupCode));
        Need(FacetNames.Stars, filter.Stars.Count == 0 || filter.Stars.Contains(StarsOf(product)));
        Need(FacetNames.District, filter.Districts.Count == 0 || filter.Districts.Contains(product.DistrictCode));
        Need(FacetNames.Commune, filter.Communes.Count == 0 || filter.Communes.Contains(product.CommuneCode));
        Need(FacetFields.Producer, filter.ProducerIds.Count == 0 || (product.ProducerId is { } id && filter.ProducerIds.Contains(id)));
        Need(FacetFields.ExportMarket, filter.ExportMarkets.Count == 0 || filter.ExportMarkets.Intersect(product.ExportMarkets).Any());
        Need(FacetFields.Certified, filter.Certified is null || filter.Certified == StarsOf(product) > 0);
        Need(FacetNames.Availability, filter.Available is null || filter.Available == product.Available);
        Need(FacetNames.Price, filter.PriceMax is null || product.PriceFrom <= filter.PriceMax);
        return failed;

        void Need(string facet, bool isMet)
        {
            if (!isMet)
            {
                failed.Add(facet);
            }
        }
    }

    private static List<(string, int)> Counts(ProductFilter filter, string facet, Func<ProductDocument, string?> valueOf) =>
    [
        .. Products.Where(product => valueOf(product) is not null && Failed(product, filter).TrueForAll(failed => failed == facet))
            .CountBy(product => valueOf(product)!).Select(count => (count.Key, count.Value)).Order(),
    ];

    private static List<(string, int)> Shown(SearchPage page, string facet) =>
        [.. page.Facets.Single(counts => counts.Name == facet).Values.Where(value => value.Count > 0).Select(value => (value.Value, value.Count)).Order()];

    private static int StarsOf(ProductDocument product) => product.Stars.FirstOrDefault(period => period.Holds(SeedDocuments.Today)).Stars;

    /// <summary>Mostly nothing, else one or two values that products have.</summary>
    private static Gen<List<string>> Some(Func<ProductDocument, string?> valueOf) => Gen.Frequency(
        (3, Gen.Const(new List<string>())),
        (1, AnyOf([.. Products.Select(valueOf).OfType<string>().Distinct()]).List[1, 2]));

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
