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
    private const int MostStars = 9;

    /// <summary>More are read than shown, because equal names are shown once.</summary>
    private const int SpareForDoubles = 4;

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
        // Each kind has its share, so that forty products do not hide the maker whose name was typed.
        var groups = Groups(typed);
        var (products, producers) = Named(typed, marked: true) is { } marked && marked.Products.Count + marked.Producers.Count > 0 ? marked : Named(typed, marked: false);
        var shown = producers.Take(Math.Max(1, query.First / 4)).ToList();
        return [.. products.Take(Math.Max(1, query.First - shown.Count - groups.Count)).Concat(groups).Concat(shown).Take(query.First)];
    }

    /// <summary>The best names that hold what was typed. Typed marks decide, as they do in the search.</summary>
    private (List<Suggestion> Products, List<Suggestion> Producers) Named(List<Word> typed, bool marked)
    {
        string[] terms = [.. typed.Select((word, i) => TermOf(marked ? word.Marked : word.Folded, isLast: i == typed.Count - 1))];
        var page = new PageRequest(query.First * SpareForDoubles);
        var (products, producers) = (new PageOfHits(page, ProductSort.Relevance), new PageOfHits(page, ProductSort.Relevance));
        foreach (var segment in reader.Leaves)
        {
            products.Begin(segment.AtomicReader);
            producers.Begin(segment.AtomicReader);
            Collect(segment.AtomicReader, terms, products, producers);
        }

        return (Read(products, SuggestionKind.Product, typed), Read(producers, SuggestionKind.Producer, typed));
    }

    private void Collect(AtomicReader segment, string[] terms, PageOfHits products, PageOfHits producers)
    {
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
            var begins = _evidence.BeginsIn(Slots.NameVi) || _evidence.BeginsIn(Slots.NameEn);
            (columns.Products.Get(found.Document) ? products : producers).Add((begins ? MostStars + 1 : 0) + stars[found.Document], found.Document);
        }
    }

    private List<Suggestion> Read(PageOfHits found, SuggestionKind kind, List<Word> typed) =>
    [
        .. found.Result().Hits.Select(hit =>
        {
            var stored = reader.Leaves[hit.Segment].AtomicReader.Document(hit.Document);
            var name = new LocalizedText(Text(stored, DocumentFields.NameVi), Text(stored, DocumentFields.NameEn));
            var shown = name.In(query.Language);
            var text = FindIn(shown, typed) || name.En is null ? shown : FindIn(name.Vi, typed) ? name.Vi : name.En;
            var stars = (int)(hit.Primary % (MostStars + 1));
            return new Suggestion(kind, text, Text(stored, DocumentFields.Slug), PartsOf(text, typed), stars > 0 ? stars : null);
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

    private static string Text(Document stored, string field) => stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture) ?? "";

    private static string TermOf(string word, bool isLast) =>
        !isLast ? word + ' ' : word.Length > DocumentFields.LongestPrefix ? word[..DocumentFields.LongestPrefix] : word;

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
