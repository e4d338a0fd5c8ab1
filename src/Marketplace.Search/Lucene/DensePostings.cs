using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Marketplace.Search.Lucene;

/// <summary>Of a word that many documents hold: a bit for each document.</summary>
internal sealed class DensePostings : HeldPostings
{
    private readonly ulong[] _holders;

    /// <summary>For every sixty-four documents, how many before them hold the word.</summary>
    private readonly int[] _before;
    private int _last = -1;

    public DensePostings(int documents, TermsEnum term)
        : base(term)
    {
        var blocks = BlocksFor(documents);
        (_holders, _before) = (new ulong[blocks], new int[blocks]);
        Read(term);
    }

    public static long BytesOf(int documents) => (long)BlocksFor(documents) * (sizeof(ulong) + sizeof(int));

    public override int Next(int target)
    {
        var (holders, at) = (_holders, target >> 6);
        if (at >= holders.Length)
        {
            return DocIdSetIterator.NO_MORE_DOCS;
        }

        var bits = holders[at] >> target << target;
        while (bits == 0)
        {
            if (++at >= holders.Length)
            {
                return DocIdSetIterator.NO_MORE_DOCS;
            }

            bits = holders[at];
        }

        return (at << 6) + BitOperations.TrailingZeroCount(bits);
    }

    public override ulong Among(int block) => _holders[block];

    protected override int HolderAt(int document)
    {
        var (holders, bit) = (_holders[document >> 6], 1ul << document);
        return (holders & bit) != 0 ? _before[document >> 6] + BitOperations.PopCount(holders & (bit - 1)) : -1;
    }

    protected override void Add(int document, int holder)
    {
        while (_last < document >> 6)
        {
            _before[++_last] = holder;
        }

        _holders[_last] |= 1ul << document;
    }

    private static int BlocksFor(int documents) => (documents + 63) / 64;
}
