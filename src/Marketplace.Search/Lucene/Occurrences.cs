using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Marketplace.Search.Facets;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Lucene;

/// <summary>Walks through the documents of one segment that hold an alternative of a clause, in their order; deleted ones are among them.</summary>
internal abstract class Occurrences
{
    public const int End = DocIdSetIterator.NO_MORE_DOCS;

    public int Document { get; protected set; } = -1;

    /// <summary>About how many documents it will visit.</summary>
    public long Cost { get; protected init; }

    /// <summary>Goes to the first document at or after the target that may hold it; <see cref="IsHere"/> tells whether it does.</summary>
    public abstract int Advance(int target);

    /// <summary>Whether the current document holds it. Where the words of a phrase stand is read only for this.</summary>
    public virtual bool IsHere() => true;

    /// <summary>Adds where it stands in the current document, which holds it. Called once a document.</summary>
    public abstract void Report(ClauseEvidence evidence);

    /// <summary>Null when the segment has none.</summary>
    public static Occurrences? Of(AtomicReader reader, Alternative alternative) => alternative.Form switch
    {
        TermForm.FacetValue => OfValue.In(reader, alternative.Terms[0]),
        TermForm.Marked => InARow(reader, DocumentFields.Marked, alternative.Terms, DocumentFields.Pairs),
        _ => InARow(reader, DocumentFields.Folded, alternative.Terms, DocumentFields.Pairs),
    };

    /// <summary>A facet's value; null when the segment has no document of it.</summary>
    public static Occurrences? OfFacet(AtomicReader reader, int facet, string value) => OfValue.In(reader, FacetFields.Term(FacetFields.Names[facet], value));

    /// <summary>The terms in neighbouring positions.</summary>
    /// <param name="pairs">The field with the pairs of neighbouring words, without marks; null when the terms' field has none.</param>
    public static Occurrences? InARow(AtomicReader reader, string field, IReadOnlyList<string> terms, string? pairs = null)
    {
        var words = terms.Select(term => OfWord.In(reader, field, term)).ToArray();
        if (words.Contains(null) || words.Length == 1)
        {
            return words is [{ } word] ? word : null;
        }

        if (pairs is null)
        {
            return new OfPhrase(words!, words!, isExact: false);
        }

        string[] folded = [.. terms.Select(VietnameseText.Fold)];
        var neighbours = folded.Zip(folded.Skip(1), (one, next) => OfWord.In(reader, pairs, one + ' ' + next)).ToArray();
        return neighbours.Contains(null) ? null : new OfPhrase(words!, neighbours!, isExact: neighbours.Length == 1 && field == DocumentFields.Folded);
    }

    /// <summary>Walks without positions, which take most of the time and space.</summary>
    private abstract class OfOne : Occurrences
    {
        private readonly FixedBitSet? _set;
        private readonly DocsEnum? _documents;

        protected OfOne(AtomicReader reader, string field, string text, TermsEnum term)
        {
            Term = term;
            _set = FrequentWords.Of(reader).SetOf(field, text, term);
            _documents = _set is null ? term.Docs(null, null, DocsFlags.NONE) : null;
            Cost = term.DocFreq;
        }

        protected TermsEnum Term { get; }

        public override int Advance(int target)
        {
            if (Document < target)
            {
                Document = _set is null ? _documents!.Advance(target) : target < _set.Length && _set.NextSetBit(target) is >= 0 and var next ? next : End;
            }

            return Document;
        }

        protected static TermsEnum? TermIn(AtomicReader reader, string field, string text) =>
            reader.GetTerms(field)?.GetEnumerator() is { } terms && terms.SeekExact(new BytesRef(text)) ? terms : null;
    }

    private sealed class OfValue(AtomicReader reader, string value, TermsEnum term) : OfOne(reader, DocumentFields.Facets, value, term)
    {
        public static OfValue? In(AtomicReader reader, string value) => TermIn(reader, DocumentFields.Facets, value) is { } term ? new OfValue(reader, value, term) : null;

        public override void Report(ClauseEvidence evidence) => evidence.AddOrigin();
    }

    private sealed class OfWord(AtomicReader reader, string field, string word, TermsEnum term) : OfOne(reader, field, word, term)
    {
        private DocsAndPositionsEnum? _positions;

        public static OfWord? In(AtomicReader reader, string field, string word) => TermIn(reader, field, word) is { } term ? new OfWord(reader, field, word, term) : null;

        public override void Report(ClauseEvidence evidence)
        {
            var positions = PositionsIn(Document)!;
            for (var left = positions.Freq; left > 0; left--)
            {
                evidence.Add(positions.NextPosition(), 1);
            }
        }

        /// <summary>Where it stands in a document, to be read through once, documents in their order; null when the document does not have it.</summary>
        public DocsAndPositionsEnum? PositionsIn(int document)
        {
            _positions ??= Term.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
            if (_positions.DocID < document)
            {
                _positions.Advance(document);
            }

            return _positions.DocID == document ? _positions : null;
        }
    }

    private sealed class OfPhrase : Occurrences
    {
        private readonly OfWord[] _words;
        private readonly OfWord[] _needs;
        private readonly bool _isExact;
        private readonly List<int> _starts = [];
        private int _read = -1;

        /// <param name="needs">What a document must have to hold the phrase.</param>
        /// <param name="isExact">Whether a document that has that does hold it.</param>
        public OfPhrase(OfWord[] words, OfWord[] needs, bool isExact)
        {
            (_words, _needs, _isExact) = (words, needs, isExact);
            Cost = needs.Min(need => need.Cost);
        }

        public override int Advance(int target)
        {
            if (Document < target)
            {
                var candidate = _needs[0].Advance(target);
                for (var i = 1; i < _needs.Length && candidate != End; i++)
                {
                    if (_needs[i].Advance(candidate) is var next && next > candidate)
                    {
                        (candidate, i) = (_needs[0].Advance(next), 0);
                    }
                }

                Document = candidate;
            }

            return Document;
        }

        public override bool IsHere() => _isExact || Starts().Count > 0;

        public override void Report(ClauseEvidence evidence)
        {
            foreach (var start in Starts())
            {
                evidence.Add(start, _words.Length);
            }
        }

        private List<int> Starts()
        {
            if (_read != Document)
            {
                _read = Document;
                FindStarts();
            }

            return _starts;
        }

        private void FindStarts()
        {
            _starts.Clear();
            var first = _words[0].PositionsIn(Document);
            for (var left = first?.Freq; left > 0; left--)
            {
                _starts.Add(first!.NextPosition());
            }

            for (var i = 1; i < _words.Length && _starts.Count > 0; i++)
            {
                var positions = _words[i].PositionsIn(Document);
                var (kept, left, position) = (0, positions?.Freq ?? 0, -1);
                for (var at = 0; at < _starts.Count; at++)
                {
                    while (position < _starts[at] + i && left > 0)
                    {
                        position = positions!.NextPosition();
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
