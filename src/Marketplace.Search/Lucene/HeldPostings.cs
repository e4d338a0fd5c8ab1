using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Marketplace.Search.Lucene;

/// <summary>In memory, for all searches.</summary>
internal abstract class HeldPostings : Postings
{
    private readonly int[] _starts = [];
    private readonly ushort[] _places = [];

    protected HeldPostings(TermsEnum term)
        : base(term.DocFreq)
    {
        if (term.TotalTermFreq > 0)
        {
            (_starts, _places) = (new int[term.DocFreq + 1], new ushort[term.TotalTermFreq]);
        }
    }

    /// <summary>About how many bytes it will take.</summary>
    public static long BytesOf(TermsEnum term, int documents, bool isFrequent) =>
        (isFrequent ? DensePostings.BytesOf(documents) : term.DocFreq * sizeof(int))
        + (term.TotalTermFreq > 0 ? (term.DocFreq * sizeof(int)) + (term.TotalTermFreq * sizeof(ushort)) : 0);

    public override ReadOnlySpan<ushort> PlacesIn(int document)
    {
        var at = HolderAt(document);
        return at < 0 ? [] : _places.AsSpan(_starts[at].._starts[at + 1]);
    }

    /// <summary>Documents come in their order.</summary>
    /// <param name="holder">How many came before.</param>
    protected abstract void Add(int document, int holder);

    /// <summary>How many documents before this one hold it; negative when it does not.</summary>
    protected abstract int HolderAt(int document);

    protected void Read(TermsEnum term)
    {
        if (_places.Length > 0)
        {
            ReadPlaces(term.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE));
            return;
        }

        var found = term.Docs(null, null, DocsFlags.NONE);
        for (var holder = 0; found.NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var document; holder++)
        {
            Add(document, holder);
        }
    }

    private void ReadPlaces(DocsAndPositionsEnum found)
    {
        var place = 0;
        for (var holder = 0; found.NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var document; holder++)
        {
            for (var left = found.Freq; left > 0; left--)
            {
                _places[place++] = (ushort)found.NextPosition();
            }

            _starts[holder + 1] = place;
            Add(document, holder);
        }
    }
}
