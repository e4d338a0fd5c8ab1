using Lucene.Net.Index;
using Lucene.Net.Search;
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

    /// <summary>Whether <see cref="IsHere"/> may say no.</summary>
    public virtual bool ReadsPlaces => false;

    /// <summary>Goes to the first document at or after the target that may hold it; <see cref="IsHere"/> tells whether it does.</summary>
    public abstract int Advance(int target);

    /// <summary>Whether <see cref="Among"/> can be asked.</summary>
    public abstract bool HasBlocks { get; }

    /// <summary>Which of sixty-four documents may hold it, a bit each; <see cref="IsHere"/> tells of one whether it does.</summary>
    public abstract ulong Among(int block);

    /// <summary>Whether the current document holds it. Where the words of a phrase stand is read only for this.</summary>
    public virtual bool IsHere() => true;

    /// <summary>Adds where it stands in the current document, which holds it.</summary>
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

    private abstract class OfOne : Occurrences
    {
        protected OfOne(Postings postings) => (Postings, Cost) = (postings, postings.Holders);

        public override bool HasBlocks => Postings.HasBlocks;

        protected Postings Postings { get; }

        public override ulong Among(int block) => Postings.Among(block);

        public override int Advance(int target)
        {
            if (Document < target)
            {
                Document = Postings.Next(target);
            }

            return Document;
        }
    }

    private sealed class OfValue(Postings postings) : OfOne(postings)
    {
        public static OfValue? In(AtomicReader reader, string value) => SegmentPostings.Find(reader, DocumentFields.Facets, value) is { } postings ? new OfValue(postings) : null;

        public override void Report(ClauseEvidence evidence) => evidence.AddOrigin();
    }

    private sealed class OfWord(Postings postings) : OfOne(postings)
    {
        public static OfWord? In(AtomicReader reader, string field, string text) => SegmentPostings.Find(reader, field, text) is { } postings ? new OfWord(postings) : null;

        public override void Report(ClauseEvidence evidence)
        {
            foreach (var place in PlacesIn(Document))
            {
                evidence.Add(place, 1);
            }
        }

        public ReadOnlySpan<ushort> PlacesIn(int document) => Postings.PlacesIn(document);
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

        public override bool ReadsPlaces => !_isExact;

        public override bool HasBlocks => _needs.All(need => need.HasBlocks);

        public override ulong Among(int block)
        {
            var bits = ulong.MaxValue;
            foreach (var need in _needs)
            {
                bits &= need.Among(block);
            }

            return bits;
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
            foreach (var place in _words[0].PlacesIn(Document))
            {
                _starts.Add(place);
            }

            for (var i = 1; i < _words.Length && _starts.Count > 0; i++)
            {
                var places = _words[i].PlacesIn(Document);
                var (kept, next) = (0, 0);
                for (var at = 0; at < _starts.Count; at++)
                {
                    while (next < places.Length && places[next] < _starts[at] + i)
                    {
                        next++;
                    }

                    if (next < places.Length && places[next] == _starts[at] + i)
                    {
                        _starts[kept++] = _starts[at];
                    }
                }

                _starts.RemoveRange(kept, _starts.Count - kept);
            }
        }
    }
}
