using Marketplace.Search.Facets;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>Turns a reading into clauses: each word with its synonyms and, for English, its other number.</summary>
internal static class ClauseList
{
    /// <param name="marked">Whether words that were typed with marks must be found with them.</param>
    /// <param name="completions">Words that the last word may be the beginning of.</param>
    public static List<Clause> Of(QueryReading reading, bool marked, IReadOnlyList<string>? completions = null)
    {
        var alternatives = reading.Units.Select(unit => Typed(unit, marked)).ToList();
        AddSynonyms(reading.Units, alternatives);
        if (completions is not null)
        {
            alternatives[^1].AddRange(completions.Select(word => new Alternative([word], FormOf(reading.Units[^1].Words[^1], marked), IsTyped: false)));
        }

        return [.. reading.Units.Select((unit, i) => new Clause(unit.Text, alternatives[i], unit.IsWeak) { IsPrefix = completions is not null && i == reading.Units.Count - 1 })];
    }

    private static List<Alternative> Typed(Unit unit, bool marked)
    {
        var alternatives = new List<Alternative>();
        var hasMarks = unit.Words.Any(word => word.HasMarks);
        if (!marked || !hasMarks)
        {
            alternatives.Add(new Alternative([.. unit.Words.Select(word => word.Folded)], TermForm.Folded, IsTyped: true));
        }

        if (hasMarks)
        {
            alternatives.Add(new Alternative([.. unit.Words.Select(word => word.Marked)], TermForm.Marked, IsTyped: true));
        }

        if (unit.Name is { } name)
        {
            alternatives.Add(new Alternative([FacetFields.Term(name.Facet, name.Value)], TermForm.FacetValue, IsTyped: true));
        }
        else
        {
            alternatives.AddRange(EnglishForms.Of(unit.Words[0]).Select(form => new Alternative([form], TermForm.Folded, IsTyped: true)));
        }

        return alternatives;
    }

    private static void AddSynonyms(IReadOnlyList<Unit> units, List<List<Alternative>> alternatives)
    {
        List<Word> words = [.. units.Select(unit => unit.Name is null ? unit.Words[0] : default)];
        for (var i = 0; i < words.Count; i++)
        {
            if (units[i].Name is not null)
            {
                continue;
            }

            var plain = i;
            while (plain < units.Count && units[plain].Name is null)
            {
                plain++;
            }

            foreach (var (length, phrases) in Synonyms.At(words.GetRange(0, plain), i))
            {
                foreach (var phrase in phrases)
                {
                    string[] terms = [.. VietnameseText.Words(phrase).Select(word => word.Marked)];
                    var synonym = new Alternative(terms, TermForm.Marked, IsTyped: false);
                    for (var at = i; at < i + length; at++)
                    {
                        alternatives[at].Add(synonym);
                    }
                }
            }
        }
    }

    private static TermForm FormOf(Word word, bool marked) => marked && word.HasMarks ? TermForm.Marked : TermForm.Folded;
}
