namespace Marketplace.Core.Catalogue;

/// <summary>The legal form of a producer (chủ thể OCOP).</summary>
public enum ProducerKind
{
    /// <summary>Co-operative (hợp tác xã).</summary>
    Cooperative,

    /// <summary>Co-operative group (tổ hợp tác).</summary>
    CooperativeGroup,

    /// <summary>Enterprise (doanh nghiệp).</summary>
    Enterprise,

    /// <summary>Registered production or family household (hộ sản xuất, hộ kinh doanh).</summary>
    Household,
}

/// <summary>Whoever makes a product and may hold its certificate.</summary>
public sealed class Producer
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required LocalizedText Name { get; set; }

    public required ProducerKind Kind { get; set; }

    public string? DistrictCode { get; set; }

    public string? CommuneCode { get; set; }

    /// <summary>What it makes, in a sentence.</summary>
    public LocalizedText? Makes { get; set; }

    /// <summary>Web pages on which the record rests.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>The least, in đồng, for which one order must buy of it; null where it asks for nothing.</summary>
    public long? SmallestOrder { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>When this record last changed, in UTC; set when it is saved.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Orders names as a Vietnamese dictionary does; made by <see cref="VietnameseOrder"/>.</summary>
    public string NameSortKey { get; private set; } = "";

    /// <summary>Asks that one order buys for at least so much; null asks for nothing. Refused outside of 1,000 to 1,000,000,000 đồng.</summary>
    public Result<Producer> AskAtLeast(long? amount)
    {
        const long Least = 1_000;
        if (amount is < Least or > OfferTerms.DearestUnit)
        {
            return new(new FieldsRefused([new("amount", FaultKind.OutOfRange, new(
                $"Mức tối thiểu phải từ {Money.Dong(Least).Format(Language.Vi)} đến {Money.Dong(OfferTerms.DearestUnit).Format(Language.Vi)}; muốn bỏ thì để trống.",
                $"The minimum must be from {Money.Dong(Least).Format(Language.En)} to {Money.Dong(OfferTerms.DearestUnit).Format(Language.En)}; leave it empty to ask for none."))]));
        }

        SmallestOrder = amount;
        return new(this);
    }

    public void Rename(LocalizedText name)
    {
        Name = name;
        NameSortKey = VietnameseOrder.Key(name.Vi);
    }
}
