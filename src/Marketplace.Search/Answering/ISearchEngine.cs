using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;

namespace Marketplace.Search.Answering;

/// <summary>
/// What an answer needs of the index, for one query. An embedded engine has every answer at hand and completes at once;
/// one behind a network gathers what is asked into few requests.
/// </summary>
internal interface ISearchEngine
{
    /// <summary>Puts a question to the words of the index. It may be put several times, until all the words that it looks at are known.</summary>
    ValueTask<T> AskAsync<T>(Func<IIndexWords, T> question);

    /// <summary>How many of the clauses some product meets.</summary>
    ValueTask<int> KnownAsync(IReadOnlyList<Clause> clauses);

    /// <summary>Finds with one set of clauses.</summary>
    ValueTask<IFound> FindAsync(Attempt attempt);
}

/// <summary>One way to look for what a text means.</summary>
/// <param name="AtLeast">How many of the clauses that are not weak a product must meet.</param>
internal sealed record Attempt(QueryReading Reading, IReadOnlyList<Clause> Clauses, KindOfThing Kind, int AtLeast)
{
    /// <summary>Whether a product that lacks a word must at least be the kind of thing that was asked for.</summary>
    public bool NeedsKind { get; init; }

    /// <summary>The same text with marks ignored, when it is to be known how many more that finds.</summary>
    public IReadOnlyList<Clause>? Unmarked { get; init; }
}

/// <summary>What an attempt found.</summary>
internal interface IFound
{
    Attempt Attempt { get; }

    /// <summary>Products that the text means, whatever filter is set beside it: it alone decides how the text is read.</summary>
    int Meant { get; }

    /// <summary>Products found. Exact when the query wants it or the attempt has <see cref="Attempt.Unmarked"/>.</summary>
    int Total { get; }

    IReadOnlyList<FacetCounts> Facets { get; }

    /// <summary>Products that <see cref="Attempt.Unmarked"/> finds.</summary>
    int CountUnmarked();

    /// <summary>The page in sort order, and whether there is more on either side.</summary>
    PageOfFound Page();
}

internal sealed record PageOfFound(IReadOnlyList<FoundProduct> Hits, bool HasPrevious, bool HasNext);

/// <summary>A product of the page. What it has of the clauses and its texts are read only when they are wanted.</summary>
internal abstract class FoundProduct
{
    public abstract Guid Id { get; }

    public abstract Cursor Place { get; }

    /// <summary>Whether it lacks a word of the text.</summary>
    public abstract bool IsNear { get; }

    public abstract Evidence ReadEvidence();

    /// <summary>The texts that are shown, by the names that <see cref="Highlight.Field"/> has.</summary>
    public abstract IReadOnlyList<(string Field, string Text)> ReadTexts();
}

/// <summary>What completing a name needs of the index.</summary>
internal interface INameEngine
{
    /// <summary>The best products and producers whose names hold the words in a row, the last as the beginning of a word: those that begin so first, then by stars.</summary>
    ValueTask<(IReadOnlyList<FoundName> Products, IReadOnlyList<FoundName> Producers)> NamedAsync(NameQuery query);
}

/// <param name="Words">In the form in which they are looked for.</param>
/// <param name="Most">How many of each kind.</param>
internal sealed record NameQuery(IReadOnlyList<string> Words, int Most, DateOnly Today);

/// <param name="Stars">0 without.</param>
internal readonly record struct FoundName(LocalizedText Name, string Slug, int Stars);
