using Marketplace.Core.Search;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>A part of the typed text that is looked for as one: a word, or the words of a name that the vocabulary knows.</summary>
/// <param name="Name">What the words name; null for a plain word.</param>
/// <param name="IsWeak">It says nothing about which product is meant, and so never keeps one out.</param>
internal sealed record Unit(IReadOnlyList<Word> Words, VocabularyTerm? Name, bool IsWeak)
{
    public string Text { get; } = string.Join(' ', Words.Select(word => word.Marked));
}

/// <summary>
/// How a typed text is read. Stars are a selection like one made by hand. A name is not: it is met by a product of that
/// place, kind or group, and also by one with those words in a row in its text. So "bò ba tri" loses no product that only
/// carries the place in its name, and the facets count what was found without claiming that a value had been selected.
/// </summary>
internal sealed record QueryReading(
    IReadOnlyList<Unit> Units,
    IReadOnlyList<UnderstoodFilter> Filters,
    IReadOnlyList<(string Facet, string Value)> Selection)
{
    public string Text { get; } = string.Join(' ', Units.Where(unit => unit.Name is null).Select(unit => unit.Text));

    public bool HasMarks { get; } = Units.Any(unit => unit.Words.Any(word => word.HasMarks));

    public bool IsEmpty => Units.Count == 0 && Selection.Count == 0;
}
