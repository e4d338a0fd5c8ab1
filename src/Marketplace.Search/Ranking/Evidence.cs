using Marketplace.Search.Reading;

namespace Marketplace.Search.Ranking;

/// <summary>
/// Where a document's words stand. A position is a slot of 64 places; a slot belongs to one part of the text. A Vietnamese
/// name is written from its slot's first place and an English one up to the last, so that the noun has a fixed place in both.
/// </summary>
internal static class Slots
{
    public const int Width = 64;
    public const int NameVi = 0;
    public const int NameEn = 1;
    public const int Shelf = 2;
    public const int Origin = 3;
    public const int DescriptionVi = 4;
    public const int DescriptionEn = 12;
    public const int Count = 20;

    public const uint Names = (1u << NameVi) | (1u << NameEn);
    public const uint Shelves = 1u << Shelf;
    public const uint Leading = Names | Shelves;
}

/// <summary>What one product shows for one clause.</summary>
internal sealed class ClauseEvidence
{
    private readonly ulong[] _starts = new ulong[Slots.Count];
    private readonly ulong[] _ends = new ulong[Slots.Count];

    /// <summary>The slots in which it was found, a bit each.</summary>
    public uint In { get; private set; }

    public bool IsTyped { get; private set; }

    public bool IsMarked { get; private set; }

    public bool IsMatched => In != 0;

    public void Clear()
    {
        for (var slots = In; slots != 0; slots &= slots - 1)
        {
            var slot = System.Numerics.BitOperations.TrailingZeroCount(slots);
            _starts[slot] = _ends[slot] = 0;
        }

        In = 0;
        IsTyped = IsMarked = false;
    }

    public void Add(int position, int length)
    {
        var slot = position / Slots.Width;
        if (slot >= Slots.Count)
        {
            return;
        }

        In |= 1u << slot;
        _starts[slot] |= 1ul << (position % Slots.Width);
        _ends[slot] |= 1ul << Math.Min((position % Slots.Width) + length - 1, Slots.Width - 1);
    }

    /// <summary>Found, but nowhere in the text: a product of the district whose name was typed.</summary>
    public void AddOrigin() => In |= 1u << Slots.Origin;

    public void Found(bool typed, bool marked)
    {
        IsTyped |= typed;
        IsMarked |= marked;
    }

    public bool BeginsIn(int slot) => (_starts[slot] & 1) != 0;

    public bool EndsIn(int slot) => _ends[slot] >> (Slots.Width - 1) != 0;

    /// <summary>Whether the other clause goes on there where this one ends. Two clauses met by one synonym end together.</summary>
    public bool IsFollowedBy(ClauseEvidence next, int slot) =>
        (((_ends[slot] << 1) & next._starts[slot]) | (_ends[slot] & next._ends[slot])) != 0;
}

/// <summary>All that the ranking looks at for one product. One object serves all products of a search.</summary>
internal sealed class Evidence(IReadOnlyList<Clause> clauses, KindOfThing kind)
{
    private readonly int[] _required = [.. Enumerable.Range(0, clauses.Count).Where(i => !clauses[i].IsWeak)];

    public IReadOnlyList<Clause> Clauses { get; } = clauses;

    public ClauseEvidence[] Of { get; } = [.. clauses.Select(_ => new ClauseEvidence())];

    /// <summary>The clauses that say what kind of thing is wanted.</summary>
    public KindOfThing Wanted { get; } = kind;

    public int Stars { get; set; }

    public int Missing
    {
        get
        {
            var missing = 0;
            foreach (var i in _required)
            {
                missing += Of[i].IsMatched ? 0 : 1;
            }

            return missing;
        }
    }

    public int Typed
    {
        get
        {
            var typed = 0;
            foreach (var clause in Of)
            {
                typed += clause.IsTyped ? 1 : 0;
            }

            return typed;
        }
    }

    public int Marked
    {
        get
        {
            var marked = 0;
            foreach (var clause in Of)
            {
                marked += clause.IsMarked ? 1 : 0;
            }

            return marked;
        }
    }

    /// <summary>0: it is another kind of thing; 1: the kind is named in its name, shelf or keywords; 2: it is what the name or the shelf says first.</summary>
    public int Kind
    {
        get
        {
            foreach (var i in Wanted.Units)
            {
                if ((Of[i].In & Slots.Leading) == 0)
                {
                    return 0;
                }
            }

            return Wanted.Units.Length == 0 ? 0 : Math.Max(1, Math.Max(NounIn(Wanted.Units), Phrase(Wanted.Units, Slots.Shelf)));
        }
    }

    /// <summary>Where the kind is not certain, the word must stand as the noun: "đông lạnh" is not asking for what "Đông Á" makes.</summary>
    public bool IsOfKind => Kind >= (Wanted.IsCertain ? 1 : 2);

    /// <summary>0: the name does not hold the words in a row; 1: it does; 2: they are its noun, the first words in Vietnamese and the last in English.</summary>
    public int NamePhrase => NounIn(_required);

    public void Clear()
    {
        foreach (var clause in Of)
        {
            clause.Clear();
        }
    }

    public int CountIn(uint slots)
    {
        var count = 0;
        foreach (var clause in Of)
        {
            count += (clause.In & slots) != 0 ? 1 : 0;
        }

        return count;
    }

    public bool IsPair(int first)
    {
        if (first + 1 >= Of.Length)
        {
            return false;
        }

        for (var both = Of[first].In & Of[first + 1].In; both != 0; both &= both - 1)
        {
            if (Of[first].IsFollowedBy(Of[first + 1], System.Numerics.BitOperations.TrailingZeroCount(both)))
            {
                return true;
            }
        }

        return false;
    }

    private int NounIn(int[] clauses) => Math.Max(Phrase(clauses, Slots.NameVi), Phrase(clauses, Slots.NameEn));

    private int Phrase(int[] clauses, int slot)
    {
        if (clauses.Length == 0 || (Of[clauses[0]].In & (1u << slot)) == 0)
        {
            return 0;
        }

        for (var i = 1; i < clauses.Length; i++)
        {
            if (!Of[clauses[i - 1]].IsFollowedBy(Of[clauses[i]], slot))
            {
                return 0;
            }
        }

        var isNoun = slot == Slots.NameEn ? Of[clauses[^1]].EndsIn(slot) : Of[clauses[0]].BeginsIn(slot);
        return isNoun ? 2 : 1;
    }
}
