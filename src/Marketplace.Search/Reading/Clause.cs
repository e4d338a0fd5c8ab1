namespace Marketplace.Search.Reading;

/// <summary>In which form of the text a phrase is looked for.</summary>
internal enum TermForm
{
    /// <summary>Without marks.</summary>
    Folded,

    /// <summary>With the marks as they are written.</summary>
    Marked,

    /// <summary>Not in the text: a facet's value, "district:cho-lach".</summary>
    FacetValue,
}

/// <summary>One thing that satisfies a clause: words in a row, or a facet's value.</summary>
/// <param name="IsTyped">These are the typed words themselves, not a synonym.</param>
internal sealed record Alternative(IReadOnlyList<string> Terms, TermForm Form, bool IsTyped);

/// <summary>What a product must have for one unit of the text: any of the alternatives.</summary>
internal sealed record Clause(string Words, IReadOnlyList<Alternative> Alternatives, bool IsWeak)
{
    public bool IsPrefix { get; init; }
}
