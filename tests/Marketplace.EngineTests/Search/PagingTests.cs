using Marketplace.Core.Search;
using Marketplace.Tests.Search;
using static Marketplace.Tests.Search.SmallIndex;

namespace Marketplace.EngineTests.Search;

public abstract class PagingTests(SearchEngine engine) : FreshSuite(engine)
{
    public static TheoryData<ProductSort> Sorts => [.. Enum.GetValues<ProductSort>()];

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Pages_of_every_order_put_together_are_the_whole_in_both_directions(ProductSort sort)
    {
        await FillAsync(new Random(1), 60);
        var whole = (await Index.FindAsync(Query("kẹo", 100, sort))).Hits.Select(hit => hit.ProductId).ToList();

        var forwards = await WalkAsync(Query("kẹo", 7, sort));
        var backwards = await WalkAsync(Query("kẹo", 7, sort) with { Page = new PageRequest(7, Backwards: true) });

        Assert.Equal(60, whole.Count);
        Assert.Equal(whole, forwards);
        Assert.Equal(whole, backwards);
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task While_theIndex_changes_no_product_that_stays_is_skipped_or_repeated(ProductSort sort)
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var random = new Random(seed);
            var index = await NewAsync();
            var there = Enumerable.Range(1, 80).Select(number => Kept(number, random)).ToList();
            await index.PutAsync([.. there]);
            var gone = new HashSet<Guid>();
            var seen = new List<Guid>();
            string? cursor = null;
            for (var (page, next) = (0, true); next; page++)
            {
                var found = await index.FindAsync(Query("kẹo", 9, sort) with { Page = new PageRequest(9, cursor) });
                seen.AddRange(found.Hits.Select(hit => hit.ProductId));
                (cursor, next) = (found.Hits is [.., var end] ? end.Cursor : cursor, found.HasNext);

                // The product at the cursor may itself be among those removed.
                var removed = there[random.Next(there.Count)].Id;
                var last = found.Hits is [.., var atCursor] ? atCursor.ProductId : removed;
                gone.UnionWith([removed, last]);
                await index.ApplyAsync(
                    new IndexBatch(
                        [new(removed, null, page + 2), new(last, null, page + 2), Upsert(Kept(1000 + (page * 2), random)), Upsert(Kept(1001 + (page * 2), random))],
                        page),
                    TestContext.Current.CancellationToken);
            }

            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Superset(there.Select(product => product.Id).Except(gone).ToHashSet(), seen.ToHashSet());
        }
    }

    [Fact]
    public async Task Next_and_previous_are_told_on_every_page()
    {
        await FillAsync(new Random(2), 25);

        var first = await Index.FindAsync(Query("kẹo", 10));
        var second = await Index.FindAsync(Query("kẹo", 10) with { Page = new PageRequest(10, first.Hits[^1].Cursor) });
        var third = await Index.FindAsync(Query("kẹo", 10) with { Page = new PageRequest(10, second.Hits[^1].Cursor) });
        var back = await Index.FindAsync(Query("kẹo", 10) with { Page = new PageRequest(10, third.Hits[0].Cursor, Backwards: true) });

        Assert.Equal([(false, true), (true, true), (true, false), (true, true)], new[] { first, second, third, back }.Select(page => (page.HasPrevious, page.HasNext)));
        Assert.Equal(second.Hits.Select(hit => hit.ProductId), back.Hits.Select(hit => hit.ProductId));
        Assert.All([first, second, third], page => Assert.Equal(25, page.Total));
    }

    [Fact]
    public async Task Products_without_a_price_come_last_in_both_price_orders()
    {
        await Index.PutAsync(Product(1, "Kẹo a"), Product(2, "Kẹo b") with { PriceFrom = 20 }, Product(3, "Kẹo c") with { PriceFrom = 10 });

        var cheap = await Index.FindAsync(Query(sort: ProductSort.PriceAsc));
        var dear = await Index.FindAsync(Query(sort: ProductSort.PriceDesc));

        Assert.Equal([Id(3), Id(2), Id(1)], cheap.Hits.Select(hit => hit.ProductId));
        Assert.Equal([Id(2), Id(3), Id(1)], dear.Hits.Select(hit => hit.ProductId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not a cursor")]
    [InlineData("AQAAAAAAAAAAAA")]
    [InlineData("////////////////////////////////////")]
    [InlineData("\uD83E")]
    public async Task A_cursor_that_was_not_made_here_is_refused(string cursor)
    {
        await FillAsync(new Random(3), 3);

        await Assert.ThrowsAsync<InvalidCursorException>(() => Index.FindAsync(Query() with { Page = new PageRequest(5, cursor) }));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        await FillAsync(new Random(4), 3);
        var byName = await Index.FindAsync(Query(sort: ProductSort.Name));

        await Assert.ThrowsAsync<InvalidCursorException>(() => Index.FindAsync(Query(sort: ProductSort.Newest) with { Page = new PageRequest(5, byName.Hits[0].Cursor) }));
    }

    private static ProductDocument Kept(int number, Random random) => Product(number, $"Kẹo {"dừa gừng chuối mè"[(random.Next(4) * 4)..][..3]} {random.Next(5)}") with
    {
        PriceFrom = random.Next(3) == 0 ? null : random.Next(5) * 10_000,
        Stars = random.Next(2) == 0 ? [] : [new StarPeriod(random.Next(3, 6), Today, Today)],
    };

    private async Task FillAsync(Random random, int count)
    {
        // Several commits make several segments.
        foreach (var part in Enumerable.Range(1, count).Select(number => Kept(number, random)).Chunk(11))
        {
            await Index.PutAsync([.. part]);
        }
    }

    private async Task<List<Guid>> WalkAsync(SearchQuery query)
    {
        var seen = new List<Guid>();
        while (true)
        {
            var page = await Index.FindAsync(query);
            seen.InsertRange(query.Page.Backwards ? 0 : seen.Count, page.Hits.Select(hit => hit.ProductId));
            if (!(query.Page.Backwards ? page.HasPrevious : page.HasNext))
            {
                return seen;
            }

            query = query with { Page = query.Page with { Cursor = (query.Page.Backwards ? page.Hits[0] : page.Hits[^1]).Cursor } };
        }
    }
}
