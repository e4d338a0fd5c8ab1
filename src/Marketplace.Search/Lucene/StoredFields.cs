using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Marketplace.Core.Search;

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

    /// <summary>The texts that are shown with a hit.</summary>
    public static IReadOnlyList<(string Field, string Text)> TextsOf(AtomicReader segment, int document)
    {
        var stored = segment.Document(document, new HashSet<string>(Shown));
        return [.. Shown.Select(field => (field, stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture) ?? ""))];
    }
}
