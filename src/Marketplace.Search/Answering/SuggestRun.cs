using Marketplace.Core.Search;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Answering;

/// <summary>
/// Completes what is being typed: the words before the last stand in the name as they are, the last one begins the word
/// after them. So "ca ph" is coffee, and not any name with two words that begin so.
/// </summary>
internal sealed class SuggestRun(INameEngine engine, SuggestQuery query)
{
    private const int MostWords = 12;
    private const int MostGroups = 2;

    /// <summary>More are read than shown, because equal names are shown once.</summary>
    private const int SpareForDoubles = 4;

    public async ValueTask<IReadOnlyList<Suggestion>> AnswerAsync()
    {
        var typed = VietnameseText.Words(query.Prefix, MostWords);
        if (typed.Count == 0 || query.First < 1)
        {
            return [];
        }

        var found = await CompleteAsync(typed);
        foreach (var decode in new Func<string, string?>[] { TypedKeys.Telex, TypedKeys.Vni })
        {
            List<Word> decoded = found.Count > 0 ? typed : typed.ConvertAll(word => decode(word.Marked) is { } meant ? Word.Of(meant) : word);
            if (found.Count == 0 && !decoded.SequenceEqual(typed))
            {
                found = await CompleteAsync(decoded);
            }
        }

        return found;
    }

    private async ValueTask<List<Suggestion>> CompleteAsync(List<Word> typed)
    {
        // Each kind has its share, so that forty products do not hide the maker whose name was typed.
        var groups = Groups(typed);
        var (products, producers) = await NamedAsync(typed);
        var shown = producers.Take(Math.Max(1, query.First / 4)).ToList();
        return [.. products.Take(Math.Max(1, query.First - shown.Count - groups.Count)).Concat(groups).Concat(shown).Take(query.First)];
    }

    /// <summary>The best names that hold what was typed. Typed marks decide, as they do in the search.</summary>
    private async ValueTask<(List<Suggestion> Products, List<Suggestion> Producers)> NamedAsync(List<Word> typed)
    {
        var (marked, folded) = (typed.ConvertAll(word => word.Marked), typed.ConvertAll(word => word.Folded));
        foreach (var words in marked.SequenceEqual(folded) ? new[] { folded } : [marked, folded])
        {
            var (products, producers) = await engine.NamedAsync(new NameQuery(words, query.First * SpareForDoubles, query.Today));
            if (products.Count + producers.Count > 0)
            {
                return (Suggest(products, SuggestionKind.Product, typed), Suggest(producers, SuggestionKind.Producer, typed));
            }
        }

        return ([], []);
    }

    private List<Suggestion> Suggest(IReadOnlyList<FoundName> found, SuggestionKind kind, List<Word> typed) =>
    [
        .. found.Select(hit =>
        {
            var shown = hit.Name.In(query.Language);
            var text = FindIn(shown, typed) || hit.Name.En is null ? shown : FindIn(hit.Name.Vi, typed) ? hit.Name.Vi : hit.Name.En;
            return new Suggestion(kind, text, hit.Slug, PartsOf(text, typed), hit.Stars > 0 ? hit.Stars : null);
        }).DistinctBy(suggestion => suggestion.Text),
    ];

    private List<Suggestion> Groups(List<Word> typed) =>
    [
        .. query.Vocabulary.Terms
            .Where(term => term.Facet == FacetNames.Group && term.Names.Any(name => FindIn(name.Vi, typed) || FindIn(name.En ?? "", typed)))
            .DistinctBy(term => term.Value)
            .Take(MostGroups)
            .Select(term => new Suggestion(SuggestionKind.Group, term.Names[0].In(query.Language), term.Value, PartsOf(term.Names[0].In(query.Language), typed), Stars: null)),
    ];

    private static bool FindIn(string text, List<Word> typed)
    {
        var words = VietnameseText.Words(text);
        return Enumerable.Range(0, words.Count).Any(at => IsAt(words, at, typed));
    }

    private static bool IsAt(List<Word> words, int at, List<Word> typed)
    {
        for (var i = 0; i < typed.Count; i++)
        {
            if (at + i >= words.Count)
            {
                return false;
            }

            var (word, wanted) = (words[at + i].Folded, typed[i].Folded);
            if (i + 1 < typed.Count ? word != wanted : !word.StartsWith(wanted, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Marks the words that were typed; of the last one, as far as it was typed.</summary>
    private static List<HighlightPart> PartsOf(string text, List<Word> typed)
    {
        var words = VietnameseText.Words(text);
        var at = Enumerable.Range(0, words.Count).Where(start => IsAt(words, start, typed)).DefaultIfEmpty(-1).First();
        if (at < 0)
        {
            return [new HighlightPart(text, Match: false)];
        }

        var last = words[at + typed.Count - 1];
        var end = last.Length == last.Folded.Length ? last.Start + typed[^1].Folded.Length : last.End;
        return
        [
            .. new HighlightPart[] { new(text[..words[at].Start], Match: false), new(text[words[at].Start..end], Match: true), new(text[end..], Match: false) }
                .Where(part => part.Text.Length > 0),
        ];
    }
}
