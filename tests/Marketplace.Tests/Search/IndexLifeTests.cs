using Marketplace.Core.Search;
using Marketplace.Search.Lucene;
using static Marketplace.Tests.Search.SmallIndex;

namespace Marketplace.Tests.Search;

/// <summary>An index on disk from its making to its replacement, and what may go wrong on the way.</summary>
public sealed class IndexLifeTests : IDisposable
{
    private static readonly IComparer<IndexEntry> ById = Comparer<IndexEntry>.Create((one, other) => one.Id.CompareTo(other.Id));

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "marketplace-index-" + Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Before_the_first_build_the_index_is_missing_and_finds_nothing()
    {
        using var index = new LuceneIndex(_folder);

        Assert.Equal(IndexState.Missing, (await index.StatusAsync()).State);
        Assert.Empty((await index.FindAsync("kẹo")).Hits);
    }

    [Fact]
    public void An_index_on_disk_is_not_mapped_so_that_searches_leave_no_handles_behind()
    {
        using var directory = new VersionsOnDisk(_folder).Open(1);

        Assert.IsNotType<Lucene.Net.Store.MMapDirectory>(directory);
    }

    [Fact]
    public async Task What_was_applied_is_found_at_once_and_after_a_restart()
    {
        using (var index = new LuceneIndex(_folder))
        {
            await index.ApplyAsync(new IndexBatch([Upsert(Product(1, "Kẹo")), Upsert(Product(2, "Mứt"))], 7), TestContext.Current.CancellationToken);
            await index.ApplyAsync(new IndexBatch([new IndexChange(Id(2), null, Version: 2), Upsert(Product(1, "Kẹo dừa"))], 9), TestContext.Current.CancellationToken);

            Assert.Equal(1, (await index.FindAsync("kẹo dừa")).Total);
            Assert.Equal(0, (await index.FindAsync("mứt")).Total);
        }

        using var reopened = new LuceneIndex(_folder);
        var status = await reopened.StatusAsync();

        Assert.Equal((IndexState.Ready, 9, 1), (status.State, status.Sequence, status.Products));
        Assert.Equal(1, (await reopened.FindAsync("kẹo dừa")).Total);
    }

    [Fact]
    public async Task Every_visible_change_raises_the_generation()
    {
        using var index = new LuceneIndex(_folder);
        await index.PutAsync(Product(1, "Kẹo"));
        var first = index.Generation;
        await index.PutAsync(Product(1, "Kẹo dừa"));
        var second = index.Generation;
        await index.RebuildAsync(Documents(3), 1);

        Assert.True(first < second && second < index.Generation);
    }

    [Fact]
    public async Task A_rebuild_serves_the_old_index_until_it_is_done_and_keeps_what_was_applied_meanwhile()
    {
        using var index = new LuceneIndex(_folder);
        await index.PutAsync(Product(1, "Kẹo cũ"));
        var progress = new List<int>();

        await index.RebuildAsync(new IndexSource(5, Slowly(), Meanwhile), new Written(progress), TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], progress);
        Assert.Equal(0, (await index.FindAsync("cũ")).Total);
        Assert.Equal(3 + 1, (await index.FindAsync("kẹo")).Total);
        Assert.Equal(8, (await index.StatusAsync()).Sequence);

        async IAsyncEnumerable<IndexDocument> Slowly()
        {
            await foreach (var document in Documents(3))
            {
                Assert.Equal(1, (await index.FindAsync("cũ")).Total);
                yield return document;
            }

            await index.ApplyAsync(new IndexBatch([Upsert(Product(50, "Kẹo mới"))], 8), TestContext.Current.CancellationToken);
        }

