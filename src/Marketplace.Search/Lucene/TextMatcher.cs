using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;

namespace Marketplace.Search.Lucene;

/// <summary>Finds the products of one segment that meet enough clauses, and shows what they have of each.</summary>
internal sealed class TextMatcher
{
    /// <summary>Where even the rarest clause is met by one document in so many, sixty-four are looked at together.</summary>
    private const int OneIn = 256;

    private readonly ClauseCursor[] _clauses;
    private readonly ClauseCursor[] _required;
    private readonly ClauseCursor[] _kind;
    private readonly ClauseCursor[] _drivers;
    private readonly int _atLeast;
    private readonly bool _readsPlaces;
    private readonly bool _inBlocks;
    private int _block = -1;
    private ulong _bits;
    private readonly IBits? _live;
    private readonly FixedBitSet _products;
    private readonly int _end;
    private readonly Evidence _evidence;

    /// <param name="atLeast">How many of the clauses that are not weak must be met.</param>
    /// <param name="needsKind">Whether those that say the kind of thing must be; where that is certain, no others need to be.</param>
    public TextMatcher(AtomicReader reader, SegmentColumns columns, Evidence evidence, int atLeast, bool needsKind)
    {
        _evidence = evidence;
        _clauses = [.. evidence.Clauses.Select(clause => new ClauseCursor(reader, clause))];
        _required = [.. _clauses.Where(clause => !clause.IsWeak).OrderBy(clause => clause.Cost)];

        // A product that meets k of n clauses is in at least one of the n - k + 1 rarest.
        _kind = needsKind ? [.. evidence.Wanted.Units.Select(i => _clauses[i]).OrderBy(clause => clause.Cost)] : [];
        _atLeast = needsKind && evidence.Wanted.IsCertain ? _kind.Length : atLeast;
        _drivers = _kind.Length > 0 ? _kind[..1] : _required[..Math.Max(0, _required.Length - _atLeast + (_atLeast > 0 ? 1 : 0))];
        _readsPlaces = _required.Any(clause => clause.ReadsPlaces);
        _inBlocks = _required.Length > 0 && _atLeast == _required.Length && _kind.Length == 0 && _required.All(clause => clause.HasBlocks) && _required[0].Cost > reader.MaxDoc / OneIn;
        (_live, _products, _end) = (reader.LiveDocs, columns.Products, reader.MaxDoc);
        Document = -1;
    }

    public int Document { get; private set; }

    public bool Next()
    {
        while (true)
        {
            var next = _inBlocks ? NextInBlocks() : _atLeast == 0 ? NextProduct(Document + 1) : NextOfDrivers(Document + 1);
            if (next >= _end)
            {
                return false;
            }

            Document = next;
            if ((_live is null || _live.Get(next)) && (_inBlocks ? !_readsPlaces || HoldsEnough(next) : _products.Get(next) && MeetsEnough(next)))
            {
                return true;
            }
        }
    }

    /// <summary>Goes to a product that is known to match.</summary>
    public void GoTo(int document)
    {
        Document = document;
        foreach (var clause in _required)
        {
            clause.Advance(document);
        }
    }

    /// <summary>Reads where the words stand in the current product.</summary>
    public Evidence ReadEvidence()
    {
        for (var i = 0; i < _clauses.Length; i++)
        {
            _evidence.Of[i].Clear();
            _clauses[i].Report(Document, _evidence.Of[i]);
        }

        return _evidence;
    }

    private bool MeetsEnough(int document)
    {
        foreach (var clause in _kind)
        {
            if (!clause.Holds(document))
            {
                return false;
            }
        }

        // Where words stand is read last, and only of products that have them.
        return HasEnough(document) && (!_readsPlaces || HoldsEnough(document));
    }

    private bool HasEnough(int document)
    {
        var may = _required.Length - _atLeast;
        foreach (var clause in _required)
        {
            if (clause.Advance(document) != document && --may < 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool HoldsEnough(int document)
    {
        var may = _required.Length - _atLeast;
        foreach (var clause in _required)
        {
            if (!clause.Holds(document) && --may < 0)
            {
                return false;
            }
        }

        return true;
    }

    private int NextInBlocks()
    {
        var products = _products.GetBits();
        while (_bits == 0)
        {
            if (++_block << 6 >= _end)
            {
                return Occurrences.End;
            }

            _bits = (ulong)products[_block];
            for (var i = 0; i < _required.Length && _bits != 0; i++)
            {
                _bits &= _required[i].Among(_block);
            }
        }

        var next = (_block << 6) + BitOperations.TrailingZeroCount(_bits);
        _bits &= _bits - 1;
        return next;
    }

    private int NextOfDrivers(int from)
    {
        var next = Occurrences.End;
        foreach (var driver in _drivers)
        {
            next = Math.Min(next, driver.Advance(from));
        }

        return next;
    }

    private int NextProduct(int from) => from < _end && _products.NextSetBit(from) is >= 0 and var next ? next : Occurrences.End;

    /// <summary>Walks through all alternatives of a clause together.</summary>
    private sealed class ClauseCursor
    {
        private readonly (Occurrences Found, bool IsTyped, bool IsMarked)[] _alternatives;
        private int _document = -1;

        public ClauseCursor(AtomicReader reader, Clause clause)
        {
            IsWeak = clause.IsWeak;
            _alternatives =
            [
                .. clause.Alternatives
                    .Select(alternative => (Found: Occurrences.Of(reader, alternative), alternative.IsTyped, IsMarked: alternative is { IsTyped: true, Form: TermForm.Marked }))
                    .Where(alternative => alternative.Found is not null)
                    .Select(alternative => (alternative.Found!, alternative.IsTyped, alternative.IsMarked)),
            ];
            Cost = _alternatives.Sum(alternative => alternative.Found.Cost);
            HasBlocks = _alternatives.All(alternative => alternative.Found.HasBlocks);
            ReadsPlaces = _alternatives.Any(alternative => alternative.Found.ReadsPlaces);
        }

        public bool IsWeak { get; }

        public long Cost { get; }

        /// <summary>Whether a document may have its words and yet not meet it.</summary>
        public bool ReadsPlaces { get; }

        /// <summary>Whether <see cref="Among"/> can be asked.</summary>
        public bool HasBlocks { get; }

        /// <summary>Which of sixty-four documents may meet the clause, a bit each.</summary>
        public ulong Among(int block)
        {
            var bits = 0ul;
            foreach (var (found, _, _) in _alternatives)
            {
                bits |= found.Among(block);
            }

            return bits;
        }

        /// <summary>The first document at or after the target that may meet the clause.</summary>
        public int Advance(int target)
        {
            if (_document >= target)
            {
                return _document;
            }

            _document = Occurrences.End;
            foreach (var (found, _, _) in _alternatives)
            {
                _document = Math.Min(_document, found.Advance(target));
            }

            return _document;
        }

        /// <summary>Whether the document meets the clause, which <see cref="Advance"/> alone does not know of phrases.</summary>
        public bool Holds(int document)
        {
            if (Advance(document) != document)
            {
                return false;
            }

            foreach (var (found, _, _) in _alternatives)
            {
                if (found.Document == document && found.IsHere())
                {
                    return true;
                }
            }

            return false;
        }

        public void Report(int document, ClauseEvidence evidence)
        {
            if (Advance(document) != document)
            {
                return;
            }

            foreach (var (found, isTyped, isMarked) in _alternatives)
            {
                if (found.Document == document && found.IsHere())
                {
                    found.Report(evidence);
                    evidence.Found(isTyped, isMarked);
                }
            }
        }
    }
}
