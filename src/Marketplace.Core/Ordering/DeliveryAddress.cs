using Marketplace.Core.Listings;

namespace Marketplace.Core.Ordering;

/// <summary>An address to which a buyer has goods sent again and again: a person's own, or an organisation's, which its members share.</summary>
public sealed class DeliveryAddress
{
    public const int LabelLength = 80;

    /// <summary>Most addresses of one buyer.</summary>
    public const int Most = 50;

    public required Guid Id { get; init; }

    /// <summary>The organisation, or the account of somebody who buys for himself.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>What the buyer calls it.</summary>
    public required string Label { get; set; }

    public required Recipient Recipient { get; set; }

    /// <summary>Chosen unless the buyer says otherwise. One of a buyer's addresses at most.</summary>
    public bool IsUsual { get; set; }

    /// <summary>Hash of the last wish that was done to it, with its key: so that a repeated one is known.</summary>
    public required string RequestHash { get; set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }
}

/// <summary>What a buyer writes of an address.</summary>
/// <param name="Label">Up to 80 characters.</param>
public sealed record AddressContent(string Label, Recipient Recipient)
{
    /// <summary>The same, tidied up, or everything that is wrong by field.</summary>
    public Result<AddressContent> Checked()
    {
        List<FieldFault> faults = [];
        var label = PlainText.Clean(Label, "label", DeliveryAddress.LabelLength, lines: false, faults);
        if (label.Length == 0 && faults.Count == 0)
        {
            faults.Add(new("label", FaultKind.Missing, new("Hãy đặt tên cho địa chỉ, ví dụ “Kho quận 7”.", "Give the address a name, such as “Warehouse”.")));
        }

        var recipient = Recipient.Checked("recipient", faults);
        return faults.Count > 0 ? new(new FieldsRefused(faults)) : new(new AddressContent(label, recipient));
    }
}

/// <summary>A buyer keeps so many addresses and no more.</summary>
public sealed record AddressBookFull : IProblem
{
    public LocalizedText Message => new(
        $"Sổ địa chỉ chứa tối đa {DeliveryAddress.Most} địa chỉ. Hãy xóa bớt một địa chỉ.", $"An address book holds {DeliveryAddress.Most} addresses at most. Remove one first.");
}
