using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Marketplace.Search.Lucene;

/// <summary>Of a word that few documents hold: their numbers, in order.</summary>
internal sealed class SparsePostings : HeldPostings
{
    private readonly int[] _documents;

    public SparsePostings(TermsEnum term)
        : base(term)
    {
        _documents = new int[term.DocFreq];
        Read(term);
    }

    public override int Next(int target)
    {
        var at = FirstFrom(target);
        return at < _documents.Length ? _documents[at] : DocIdSetIterator.NO_MORE_DOCS;
    }

    public override ulong Among(int block)
    {
        var bits = 0ul;
        for (var at = FirstFrom(block << 6); at < _documents.Length && _documents[at] >> 6 == block; at++)
        {
            bits |= 1ul << _documents[at];
        }

        return bits;
    }

    protected override void Add(int document, int holder) => _documents[holder] = document;

    protected override int HolderAt(int document) => Array.BinarySearch(_documents, document);

    private int FirstFrom(int target) => Array.BinarySearch(_documents, target) is var at && at < 0 ? ~at : at;
}
