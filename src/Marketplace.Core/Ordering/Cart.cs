namespace Marketplace.Core.Ordering;

/// <summary>What somebody means to buy. Nothing is kept for it: prices and stock are those of the moment at which it is looked at.</summary>
public sealed class Cart
{
    /// <summary>Most different offers.</summary>
    public const int MostLines = 1000;

    private readonly List<CartLine> _lines = [];

    /// <summary>Made from whose it is: of a guest from the secret in the cookie, of a member from the account and the organisation. So nobody has two.</summary>
    public required Guid Id { get; init; }

    /// <summary>Null for a guest.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>In the order in which they were put in.</summary>
    public IReadOnlyList<CartLine> Lines => _lines;

    /// <summary>Puts in, changes or, with 0, takes out. False when there are too many lines.</summary>
    /// <param name="seenUnitPrice">The price that the buyer saw, so that a change can be told.</param>
    public bool Set(Guid offerId, int quantity, long seenUnitPrice)
    {
        var at = _lines.FindIndex(line => line.OfferId == offerId);
        if (quantity == 0)
        {
            if (at >= 0)
            {
                _lines.RemoveAt(at);
            }

            return true;
        }

        if (at >= 0)
        {
            (_lines[at].Quantity, _lines[at].SeenUnitPrice) = (quantity, seenUnitPrice);
            return true;
        }

        if (_lines.Count >= MostLines)
        {
            return false;
        }

        _lines.Add(new CartLine { OfferId = offerId, Quantity = quantity, SeenUnitPrice = seenUnitPrice, Place = _lines.Count == 0 ? 1 : _lines.Max(line => line.Place) + 1 });
        return true;
    }

    /// <summary>Units of an offer in it; 0 when it is not there.</summary>
    public int QuantityOf(Guid offerId) => _lines.Find(line => line.OfferId == offerId)?.Quantity ?? 0;

    /// <summary>Takes over what a guest had put in before signing in. Of what is in both the larger number stays, so that signing in never doubles anything.</summary>
    public void TakeOver(Cart guest)
    {
        foreach (var line in guest.Lines)
        {
            if (line.Quantity > QuantityOf(line.OfferId))
            {
                Set(line.OfferId, line.Quantity, line.SeenUnitPrice);
            }
        }
    }

    public void Clear() => _lines.Clear();
}

/// <summary>So many of an offer.</summary>
public sealed class CartLine
{
    public required Guid OfferId { get; init; }

    public required int Quantity { get; set; }

    /// <summary>The price of one unit that the buyer saw last, in the smallest unit of its currency.</summary>
    public required long SeenUnitPrice { get; set; }

    /// <summary>Rises with every line that is put in.</summary>
    public required int Place { get; init; }
}
