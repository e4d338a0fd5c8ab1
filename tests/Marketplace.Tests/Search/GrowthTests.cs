using Lucene.Net.Index;
using Lucene.Net.Store;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Lucene;
using Marketplace.Search.Reading;

namespace Marketplace.Tests.Search;

/// <summary>What does not find more among ten times as many products does not work more. Counted, not timed.</summary>
public sealed class GrowthTests
{
    private const int Few = 400;
    private const int Many = 4_000;
    private const int OfOneMaker = 12;

    [Fact]
    public void A_brand_is_as_much_work_among_ten_times_as_many_products()
    {
        using var few = Filled(Few);
        using var many = Filled(Many);

        var (small, large) = (Find(few, "nhãn7"), Find(many, "nhãn7"));

        Assert.Equal(OfOneMaker, small.Total);
        Assert.Equal((small.Total, small.Looked), (large.Total, large.Looked));
        Assert.True(large.Looked <= OfOneMaker, $"{large.Looked} products were looked at");
    }

    [Fact]
    public void A_makers_list_looks_at_that_makers_products_only()
    {
        using var many = Filled(Many);

        var list = Find(many, text: null, new ProductFilter { ProducerIds = [MakerOf(7 * OfOneMaker)] });

        Assert.Equal((OfOneMaker, OfOneMaker), (list.Total, list.Looked));
    }

    [Fact]
    public void Counting_facets_keeps_no_number_for_each_maker()
    {
        using var few = Filled(Few);
        using var many = Filled(Many);

        Assert.Equal(ColumnsOf(few).Values.Order(), ColumnsOf(many).Values.Order());
    }

    [Fact]
    public void Everything_is_counted_once_until_products_go_or_the_day_ends()
    {
        var directory = new RAMDirectory();
        Write(directory, Few);
        using var before = DirectoryReader.Open(directory);
        var (whole, counts) = (Find(before, text: null), CountsOf(before, SmallIndex.Today));
        using (var writer = LiveVersion.Write(directory, OpenMode.APPEND))
        {
            writer.DeleteDocuments(new Term(DocumentFields.Key, DocumentFields.KeyOf(SmallIndex.Id(7))));
            writer.Commit();
        }

        using var after = DirectoryReader.OpenIfChanged(before);

        Assert.Same(counts, CountsOf(before, SmallIndex.Today));
        Assert.NotSame(counts, CountsOf(before, SmallIndex.Today.AddDays(1)));
        Assert.Equal((Few, Few - 1), (whole.Total, Find(after, text: null).Total));
        Assert.Equal(CountOf(whole, "d7") - 1, CountOf(Find(after, text: null), "d7"));
    }

    [Fact]
    public void Who_browses_while_everything_is_being_counted_for_another_is_told_no_half_of_it()
    {
        var directory = new RAMDirectory();
        Write(directory, Many);
        for (var round = 0; round < 20; round++)
        {
            // A reader opened anew has counted nothing yet.
            using var reader = DirectoryReader.Open(directory);

            var totals = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(16).Select(_ => Find(reader, text: null).Total).ToList();

            Assert.All(totals, total => Assert.Equal(Many, total));
        }
    }

    private static CountsOfAll CountsOf(DirectoryReader reader, DateOnly day)
    {
        var segment = Assert.Single(reader.Leaves).AtomicReader;
        return SegmentColumns.Of(segment).CountAll(segment, day);
    }

    private static int CountOf(SearchAttempt found, string district) =>
        found.Facets.Single(facet => facet.Name == FacetNames.District).Values.Single(value => value.Value == district).Count;

    private static SearchAttempt Find(DirectoryReader reader, string? text, ProductFilter? filter = null)
    {
        var query = SmallIndex.Query(text) with { WantFacets = true, Filter = filter ?? ProductFilter.None };
        var reading = QueryReader.Read(text, query.Vocabulary, understand: true);
        var clauses = ClauseList.Of(reading, marked: true);
        return new SearchAttempt(reader.Leaves, query, new Attempt(reading, clauses, KindOfThing.Unknown, clauses.Count), TestContext.Current.CancellationToken).Run();
    }

    private static SegmentColumns ColumnsOf(DirectoryReader reader) => SegmentColumns.Of(Assert.Single(reader.Leaves).AtomicReader);

    private static DirectoryReader Filled(int products)
    {
        var directory = new RAMDirectory();
        Write(directory, products);
        return DirectoryReader.Open(directory);
    }

    private static void Write(RAMDirectory directory, int products)
    {
        using var writer = LiveVersion.Write(directory, OpenMode.CREATE);
        for (var number = 0; number < products; number++)
        {
            writer.AddDocument(DocumentFields.Of(Product(number)));
        }

        writer.ForceMerge(1);
        writer.Commit();
    }

    private static ProductDocument Product(int number) => SmallIndex.Product(number, $"Kẹo dừa nhãn{number / OfOneMaker}") with
    {
        ProducerId = MakerOf(number),
        ProducerName = new LocalizedText($"Cơ sở {number / OfOneMaker}"),
        DistrictCode = $"d{number % 8}",
        PriceFrom = 10_000 * (number % 90),
    };

    private static Guid MakerOf(int number) => SmallIndex.Id(1_000_000 + (number / OfOneMaker));
}
