using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Marketplace.Core.Search;
using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Lucene;

/// <summary>Reads back what is kept of a document.</summary>
internal static class StoredFields
{
    private static readonly string[] Shown = [DocumentFields.NameVi, DocumentFields.NameEn, DocumentFields.DescriptionVi, DocumentFields.DescriptionEn];

    public static Guid IdOf(AtomicReader segment, int document)
    {
        var bytes = new BytesRef();
        segment.GetBinaryDocValues(DocumentFields.Id).Get(document, bytes);
        return new Guid(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), bigEndian: true);
    }

    /// <summary>What every living document of the index stands for: sixteen bytes of id and eight of fingerprint each.</summary>
    public static IReadOnlyList<IndexEntry> Entries(IndexReader reader)
    {
        var entries = new List<IndexEntry>(reader.NumDocs);
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader))
        {
            var fingerprints = segment.GetNumericDocValues(DocumentFields.Fingerprint);
            for (var document = 0; document < segment.MaxDoc; document++)
            {
                if (segment.LiveDocs?.Get(document) != false)
                {
                    entries.Add(new IndexEntry(IdOf(segment, document), fingerprints.Get(document)));
                }
            }
        }

        return entries;
    }

    public static IReadOnlyList<Highlight> HighlightsOf(AtomicReader segment, int document, IReadOnlyList<Clause> clauses)
    {
        var stored = segment.Document(document, new HashSet<string>(Shown));
        var highlights = new List<Highlight>(Shown.Length);
        foreach (var field in Shown)
        {
            if (stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture) is { Length: > 0 } text)
            {
                var isName = field is DocumentFields.NameVi or DocumentFields.NameEn;
                highlights.Add(new Highlight(field, Highlights.Of(text, (words, at) => MatchedAt(clauses, words, at), snippet: !isName)));
            }
        }

        return highlights;
    }

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
