using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Search;

/// <summary>How found products are put in order.</summary>
public enum ProductSort
{
    /// <summary>By the published ranking criteria; without a search, certified products with more stars first, then by name.</summary>
    Relevance,

    /// <summary>By Vietnamese name, in Vietnamese alphabetical order.</summary>
    Name,

    /// <summary>Cheapest unit first; products without a price last.</summary>
    PriceAsc,

    /// <summary>Dearest unit first; products without a price last.</summary>
    PriceDesc,

    /// <summary>Most stars valid today first.</summary>
    Stars,

    /// <summary>Newest listing first.</summary>
    Newest,
}

/// <summary>What typed Vietnamese marks mean.</summary>
public enum DiacriticMatching
{
    /// <summary>Marks count when they were typed and have hits: "dừa" leaves pineapple (dứa) out.</summary>
    Auto,

    /// <summary>Marks are ignored: "dừa", "dứa" and "dua" find the same.</summary>
    Ignore,
}

/// <summary>Values inside one field are alternatives; fields narrow one another. Null or empty means no restriction.</summary>
public sealed record ProductFilter
{
    public static readonly ProductFilter None = new();

    /// <summary>Codes of groups in force or of 2019 (then every product whose record names that group).</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<int> Stars { get; init; } = [];

    public IReadOnlyList<string> Districts { get; init; } = [];

    public IReadOnlyList<string> Communes { get; init; } = [];

    public IReadOnlyList<Guid> ProducerIds { get; init; } = [];

    public IReadOnlyList<ProducerKind> ProducerKinds { get; init; } = [];

    /// <summary>True: only products that show stars today; false: only those that do not.</summary>
    public bool? Certified { get; init; }

    public IReadOnlyList<string> Certifications { get; init; } = [];

    /// <summary>Lowest unit price in đồng, included.</summary>
    public long? PriceMin { get; init; }

    /// <summary>Highest unit price in đồng, included.</summary>
    public long? PriceMax { get; init; }

    public bool? Available { get; init; }

    public IReadOnlyList<string> ExportMarkets { get; init; } = [];
}

/// <summary>Which side of which cursor a page lies on, and how long it is.</summary>
/// <param name="Size">1 to 100.</param>
/// <param name="Backwards">True for last/before: the page ends where the cursor begins. Hits still come in sort order.</param>
public sealed record PageRequest(int Size, string? Cursor = null, bool Backwards = false);

/// <summary>A search for products. Parts that cost are computed only when asked for.</summary>
public sealed record SearchQuery
{
    /// <summary>What the person typed, in any state: Telex, joined, without marks, NFD. Null or blank browses.</summary>
    public string? Text { get; init; }

    public ProductFilter Filter { get; init; } = ProductFilter.None;

    public ProductSort Sort { get; init; } = ProductSort.Relevance;

    public DiacriticMatching Marks { get; init; } = DiacriticMatching.Auto;

    /// <summary>Whether units, stars and places in the text are read as filters.</summary>
    public bool Understand { get; init; } = true;

    public required PageRequest Page { get; init; }

    /// <summary>The day whose certificates count.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Names of places, groups and producer kinds that a text may mean as filters.</summary>
    public required SearchVocabulary Vocabulary { get; init; }

    public bool WantTotal { get; init; }

    /// <summary>Whether <see cref="Understanding.OtherSpellings"/> is asked for: it takes a second look at the index.</summary>
    public bool WantOtherSpellings { get; init; }

    public bool WantFacets { get; init; }

    public bool WantWhy { get; init; }

    public bool WantHighlights { get; init; }
}

/// <summary>What a person has typed so far.</summary>
public sealed record SuggestQuery(string Prefix, int First, Language Language, DateOnly Today, SearchVocabulary Vocabulary);

/// <summary>Names that a search text may mean as a filter. Immutable: what is computed from it may be kept with it.</summary>
public sealed record SearchVocabulary(IReadOnlyList<VocabularyTerm> Terms)
{
    public static readonly SearchVocabulary Empty = new([]);
}

/// <param name="Facet">The facet that the term selects: <see cref="FacetNames.District"/>, <see cref="FacetNames.ProducerKind"/>, <see cref="FacetNames.Group"/> …</param>
/// <param name="Names">What people call it; the first is the name to show.</param>
public sealed record VocabularyTerm(string Facet, string Value, IReadOnlyList<LocalizedText> Names);
