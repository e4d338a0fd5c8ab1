using Marketplace.Core;
using Marketplace.Core.Search;

namespace Marketplace.Tests.Search;

/// <summary>Builders with the one value that matters in a test.</summary>
internal static class SmallIndex
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Guid Id(int number) => new(number, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    public static ProductDocument Product(int number, string name, params ReadOnlySpan<StarPeriod> stars) => new(Id(number))
    {
        Slug = $"p{number}",
        Name = new LocalizedText(name),
        GroupCode = "food",
        Available = true,
        ListedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(number % 300),
        Stars = stars.ToArray(),
    };

    public static SearchQuery Query(string? text = null, int size = 20, ProductSort sort = ProductSort.Relevance) => new()
    {
        Text = text,
        Sort = sort,
        Page = new PageRequest(size),
        Today = Today,
        Vocabulary = SearchVocabulary.Empty,
        WantTotal = true,
        WantOtherSpellings = true,
    };

    public static IndexChange Upsert(IndexDocument document) => new(document.Id, document, Version: 1);

    public static Task PutAsync(this ISearchIndex index, params IndexDocument[] documents) =>
        index.ApplyAsync(new IndexBatch([.. documents.Select(Upsert)], 1), TestContext.Current.CancellationToken);

    /// <summary>A source in which nothing changes while it is read.</summary>
    public static IndexSource Source(IAsyncEnumerable<IndexDocument> documents, long sequence) =>
        new(sequence, documents, (_, _) => Task.FromResult(new IndexBatch([], sequence)));

    public static Task<IndexRebuild> RebuildAsync(this ISearchIndex index, IAsyncEnumerable<IndexDocument> documents, long sequence, IProgress<int>? written = null) =>
        index.RebuildAsync(Source(documents, sequence), written, TestContext.Current.CancellationToken);

    public static Task<SearchPage> FindAsync(this ISearchIndex index, SearchQuery query) => index.SearchAsync(query, TestContext.Current.CancellationToken);

    public static Task<SearchPage> FindAsync(this ISearchIndex index, string? text) => index.FindAsync(Query(text));

    public static Task<IndexStatus> StatusAsync(this ISearchIndex index) => index.StatusAsync(TestContext.Current.CancellationToken);
}
