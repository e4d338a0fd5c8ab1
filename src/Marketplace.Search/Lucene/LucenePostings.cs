using Lucene.Net.Index;

namespace Marketplace.Search.Lucene;

/// <summary>Read from Lucene's lists anew by each search: of a word for which there is no room in memory.</summary>
internal sealed class LucenePostings(TermsEnum term) : Postings(term.DocFreq)
{
    private readonly DocsEnum _documents = term.Docs(null, null, DocsFlags.NONE);
    private DocsAndPositionsEnum? _positions;
    private ushort[] _places = [];
    private int _read = -1;
    private int _count;

    public override bool HasBlocks => false;

    public override ulong Among(int block) => throw new NotSupportedException("Lucene's lists are walked one document after the other.");

    public override int Next(int target) => _documents.DocID >= target ? _documents.DocID : _documents.Advance(target);

    public override ReadOnlySpan<ushort> PlacesIn(int document)
    {
        if (_read != document)
        {
            (_read, _count) = (document, Read(document));
        }

        return _places.AsSpan(0, _count);
    }

    private int Read(int document)
    {
        _positions ??= term.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
        if (_positions.DocID < document)
        {
            _positions.Advance(document);
        }

        if (_positions.DocID != document)
        {
            return 0;
        }

        if (_places.Length < _positions.Freq)
        {
            _places = new ushort[_positions.Freq];
        }

        for (var i = 0; i < _positions.Freq; i++)
        {
            _places[i] = (ushort)_positions.NextPosition();
        }

        return _positions.Freq;
    }
}
