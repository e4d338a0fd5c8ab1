using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Marketplace.Search.Facets;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;

namespace Marketplace.Search.Lucene;

/// <summary>Walks through the documents of one segment that hold an alternative of a clause, in their order.</summary>
internal abstract class Occurrences
{
    public const int End = DocIdSetIterator.NO_MORE_DOCS;

    public int Document { get; protected set; } = -1;

    /// <summary>About how many documents it will visit.</summary>
    public long Cost { get; protected init; }

    /// <summary>Goes to the first document at or after the target.</summary>
    public abstract int Advance(int target);

    /// <summary>Adds where it stands in the current document. Called once a document.</summary>
    public abstract void Report(ClauseEvidence evidence);

    /// <summary>Null when the segment has none.</summary>
    public static Occurrences? Of(AtomicReader reader, Alternative alternative)
    {
        if (alternative.Form == TermForm.FacetValue)
        {
            return OfValueOf(reader, alternative.Terms[0]);
        }

        var field = alternative.Form == TermForm.Marked ? DocumentFields.Marked : DocumentFields.Folded;
        return InARow(reader, field, alternative.Terms);
    }

    /// <summary>A facet's value; null when the segment has no document of it.</summary>
    public static Occurrences? OfFacet(AtomicReader reader, int facet, string value) => OfValueOf(reader, FacetFields.Term(FacetFields.Names[facet], value));

    /// <summary>The terms in neighbouring positions.</summary>
    public static Occurrences? InARow(AtomicReader reader, string field, IReadOnlyList<string> terms)
    {
        if (terms.Count == 1)
        {
            return OfWord.In(reader, field, terms[0]);
        }

        var parts = new DocsAndPositionsEnum[terms.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (reader.GetTermPositionsEnum(new Term(field, terms[i])) is not { } part)
            {
                return null;
            }

            parts[i] = part;
        }

        return new OfPhrase(parts);
    }

    private static OfValue? OfValueOf(AtomicReader reader, string term) =>
        reader.GetTermDocsEnum(new Term(DocumentFields.Facets, term)) is { } documents ? new OfValue(documents) : null;

    private sealed class OfValue : Occurrences
    {
        private readonly DocsEnum _documents;

        public OfValue(DocsEnum documents)
        {
            _documents = documents;
            Cost = documents.GetCost();
        }

        public override int Advance(int target) => Document >= target ? Document : Document = _documents.Advance(target);

        public override void Report(ClauseEvidence evidence) => evidence.AddOrigin();
    }

    /// <summary>Walks without positions, which take most of the time and space; they are read of the documents that are asked about.</summary>
    private sealed class OfWord : Occurrences
    {
        private readonly AtomicReader _reader;
        private readonly TermsEnum _term;
        private readonly DocsEnum _documents;
        private DocsAndPositionsEnum? _positions;

        private OfWord(AtomicReader reader, TermsEnum term)
        {
            (_reader, _term) = (reader, term);
            _documents = term.Docs(reader.LiveDocs, null, DocsFlags.NONE);
            Cost = _documents.GetCost();
        }

        public static OfWord? In(AtomicReader reader, string field, string word) =>
            reader.GetTerms(field)?.GetEnumerator() is { } terms && terms.SeekExact(new BytesRef(word)) ? new OfWord(reader, terms) : null;

        public override int Advance(int target) => Document >= target ? Document : Document = _documents.Advance(target);

        public override void Report(ClauseEvidence evidence)
        {
            _positions ??= _term.DocsAndPositions(_reader.LiveDocs, null, DocsAndPositionsFlags.NONE);
            if (_positions.DocID < Document)
            {
                _positions.Advance(Document);
            }

            for (var left = _positions.Freq; left > 0; left--)
            {
                evidence.Add(_positions.NextPosition(), 1);
            }
        }
    }

    private sealed class OfPhrase : Occurrences
    {
        private readonly DocsAndPositionsEnum[] _words;
        private readonly List<int> _starts = [];

        public OfPhrase(DocsAndPositionsEnum[] words)
        {
            _words = words;
            Cost = words.Min(word => word.GetCost());
        }

        public override int Advance(int target)
        {
            while (Document != End && (Document < target || _starts.Count == 0))
            {
                var candidate = _words[0].DocID < target || _words[0].DocID == Document ? _words[0].Advance(Math.Max(target, Document + 1)) : _words[0].DocID;
                for (var i = 1; i < _words.Length && candidate != End; i++)
                {
                    var at = _words[i].DocID < candidate ? _words[i].Advance(candidate) : _words[i].DocID;
                    if (at > candidate)
                    {
                        candidate = at == End ? End : _words[0].Advance(at);
                        i = 0;
                    }
                }

                Document = candidate;
                if (candidate == End)
                {
                    return End;
                }

                FindStarts();
            }

            return Document;
        }

        public override void Report(ClauseEvidence evidence)
        {
            foreach (var start in _starts)
            {
                evidence.Add(start, _words.Length);
            }
        }

        private void FindStarts()
        {
            _starts.Clear();
            for (var left = _words[0].Freq; left > 0; left--)
            {
                _starts.Add(_words[0].NextPosition());
            }

            for (var i = 1; i < _words.Length && _starts.Count > 0; i++)
            {
                var kept = 0;
                var (left, position) = (_words[i].Freq, -1);
                for (var at = 0; at < _starts.Count; at++)
                {
                    while (position < _starts[at] + i && left > 0)
                    {
                        position = _words[i].NextPosition();
                        left--;
                    }

                    if (position == _starts[at] + i)
                    {
                        _starts[kept++] = _starts[at];
                    }
                }

                _starts.RemoveRange(kept, _starts.Count - kept);
            }
        }
    }
}
