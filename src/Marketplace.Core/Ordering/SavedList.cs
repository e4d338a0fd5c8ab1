using System.Security.Cryptography;
using System.Text;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;

namespace Marketplace.Core.Ordering;

/// <summary>What a buyer orders again and again, under a name: a person's own list, or an organisation's, which its members share. Prices are those of the day.</summary>
public sealed class SavedList
{
    public const int NameLength = 120;

    /// <summary>Most lists of one buyer.</summary>
    public const int Most = 100;

    /// <summary>Most different offers in one list.</summary>
    public const int MostLines = 1000;

    private readonly List<SavedListLine> _lines = [];

    public required Guid Id { get; init; }

    /// <summary>The organisation, or the account of somebody who buys for himself.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Of its owner's lists no two are called alike, whatever letters are capitals.</summary>
    public required string Name { get; set; }

    /// <summary>Made from the name; alike where two names are.</summary>
    public required string NameKey { get; set; }

    /// <summary>In UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    /// <summary>Hash of the last wish that was done to it, with its key: so that a repeated one is known.</summary>
    public required string RequestHash { get; set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>In the order in which they were put in.</summary>
    public IReadOnlyList<SavedListLine> Lines => _lines;

    public static string KeyOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToUpperInvariant())));

    /// <summary>Takes over what was checked.</summary>
    public void Take(SavedListContent content)
    {
        (Name, NameKey) = (content.Name, KeyOf(content.Name));
        if (content.Lines is { } lines)
        {
            _lines.Clear();
            _lines.AddRange(lines.Select((line, at) => new SavedListLine { OfferId = line.OfferId, Quantity = line.Quantity, Place = at + 1 }));
        }
    }
}

/// <summary>So many of an offer.</summary>
public sealed class SavedListLine
{
    public required Guid OfferId { get; init; }

    public required int Quantity { get; init; }

    /// <summary>Its place in the list, from 1.</summary>
    public required int Place { get; init; }
}

/// <summary>What a buyer writes of a list.</summary>
/// <param name="Name">Up to 120 characters.</param>
/// <param name="Lines">1 to 1,000 different offers; null leaves those that are there.</param>
public sealed record SavedListContent(string Name, IReadOnlyList<(Guid OfferId, int Quantity)>? Lines)
{
    /// <summary>The same, tidied up, or everything that is wrong by field.</summary>
    /// <param name="known">Those of the offers that there are.</param>
    public Result<SavedListContent> Checked(IReadOnlySet<Guid> known)
    {
        List<FieldFault> faults = [];
        var name = PlainText.Clean(Name, "name", SavedList.NameLength, lines: false, faults);
        if (name.Length == 0 && faults.Count == 0)
        {
            faults.Add(new("name", FaultKind.Missing, new("Hãy đặt tên cho danh sách.", "Give the list a name.")));
        }

        if (Lines is { Count: 0 })
        {
            faults.Add(new("lines", FaultKind.Missing, new("Danh sách cần ít nhất một món. Không cần nữa thì hãy xóa danh sách.", "A list needs one line at least. Remove the list if you need it no more.")));
        }

        if (Lines is { Count: > SavedList.MostLines })
        {
            faults.Add(new("lines", FaultKind.TooLong, new($"Danh sách chứa tối đa {SavedList.MostLines} món.", $"A list holds {SavedList.MostLines} lines at most.")));
        }

        HashSet<Guid> seen = [];
        foreach (var (at, (offer, quantity)) in (Lines ?? []).Index())
        {
            if (!known.Contains(offer))
            {
                faults.Add(new($"lines.{at}.offer", FaultKind.Unknown, new("Không có mặt hàng này.", "There is no such offer.")));
            }
            else if (!seen.Add(offer))
            {
                faults.Add(new($"lines.{at}.offer", FaultKind.Twice, new("Mặt hàng này đã có trong danh sách.", "This offer is in the list already.")));
            }

            if (quantity is < 1 or > OfferTerms.MostUnits)
            {
                faults.Add(new($"lines.{at}.quantity", FaultKind.OutOfRange, new(
                    $"Số lượng phải từ 1 đến {OfferTerms.MostUnits}; đã nhận {quantity}.", $"The quantity must be from 1 to {OfferTerms.MostUnits}; got {quantity}.")));
            }
        }

        return faults.Count > 0 ? new(new FieldsRefused(faults)) : new(this with { Name = name });
    }
}

/// <summary>A buyer keeps so many lists and no more.</summary>
public sealed record TooManyLists : IProblem
{
    public LocalizedText Message => new(
        $"Bạn đã có {SavedList.Most} danh sách, là mức tối đa. Hãy xóa bớt một danh sách.", $"You have {SavedList.Most} lists, which is the most. Remove one first.");
}

/// <summary>Another list of the same buyer has the name.</summary>
public sealed record ListNameTaken : IFieldProblem
{
    public IReadOnlyList<string> Path => ["name"];

    public LocalizedText Message => new("Đã có danh sách mang tên này. Hãy chọn tên khác.", "There is a list of this name already. Choose another name.");
}
