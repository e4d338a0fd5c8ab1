using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;
using Marketplace.Tests.Search;
using static Marketplace.Tests.Search.SmallIndex;

namespace Marketplace.EngineTests.Search;

public abstract class FacetTests(SearchEngine engine) : EngineSuite(engine)
{
    [Fact]
    public async Task The_number_at_a_value_is_the_number_of_products_that_selecting_it_leaves()
    {
        foreach (var text in new[] { null, "kẹo dừa", "dua", "keoj duwaf", "rượu phú lễ", "4 sao" })
        {
            var page = await Seeded.FindAsync(SeededSearch.Query(text) with { WantFacets = true });
            foreach (var district in page.Facets.Single(facet => facet.Name == FacetNames.District).Values)
            {
                var narrowed = await Seeded.FindAsync(SeededSearch.Query(text) with { Filter = new ProductFilter { Districts = [district.Value] } });

                Assert.True(district.Count == narrowed.Total, $"{text} {district.Value}: {district.Count} is not {narrowed.Total}");
            }
        }
    }

    [Fact]
    public async Task Counts_ignore_their_own_selection_and_heed_the_others()
    {
        var filter = new ProductFilter { Districts = ["cho-lach"], Groups = ["food"] };
        var page = await Seeded.FindAsync(SeededSearch.Query(null) with { Filter = filter, WantFacets = true });
        var foodOnly = await Seeded.FindAsync(SeededSearch.Query(null) with { Filter = new ProductFilter { Groups = ["food"] }, WantFacets = true });

        Assert.Equal(
            Values(foodOnly, FacetNames.District).Select(value => (value.Value, value.Count)),
            Values(page, FacetNames.District).Select(value => (value.Value, value.Count)));
        Assert.Equal(page.Total, Values(page, FacetNames.Group).Single(value => value.Value == "food").Count);
    }

    [Fact]
    public async Task A_selected_value_is_listed_even_with_nothing_in_it()
    {
        var page = await Seeded.FindAsync(SeededSearch.Query("kẹo dừa") with { Filter = new ProductFilter { Districts = ["thanh-phu"], Stars = [2] }, WantFacets = true });

        Assert.Contains(new FacetCount("thanh-phu", 0, Selected: true), Values(page, FacetNames.District));
        Assert.Contains(new FacetCount("2", 0, Selected: true), Values(page, FacetNames.Stars));
    }

    [Fact]
    public async Task Stars_and_certified_follow_the_day_without_anything_being_written()
    {
        var index = await NewAsync();
        await index.PutAsync(Product(1, "Kẹo", new StarPeriod(3, Today.AddDays(-10), Today), new StarPeriod(4, Today.AddDays(1), Today.AddDays(1))), Product(2, "Mứt"));

        Assert.Equal("3", (await StarsOnAsync(Today)).Value);
        Assert.Equal("4", (await StarsOnAsync(Today.AddDays(1))).Value);
        Assert.Null(await StarsOnAsync(Today.AddDays(2)));
        Assert.Equal(1, (await index.FindAsync(Query() with { Filter = new ProductFilter { Certified = true } })).Total);
        Assert.Equal(2, (await index.FindAsync(Query() with { Filter = new ProductFilter { Certified = false }, Today = Today.AddDays(2) })).Total);

        async Task<FacetCount> StarsOnAsync(DateOnly day) =>
            Values(await index.FindAsync(Query() with { Today = day, WantFacets = true }), FacetNames.Stars).SingleOrDefault()!;
    }

    [Fact]
    public async Task Prices_fall_into_bands_and_ranges_include_their_ends()
    {
        var index = await NewAsync();
        long?[] prices = [0, 49_999, 50_000, 199_999, 1_000_000, 9_000_000, null];
        await index.PutAsync([.. prices.Select((price, i) => Product(i + 1, $"Kẹo {i}") with { PriceFrom = price })]);

        var all = await index.FindAsync(Query() with { WantFacets = true });
        var band = await index.FindAsync(Query() with { WantFacets = true, Filter = new ProductFilter { PriceMin = 1_000_000 } });

        Assert.Equal(
            [("0-49999", 2), ("50000-99999", 1), ("100000-199999", 1), ("1000000-", 2)],
            Values(all, FacetNames.Price).Select(value => (value.Value, value.Count)));
        Assert.Equal(2, band.Total);
        Assert.Contains(new FacetCount("1000000-", 2, Selected: true), Values(band, FacetNames.Price));
        Assert.Equal(2, (await index.FindAsync(Query() with { Filter = new ProductFilter { PriceMin = 49_999, PriceMax = 50_000 } })).Total);
    }

    [Fact]
    public async Task Every_filter_narrows_by_its_own_values_and_values_of_one_are_alternatives()
    {
        var index = await NewAsync();
        var maker = Id(900);
        await index.PutAsync(
            Product(1, "Một") with { DistrictCode = "a", ProducerKind = ProducerKind.Cooperative, Certifications = ["gi", "vietgap"], ProducerId = maker },
            Product(2, "Hai") with { DistrictCode = "b", GroupCode = "beverage", ExportMarkets = ["US"], CommuneCode = "x", Available = false });

        Assert.Equal(2, await CountAsync(new ProductFilter { Districts = ["a", "b"] }));
        Assert.Equal(1, await CountAsync(new ProductFilter { Districts = ["a"] }));
        Assert.Equal(0, await CountAsync(new ProductFilter { Districts = ["a"], Groups = ["beverage"] }));
        Assert.Equal(1, await CountAsync(new ProductFilter { ProducerKinds = [ProducerKind.Cooperative] }));
        Assert.Equal(1, await CountAsync(new ProductFilter { Certifications = ["gi"] }));
        Assert.Equal(1, await CountAsync(new ProductFilter { ProducerIds = [maker] }));
        Assert.Equal(1, await CountAsync(new ProductFilter { ExportMarkets = ["US", "EU"] }));
        Assert.Equal(1, await CountAsync(new ProductFilter { Communes = ["x"] }));
        Assert.Equal(1, await CountAsync(new ProductFilter { Available = true }));

        async Task<int?> CountAsync(ProductFilter filter) => (await index.FindAsync(Query() with { Filter = filter })).Total;
    }

    private static IReadOnlyList<FacetCount> Values(SearchPage page, string facet) => page.Facets.Single(counts => counts.Name == facet).Values;
}
