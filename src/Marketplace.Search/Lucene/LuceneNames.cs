using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Ranking;

namespace Marketplace.Search.Lucene;

/// <summary>Finds names by the beginnings of their words.</summary>
internal sealed class LuceneNames(IndexReader reader) : INameEngine
{
    private const int MostStars = 9;

    private readonly ClauseEvidence _evidence = new();

    public ValueTask<(IReadOnlyList<FoundName> Products, IReadOnlyList<FoundName> Producers)> NamedAsync(NameQuery query)
    {
        string[] terms = [.. query.Words.Select((word, i) => TermOf(word, isLast: i == query.Words.Count - 1))];
        var page = new PageRequest(query.Most);
        var (products, producers) = (new PageOfHits(page, ProductSort.Relevance), new PageOfHits(page, ProductSort.Relevance));
        foreach (var segment in reader.Leaves)
        {
            products.Begin(segment.AtomicReader);
            producers.Begin(segment.AtomicReader);
            Collect(segment.AtomicReader, terms, query.Today, products, producers);
        }

        return new((Read(products), Read(producers)));
    }

    private void Collect(AtomicReader segment, string[] terms, DateOnly today, PageOfHits products, PageOfHits producers)
    {
        if (Occurrences.InARow(segment, DocumentFields.NamePrefix, terms) is not { } found)
        {
            return;
        }

        var columns = SegmentColumns.Of(segment);
        var stars = columns.StarsOn(today);
        while (found.Advance(found.Document + 1) != Occurrences.End)
        {
            if (segment.LiveDocs?.Get(found.Document) == false || !found.IsHere())
            {
                continue;
            }

            // Half the catalogue may begin with one letter: where the word stands is read only where it can matter.
            var page = columns.Products.Get(found.Document) ? products : producers;
            if (page.IsBeyond(MostStars + 1 + stars[found.Document]))
            {
                continue;
            }

            _evidence.Clear();
            found.Report(_evidence);
            var begins = _evidence.BeginsIn(Slots.NameVi) || _evidence.BeginsIn(Slots.NameEn);
            page.Add((begins ? MostStars + 1 : 0) + stars[found.Document], found.Document);
        }
    }

    private List<FoundName> Read(PageOfHits found) =>
    [
        .. found.Result().Hits.Select(hit =>
        {
            var stored = reader.Leaves[hit.Segment].AtomicReader.Document(hit.Document);
            var name = new LocalizedText(Text(stored, DocumentFields.NameVi), Text(stored, DocumentFields.NameEn));
            return new FoundName(name, Text(stored, DocumentFields.Slug), (int)(hit.Primary % (MostStars + 1)));
        }),
    ];

    private static string Text(Document stored, string field) => stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture) ?? "";

    private static string TermOf(string word, bool isLast) =>
        !isLast ? word + ' ' : word.Length > DocumentFields.LongestPrefix ? word[..DocumentFields.LongestPrefix] : word;
}
