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

    /// <summary>When this record last changed, in UTC; set when it is saved.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Orders names as a Vietnamese dictionary does; made by <see cref="VietnameseOrder"/>.</summary>
    public string NameSortKey { get; private set; } = "";

    public void Rename(LocalizedText name)
    {
        Name = name;
        NameSortKey = VietnameseOrder.Key(name.Vi);
    }
}
