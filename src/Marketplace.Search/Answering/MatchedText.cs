using Marketplace.Core.Search;
using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Answering;

/// <summary>Finds the clauses of a search again in a text that is shown.</summary>
internal static class MatchedText
{
    /// <summary>Empty texts are left out; a name is shown whole, a description cut around the matches.</summary>
    public static IReadOnlyList<Highlight> HighlightsOf(IReadOnlyList<(string Field, string Text)> texts, IReadOnlyList<Clause> clauses) =>
    [
        .. texts.Where(text => text.Text.Length > 0).Select(text => new Highlight(
            text.Field,
            Highlights.Of(text.Text, (words, at) => MatchedAt(clauses, words, at), snippet: !text.Field.StartsWith("name", StringComparison.Ordinal)))),
    ];

    private static int MatchedAt(IReadOnlyList<Clause> clauses, IReadOnlyList<Word> words, int at)
    {
        var longest = 0;
        foreach (var alternative in clauses.SelectMany(clause => clause.Alternatives))
        {
            if (alternative.Form != TermForm.FacetValue && alternative.Terms.Count > longest && IsAt(alternative, words, at))
            {
                longest = alternative.Terms.Count;
            }
        }

        return longest;
    }

    private static bool IsAt(Alternative alternative, IReadOnlyList<Word> words, int at)
    {
        for (var i = 0; i < alternative.Terms.Count; i++)
        {
            if (at + i >= words.Count || alternative.Terms[i] != (alternative.Form == TermForm.Marked ? words[at + i].Marked : words[at + i].Folded))
            {
                return false;
            }
        }

        return true;
    }
}
