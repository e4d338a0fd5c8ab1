using System.Globalization;
using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Listings;

/// <summary>What a producer writes about a product. A draft may lack anything but its Vietnamese name.</summary>
public sealed record ListingContent
{
    /// <summary>Most characters of the name, and of the packaging, in each language.</summary>
    public const int NameLength = 200;

    /// <summary>Most characters of the description in each language.</summary>
    public const int DescriptionLength = 2000;

    public const int KeywordLength = 60;

    public const int MostKeywords = 20;

    public const int MostBlackouts = 24;

    public required LocalizedText Name { get; init; }

    /// <summary>May have several lines.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>Pack and size: "Hộp 300 g".</summary>
    public LocalizedText? Packaging { get; init; }

    /// <summary>Code of a shelf (<see cref="Categories"/>); empty while not chosen.</summary>
    public string Category { get; init; } = "";

    /// <summary>Code of a product group in force; empty while not chosen.</summary>
    public string Group { get; init; } = "";

    /// <summary>Further words that buyers use.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Null when nothing is said about it.</summary>
    public Season? Season { get; init; }

    /// <summary>The text of a live product.</summary>
    public static ListingContent Of(Product product) => new()
    {
        Name = product.Name,
        Description = product.Description,
        Packaging = product.Packaging,
        Category = product.Category,
        Group = product.GroupCode,
        Keywords = product.Keywords,
        Season = product.Season,
    };

    /// <summary>The content as it is kept: texts plain and composed, lists in order; or every field that cannot be kept.</summary>
    public Result<ListingContent> Cleaned()
    {
        List<FieldFault> faults = [];
        var clean = new ListingContent
        {
            Name = PlainText.CleanOptional(Name, "name", NameLength, lines: false, faults) ?? new(""),
            Description = PlainText.CleanOptional(Description, "description", DescriptionLength, lines: true, faults),
            Packaging = PlainText.CleanOptional(Packaging, "packaging", NameLength, lines: false, faults),
            Category = Category.Trim(),
            Group = Group.Trim(),
            Keywords = CleanKeywords(faults),
            Season = CleanSeason(faults),
        };
        if (clean.Name.Vi.Length == 0 && faults.All(fault => fault.Path != "name.vi"))
        {
            faults.Add(Missing("name.vi", "Thiếu tên tiếng Việt.", "The Vietnamese name is missing."));
        }

        if (clean.Category.Length > 0 && Categories.NameOf(clean.Category) is null)
        {
            faults.Add(new("category", FaultKind.Unknown, new("Không có loại hàng này; hãy chọn trong danh sách.", "There is no such category; choose one from the list.")));
        }

        return faults.Count > 0 ? new(new FieldsRefused(faults)) : new(clean);
    }

    /// <summary>What must still be said before an officer can review it. English may be missing: the Vietnamese text is shown then.</summary>
    /// <param name="groups">Codes of the product groups in force.</param>
    public IReadOnlyList<FieldFault> Lacks(IReadOnlySet<string> groups)
    {
        List<FieldFault> faults = [];
        if (Name.Vi.Length == 0)
        {
            faults.Add(Missing("name.vi", "Thiếu tên tiếng Việt.", "The Vietnamese name is missing."));
        }

        if (string.IsNullOrEmpty(Description?.Vi))
        {
            faults.Add(Missing("description.vi", "Thiếu mô tả tiếng Việt.", "The Vietnamese description is missing."));
        }

        // A translation of nothing: the reader of Vietnamese would see an empty place.
        if (Packaging is { Vi: "" })
        {
            faults.Add(Missing("packaging.vi", "Thiếu quy cách tiếng Việt.", "The Vietnamese packaging is missing."));
        }

        if (Category.Length == 0)
        {
            faults.Add(Missing("category", "Chưa chọn loại hàng.", "No category is chosen."));
        }

        if (Group.Length == 0)
        {
            faults.Add(Missing("group", "Chưa chọn nhóm sản phẩm.", "No product group is chosen."));
        }
        else if (!groups.Contains(Group))
        {
            faults.Add(new("group", FaultKind.Unknown, new("Nhóm sản phẩm không có trong văn bản hiện hành.", "The legal text in force has no such product group.")));
        }

        return faults;
    }

    /// <summary>Texts that readers see, each with the path of its field.</summary>
    public IEnumerable<(string Path, string Text)> Texts() =>
    [
        .. Both("name", Name), .. Both("description", Description), .. Both("packaging", Packaging),
        .. Keywords.Select((keyword, at) => (string.Create(CultureInfo.InvariantCulture, $"keywords.{at}"), keyword)),
    ];

    private static IEnumerable<(string Path, string Text)> Both(string path, LocalizedText? text) =>
        new[] { (path + ".vi", text?.Vi ?? ""), (path + ".en", text?.En ?? "") }.Where(part => part.Item2.Length > 0);

    private static FieldFault Missing(string path, string vi, string en) => new(path, FaultKind.Missing, new(vi, en));

    private List<string> CleanKeywords(List<FieldFault> faults)
    {
        if (Keywords.Count > MostKeywords)
        {
            faults.Add(new("keywords", FaultKind.TooLong, new($"Có {Keywords.Count} từ khóa, tối đa {MostKeywords}.", $"There are {Keywords.Count} keywords; {MostKeywords} at most.")));
            return [];
        }

        return
        [
            .. Keywords.Select((keyword, at) => PlainText.Clean(keyword, string.Create(CultureInfo.InvariantCulture, $"keywords.{at}"), KeywordLength, lines: false, faults))
                .Where(keyword => keyword.Length > 0).DistinctBy(keyword => keyword.ToLowerInvariant()),
        ];
    }

    private Season? CleanSeason(List<FieldFault> faults)
    {
        if (Season is not { } season)
        {
            return null;
        }

        if (season.HarvestMonths.Any(month => month is < 1 or > 12))
        {
            faults.Add(new("season.harvestMonths", FaultKind.OutOfRange, new("Tháng phải từ 1 đến 12.", "Months go from 1 to 12.")));
        }

        if (season.Blackouts.Count > MostBlackouts)
        {
            faults.Add(new("season.blackouts", FaultKind.TooLong, new($"Tối đa {MostBlackouts} đợt nghỉ.", $"{MostBlackouts} breaks at most.")));
        }

        DayRange[] ranges = [.. season.Blackouts.OrderBy(range => range.From)];
        if (ranges.Any(range => range.To < range.From))
        {
            faults.Add(new("season.blackouts", FaultKind.OutOfRange, new("Ngày cuối của đợt nghỉ phải sau ngày đầu.", "A break must end on or after its first day.")));
        }
        else if (ranges.Zip(ranges.Skip(1)).Any(pair => pair.First.To >= pair.Second.From))
        {
            faults.Add(new("season.blackouts", FaultKind.Twice, new("Các đợt nghỉ không được chồng lên nhau.", "Breaks must not overlap.")));
        }

        int[] months = [.. season.HarvestMonths.Distinct().Order()];
        return months.Length == 0 && ranges.Length == 0 ? null : new Season(months, ranges);
    }
}
