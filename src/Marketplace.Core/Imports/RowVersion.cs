using System.Globalization;

namespace Marketplace.Core.Imports;

/// <summary>
/// Of what a row of an export was written: "v3.5", or "v3" for a listing without an offer. With it, what others have changed since then is not
/// overwritten unseen. With a letter before it, so that no spreadsheet takes it for a number or a day.
/// </summary>
/// <param name="Listing">0 for a product that nobody has edited; then rising with every save.</param>
/// <param name="Offer">Rises with every save.</param>
public readonly record struct RowVersion(int Listing, int? Offer)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"v{Listing}") + (Offer is { } offer ? string.Create(CultureInfo.InvariantCulture, $".{offer}") : "");

    /// <summary>Null for what no export has written.</summary>
    public static RowVersion? Read(string text) => text is ['v', .. var numbers] ? numbers.Split('.') switch
    {
        [var listing] when Number(listing) is { } at => new(at, null),
        [var listing, var offer] when Number(listing) is { } at && Number(offer) is { } of => new(at, of),
        _ => null,
    } : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
