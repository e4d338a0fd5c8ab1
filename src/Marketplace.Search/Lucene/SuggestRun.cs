using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Ranking;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Lucene;

/// <summary>
/// Completes what is being typed: the words before the last stand in the name as they are, the last one begins the word
/// after them. So "ca ph" is coffee, and not any name with two words that begin so.
/// </summary>
internal sealed class SuggestRun(IndexReader reader, SuggestQuery query)
{
    private const int MostWords = 12;
    private const int MostGroups = 2;
    private readonly ClauseEvidence _evidence = new();

    public IReadOnlyList<Suggestion> Answer()
    {
        var typed = VietnameseText.Words(query.Prefix, MostWords);
        if (typed.Count == 0 || query.First < 1)
        {
            return [];
        }

        var found = Complete(typed);
        foreach (var decode in new Func<string, string?>[] { TypedKeys.Telex, TypedKeys.Vni })
        {
            List<Word> decoded = found.Count > 0 ? typed : typed.ConvertAll(word => decode(word.Marked) is { } meant ? Word.Of(meant) : word);
            if (found.Count == 0 && !decoded.SequenceEqual(typed))
            {
                found = Complete(decoded);
            }
        }

        return found;
    }

    private List<Suggestion> Complete(List<Word> typed)
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < reader.Leaves.Count; i++)
        {
            Collect(reader.Leaves[i].AtomicReader, typed, candidates);
        }

        // Typed marks decide, as they do in the search; when nothing has them they are taken for slips.
        var marked = typed.Exists(word => word.HasMarks) ? candidates.FindAll(candidate => candidate.IsMarked) : candidates;
        var groups = Groups(typed);
        var ranked = (marked.Count > 0 ? marked : candidates)
            .OrderByDescending(candidate => candidate.Begins)
            .ThenBy(candidate => candidate.Suggestion.Kind)
            .ThenByDescending(candidate => candidate.Suggestion.Stars)
            .ThenBy(candidate => candidate.Order, StringComparer.Ordinal)
            .Select(candidate => candidate.Suggestion)
            .DistinctBy(suggestion => suggestion.Text)
            .ToList();

        // Each kind has its share, so that forty products do not hide the maker whose name was typed.
        var producers = ranked.Where(suggestion => suggestion.Kind == SuggestionKind.Producer).Take(Math.Max(1, query.First / 4)).ToList();
        var products = ranked.Where(suggestion => suggestion.Kind == SuggestionKind.Product).Take(Math.Max(1, query.First - producers.Count - groups.Count));
        return [.. products.Concat(groups).Concat(producers).Take(query.First)];
    }

    private void Collect(AtomicReader segment, List<Word> typed, List<Candidate> candidates)
    {
        string[] terms = [.. typed.SkipLast(1).Select(word => word.Folded + ' '), BeginningOf(typed[^1])];
        if (Occurrences.InARow(segment, DocumentFields.NamePrefix, terms) is not { } found)
        {
            return;
        }

        var columns = SegmentColumns.Of(segment);
        var stars = columns.StarsOn(query.Today);
        while (found.Advance(found.Document + 1) != Occurrences.End)
        {
            if (segment.LiveDocs?.Get(found.Document) == false)
            {
                continue;
            }

            _evidence.Clear();
            found.Report(_evidence);
            var slot = query.Language == Language.En ? Slots.NameEn : Slots.NameVi;
            candidates.Add(Read(segment, found.Document, columns.Products.Get(found.Document), stars[found.Document], _evidence.BeginsIn(slot), typed));
        }
    }

    private Candidate Read(AtomicReader segment, int document, bool isProduct, int stars, bool begins, List<Word> typed)
    {
        var stored = segment.Document(document);
        var (vi, en) = (Text(stored, DocumentFields.NameVi), Text(stored, DocumentFields.NameEn));
        var name = new LocalizedText(vi, en).In(query.Language);
        var text = FindIn(name, typed) ? name : FindIn(vi, typed) ? vi : en;
        var suggestion = new Suggestion(isProduct ? SuggestionKind.Product : SuggestionKind.Producer, text, Text(stored, DocumentFields.Slug), PartsOf(text, typed), isProduct && stars > 0 ? stars : null);
        return new Candidate(suggestion, begins, IsMarked(text, typed), VietnameseOrder.Key(vi));
    }

    private List<Suggestion> Groups(List<Word> typed) =>
    [
        .. query.Vocabulary.Terms
            .Where(term => term.Facet == FacetNames.Group && term.Names.Any(name => FindIn(name.Vi, typed) || FindIn(name.En ?? "", typed)))
            .DistinctBy(term => term.Value)
            .Take(MostGroups)
            .Select(term => new Suggestion(SuggestionKind.Group, term.Names[0].In(query.Language), term.Value, PartsOf(term.Names[0].In(query.Language), typed), Stars: null)),
    ];

    private static string Text(Document stored, string field) => stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture) ?? "";

    private static string BeginningOf(Word word) => word.Folded.Length > DocumentFields.LongestPrefix ? word.Folded[..DocumentFields.LongestPrefix] : word.Folded;

    private static bool FindIn(string text, List<Word> typed)
    {
        var words = VietnameseText.Words(text);
        return Enumerable.Range(0, words.Count).Any(at => IsAt(words, at, typed, marked: false));
    }

    private static bool IsMarked(string text, List<Word> typed)
    {
        var words = VietnameseText.Words(text);
        return Enumerable.Range(0, words.Count).Any(at => IsAt(words, at, typed, marked: true));
    }

    private static bool IsAt(List<Word> words, int at, List<Word> typed, bool marked)
    {
        for (var i = 0; i < typed.Count; i++)
        {
            if (at + i >= words.Count)
            {
                return false;
            }

            var (word, wanted) = marked && typed[i].HasMarks ? (words[at + i].Marked, typed[i].Marked) : (words[at + i].Folded, typed[i].Folded);
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
        var at = Enumerable.Range(0, words.Count).Where(start => IsAt(words, start, typed, marked: false)).DefaultIfEmpty(-1).First();
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

    private sealed record Candidate(Suggestion Suggestion, bool Begins, bool IsMarked, string Order);
}
