namespace Marketplace.Search.Lucene;

/// <summary>The documents of one segment that hold a word, deleted ones too, and the places at which it stands in each of them.</summary>
internal abstract class Postings(int holders)
{
    /// <summary>How many documents hold it.</summary>
    public int Holders { get; } = holders;

    /// <summary>The first document at or after the target that holds it. Targets rise.</summary>
    public abstract int Next(int target);

    /// <summary>Whether <see cref="Among"/> can be asked.</summary>
    public virtual bool HasBlocks => true;

    /// <summary>Which of sixty-four documents hold it, a bit each.</summary>
    /// <param name="block">The first of them divided by sixty-four.</param>
    public abstract ulong Among(int block);

    /// <summary>
    /// Where it stands in a document, in order; empty when the document does not hold it. Documents are asked for in their order, and only in fields
    /// that are written with places.
    /// </summary>
    public abstract ReadOnlySpan<ushort> PlacesIn(int document);
}
