namespace Marketplace.Core.Search;

/// <summary>Names of the facets, as the API shows them. A commune can be understood from a text but is not counted.</summary>
public static class FacetNames
{
    public const string Group = "group";
    public const string Stars = "stars";
    public const string District = "district";
    public const string Commune = "commune";
    public const string ProducerKind = "producerKind";
    public const string Certification = "certification";
    public const string Price = "price";
    public const string Availability = "availability";
}

/// <summary>One page of found products, in sort order.</summary>
/// <param name="Total">All products found; null unless asked for.</param>
/// <param name="Facets">Counts that ignore their own facet's selection; empty unless asked for. A selected value is listed even with count 0.</param>
/// <param name="DidYouMean">The text as it was read when the typed one found nothing (another keyboard's code, joined words, a typing error); null otherwise.</param>
public sealed record SearchPage(
    IReadOnlyList<SearchHit> Hits,
    bool HasNext,
    bool HasPrevious,
    int? Total,
    IReadOnlyList<FacetCounts> Facets,
    string? DidYouMean,
    Understanding Understood);

/// <param name="Cursor">Encodes the sort key and the id, so that it stays right while the index changes.</param>
/// <param name="Why">The ranking criteria that put it here, strongest first; empty unless asked for.</param>
/// <param name="IsNear">It lacks a word of the text. Such products come after the ones that have all, and only where those are few.</param>
public sealed record SearchHit(Guid ProductId, string Cursor, IReadOnlyList<RankingReason> Why, IReadOnlyList<Highlight> Highlights, bool IsNear = false);

/// <param name="Name">One of <see cref="FacetNames"/>.</param>
public sealed record FacetCounts(string Name, IReadOnlyList<FacetCount> Values);

/// <param name="Value">A code; of price: "50000-99999" or "1000000-"; of availability: "true" or "false"; of stars: "3", "4" or "5".</param>
public sealed record FacetCount(string Value, int Count, bool Selected);

/// <summary>How the typed text was read.</summary>
/// <param name="Text">What is left to search for after filters were read out of it.</param>
/// <param name="OtherSpellings">Products left out because the typed marks had hits: what the same search with marks ignored finds more. 0 when not asked for.</param>
public sealed record Understanding(string Text, IReadOnlyList<UnderstoodFilter> Filters, int OtherSpellings)
{
    public static readonly Understanding Nothing = new("", [], 0);
}

/// <param name="Words">The words of the text that were read as this filter.</param>
/// <param name="SearchWithout">The typed text without those words.</param>
public sealed record UnderstoodFilter(string Facet, string Value, string Words, string SearchWithout);

/// <summary>A criterion by which the text match ranks a product, and the words it holds for.</summary>
public sealed record RankingReason(string Criterion, IReadOnlyList<string> Words);

/// <summary>One published ranking criterion; the list of all, in order, is the ranker's own configuration.</summary>
public sealed record RankingCriterion(string Code, LocalizedText Label, LocalizedText Description);

/// <summary>A field's text cut at the matches.</summary>
/// <param name="Field">"name.vi", "name.en", "description.vi", "description.en".</param>
/// <param name="Parts">In order; together they are the text, of a long one the piece around the matches.</param>
public sealed record Highlight(string Field, IReadOnlyList<HighlightPart> Parts);

/// <summary>A piece of a text, for a page to mark or not.</summary>
/// <param name="Text">As written.</param>
/// <param name="Match">Whether a searched word matched here.</param>
public sealed record HighlightPart(string Text, bool Match);

/// <summary>What a suggestion leads to.</summary>
public enum SuggestionKind
{
    /// <summary>A product; the slug leads to its page.</summary>
    Product,

    /// <summary>A producer; the slug leads to its page.</summary>
    Producer,

    /// <summary>A product group; the slug is its code.</summary>
    Group,
}

/// <summary>Something that a half-typed text may mean.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Text">Its name in the reader's language.</param>
/// <param name="Slug">The product's or producer's slug; the group's code.</param>
/// <param name="Parts">The name cut at what was typed.</param>
/// <param name="Stars">OCOP stars valid today; null without, and for what is not a product.</param>
public sealed record Suggestion(SuggestionKind Kind, string Text, string Slug, IReadOnlyList<HighlightPart> Parts, int? Stars);
