namespace Marketplace.Core.Programme;

/// <summary>A figure or statement about the OCOP programme or the province, as sources gave it at some time.</summary>
public sealed record ProgrammeFact
{
    public required string Code { get; init; }

    /// <summary>What it is about: "ocop-products", "coconut", "export" …</summary>
    public required string Topic { get; init; }

    /// <summary>Year, month or day to which the source refers it: 2024, 2024-12, 2018-12-28; "undated" where it gives none.</summary>
    public required string AsOf { get; init; }

    /// <summary>The figure, in the unit; null where the fact is no single number.</summary>
    public double? Value { get; init; }

    /// <summary>What stands in the figure's place, such as the number of a decision.</summary>
    public string? Text { get; init; }

    public LocalizedText? Unit { get; init; }

    public required LocalizedText Statement { get; init; }

    /// <summary>Web pages that say so.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Parts of the figure by code, in the source's order. They need not add up to it.</summary>
    public IReadOnlyDictionary<string, double> Breakdown { get; init; } = new Dictionary<string, double>();
}

/// <summary>What the parts of figures are called.</summary>
public static class FactParts
{
    private static readonly Dictionary<string, LocalizedText> Names = new()
    {
        ["3"] = new("3 sao", "3 stars"),
        ["4"] = new("4 sao", "4 stars"),
        ["5"] = new("5 sao", "5 stars"),
        ["potential5"] = new("Tiềm năng 5 sao", "Potential 5 stars"),
        ["entities"] = new("Chủ thể", "Producers"),
        ["households"] = new("Hộ sản xuất, kinh doanh", "Households"),
        ["enterprises"] = new("Doanh nghiệp", "Enterprises"),
        ["cooperatives"] = new("Hợp tác xã", "Co-operatives"),
        ["cooperativeGroups"] = new("Tổ hợp tác", "Co-operative groups"),
        ["new2024.3"] = new("Mới trong năm 2024: 3 sao", "New in 2024: 3 stars"),
        ["new2024.4"] = new("Mới trong năm 2024: 4 sao", "New in 2024: 4 stars"),
        ["new2024.5"] = new("Mới trong năm 2024: 5 sao", "New in 2024: 5 stars"),
        ["new2024.entities"] = new("Mới trong năm 2024: chủ thể", "New in 2024: producers"),
    };

    /// <summary>The part's name in both languages; null for an unknown code.</summary>
    public static LocalizedText? NameOf(string code) => Names.GetValueOrDefault(code);
}
