namespace Marketplace.Search.Lucene;

/// <summary>The documents of one segment that hold a word, deleted ones too, and the places at which it stands in each of them.</summary>
internal abstract class Postings(int holders)
{
    /// <summary>How many documents hold it.</summary>
    public int Holders { get; } = holders;

    /// <summary>The first document at or after the target that holds it. Targets rise.</summary>
    public abstract int Next(int target);

    /// <summary>
    /// Where it stands in a document, in order; empty when the document does not hold it. Documents are asked for in their order, and only in fields
    /// that are written with places.
    /// </summary>
    public abstract ReadOnlySpan<ushort> PlacesIn(int document);
}
