using System.Runtime.CompilerServices;
using Marketplace.Core.Search;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>Finds stars, quantities and known names in a typed text.</summary>
internal static class QueryReader
{
    /// <summary>Further words are not considered: no product is found by its thirty-third word.</summary>
    public const int MostWords = 32;

    private static readonly ConditionalWeakTable<SearchVocabulary, Phrases<VocabularyTerm>> Names = [];

    public static QueryReading Read(string? text, SearchVocabulary vocabulary, bool understand)
    {
        text ??= "";
        var words = Synonyms.WriteOut(VietnameseText.Words(text, MostWords));
        var names = Names.GetValue(vocabulary, VocabularyNames.Of);
        var units = new List<Unit>(words.Count);
        var filters = new List<UnderstoodFilter>();
        var selection = new List<(string Facet, string Value)>();

        for (var i = 0; i < words.Count;)
        {
            if (understand && StarWords.At(text, words, i) is { } stars)
            {
                filters.Add(Filter(text, FacetNames.Stars, stars.Value, words[i], words[i + stars.Length - 1]));
                selection.Add((FacetNames.Stars, stars.Value));
                i += stars.Length;
            }
            else if (understand && names.LongestAt(words, i) is { } name)
            {
                filters.Add(Filter(text, name.Value.Facet, name.Value.Value, words[i], words[i + name.Length - 1]));
                units.Add(new Unit(words.GetRange(i, name.Length), name.Value, IsWeak: false));
                i += name.Length;
            }
            else
            {
                var weak = Math.Max(Synonyms.WeakAt(words, i), Quantities.At(words, i));
                for (var last = i + Math.Max(weak, 1); i < last; i++)
                {
                    AddWord(units, words[i], weak > 0);
                }
            }
        }

        if (selection.Count == 0 && units.TrueForAll(unit => unit.IsWeak))
        {
            units = units.ConvertAll(unit => unit with { IsWeak = false });
        }

        return new QueryReading(units, filters, selection);
    }

    private static void AddWord(List<Unit> units, Word word, bool isWeak)
    {
        if (!units.Exists(unit => unit.Name is null && unit.Words[0].Marked == word.Marked))
        {
            units.Add(new Unit([word], Name: null, isWeak));
        }
    }

    private static UnderstoodFilter Filter(string text, string facet, string value, Word first, Word last)
    {
        var end = StarWords.EndOfSigns(text, last.End);
        var rest = string.Concat(text.AsSpan(0, first.Start), " ", text.AsSpan(end));
        return new UnderstoodFilter(facet, value, text[first.Start..end], string.Join(' ', rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