        static Task<IndexBatch> Meanwhile(long sequence, CancellationToken stop) =>
            Task.FromResult(sequence < 8 ? new IndexBatch([Upsert(Product(50, "Kẹo mới"))], 8) : new IndexBatch([], sequence));
    }

    [Fact]
    public async Task Every_entry_has_the_fingerprint_of_the_document_that_was_written_last()
    {
        using var index = new LuceneIndex(_folder);
        await index.RebuildAsync(Documents(3), 1);
        await index.PutAsync(Product(2, "Mứt dừa"));
        await index.ApplyAsync(new IndexBatch([new IndexChange(Id(3), null, Version: 2)], 2), TestContext.Current.CancellationToken);

        var entries = await index.EntriesAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            new[] { Product(1, "Kẹo dừa 1"), Product(2, "Mứt dừa") }.Select(product => new IndexEntry(product.Id, product.Fingerprint)).Order(ById),
            entries.Order(ById));
    }

    [Fact]
    public async Task A_rebuild_that_fails_leaves_the_old_index_and_no_rest()
    {
        using var index = new LuceneIndex(_folder);
        await index.PutAsync(Product(1, "Kẹo"));

        await Assert.ThrowsAsync<TimeoutException>(() => index.RebuildAsync(Breaking(), 5));

        Assert.Equal(1, (await index.FindAsync("kẹo")).Total);
        Assert.Single(Directory.GetDirectories(_folder));

        static async IAsyncEnumerable<IndexDocument> Breaking()
        {
            await Task.Yield();
            yield return Product(2, "Mứt");
            throw new TimeoutException();
        }
    }

    [Fact]
    public async Task Another_process_may_rebuild_while_this_one_serves()
    {
        using var serving = new LuceneIndex(_folder);
        await serving.PutAsync(Product(1, "Kẹo cũ"));
        using (var other = new LuceneIndex(_folder))
        {
            await other.RebuildAsync(Documents(3), 20);
        }

        var status = await serving.StatusAsync();

        Assert.Equal((20, 3), (status.Sequence, status.Products));
        Assert.Equal(0, (await serving.FindAsync("cũ")).Total);
        await serving.ApplyAsync(new IndexBatch([Upsert(Product(9, "Kẹo thêm"))], 21), TestContext.Current.CancellationToken);
        Assert.Equal(4, (await serving.FindAsync("kẹo")).Total);
        Assert.Single(Directory.GetDirectories(_folder));
    }

    [Fact]
    public async Task Two_writers_of_one_index_are_told_so_plainly()
    {
        using var first = new LuceneIndex(_folder);
        using var second = new LuceneIndex(_folder);
        await first.PutAsync(Product(1, "Kẹo"));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => second.PutAsync(Product(2, "Mứt")));

        Assert.Contains("another process", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await second.FindAsync("kẹo")).Total);
    }

    [Theory]
    [InlineData(".pos", 0.5)]
    [InlineData(".tim", 0)]
    [InlineData(".fdt", 0.9)]
    [InlineData(".si", 0.5)]
    [InlineData("segments_", 0.5)]
    [InlineData("segments_", 0)]
    public async Task A_file_cut_short_is_found_when_the_index_is_opened(string kind, double kept)
    {
        await BuildAsync();
        var file = FileOf(kind);
        await using (var stream = File.OpenWrite(file))
        {
            stream.SetLength((long)(stream.Length * kept));
        }

        await IsDamagedAsync();
    }

    [Theory]
    [InlineData(".pos")]
    [InlineData(".tim")]
    [InlineData(".si")]
    public async Task A_file_with_other_bytes_is_found_when_the_index_is_opened(string kind)
    {
        await BuildAsync();
        var bytes = await File.ReadAllBytesAsync(FileOf(kind), TestContext.Current.CancellationToken);
        bytes.AsSpan(bytes.Length / 2, Math.Min(8, bytes.Length / 2)).Fill(0xA5);
        await File.WriteAllBytesAsync(FileOf(kind), bytes, TestContext.Current.CancellationToken);

        await IsDamagedAsync();
    }

    [Theory]
    [InlineData(".tim")]
    [InlineData("segments_")]
    public async Task A_file_that_is_gone_is_found_when_the_index_is_opened(string kind)
    {
        await BuildAsync();
        File.Delete(FileOf(kind));

        await IsDamagedAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("99")]
    [InlineData("-1")]
    public async Task A_pointer_that_points_nowhere_is_damage(string pointer)
    {
        await BuildAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "current"), pointer, TestContext.Current.CancellationToken);

        await IsDamagedAsync();
    }

    [Fact]
    public async Task An_index_of_another_format_is_outdated()
    {
        await BuildAsync();
        using (var directory = Lucene.Net.Store.FSDirectory.Open(Directory.GetDirectories(_folder)[0]))
        using (var writer = LiveVersion.Write(directory, Lucene.Net.Index.OpenMode.APPEND))
        {
            writer.SetCommitData(new Dictionary<string, string> { ["format"] = "0", ["sequence"] = "3" });
            writer.Commit();
        }

        using var index = new LuceneIndex(_folder);

        Assert.Equal(IndexState.Outdated, (await index.StatusAsync()).State);
    }

    [Fact]
    public async Task Searches_changes_and_rebuilds_may_run_at_the_same_time()
    {
        using var index = new LuceneIndex(_folder);
        await index.RebuildAsync(Documents(50), 0);
        using var done = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                Assert.InRange((await index.FindAsync(Query("kẹo dừa") with { WantFacets = true, WantHighlights = true })).Total!.Value, 50, 70);
            }
        })).ToList();

        for (var i = 0; i < 20; i++)
        {
            await index.PutAsync(Product(100 + i, "Kẹo dừa thêm"));
            if (i % 7 == 3)
            {
                await index.RebuildAsync(Documents(50), 0);
            }
        }

        await done.CancelAsync();
        await Task.WhenAll(searches);
        Assert.Single(Directory.GetDirectories(_folder));
    }

    private static IAsyncEnumerable<IndexDocument> Documents(int count) =>
        Enumerable.Range(1, count).Select(number => (IndexDocument)Product(number, $"Kẹo dừa {number}")).ToAsyncEnumerable();

    private async Task BuildAsync()
    {
        using var index = new LuceneIndex(_folder);
        await index.RebuildAsync(Documents(20), 3);
    }

    private string FileOf(string kind) =>
        Directory.GetFiles(Directory.GetDirectories(_folder).Single()).First(file => file.Contains(kind, StringComparison.Ordinal) && !file.EndsWith(".gen", StringComparison.Ordinal));

    /// <summary>Nothing is thrown, nothing is found, and a rebuild heals it.</summary>
    private async Task IsDamagedAsync()
    {
        using var index = new LuceneIndex(_folder);

        Assert.Empty((await index.FindAsync("kẹo")).Hits);
        Assert.Equal(IndexState.Damaged, (await index.StatusAsync()).State);
        await index.RebuildAsync(Documents(4), 4);
        Assert.Equal((IndexState.Ready, 4), ((await index.StatusAsync()).State, (await index.FindAsync("kẹo")).Total));
    }

    private sealed class Written(List<int> counts) : IProgress<int>
    {
        public void Report(int value) => counts.Add(value);
    }
}
