using System.Globalization;

namespace Marketplace.Core.Listings;

/// <summary>One field that reads otherwise than before.</summary>
/// <param name="Field">Its path, as in faults: "description.vi", "season.harvestMonths".</param>
/// <param name="Before">Null where nothing stood.</param>
/// <param name="After">Null where nothing stands any more.</param>
public sealed record ListingDifference(string Field, string? Before, string? After)
{
    /// <summary>The fields of a listing, in the order in which they are written and reviewed.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "name.vi", "name.en", "description.vi", "description.en", "packaging.vi", "packaging.en", "category", "group", "keywords", "season.harvestMonths", "season.blackouts",
    ];

    /// <summary>What changes when the one takes the place of the other; against null everything that is written is new.</summary>
    public static IReadOnlyList<ListingDifference> Between(ListingContent? before, ListingContent after) =>
    [
        .. Fields.Select(field => new ListingDifference(field, before is null ? null : Value(before, field), Value(after, field)))
            .Where(difference => difference.Before != difference.After),
    ];

    private static string? Value(ListingContent content, string field) => field switch
    {
        "name.vi" => Written(content.Name.Vi),
        "name.en" => Written(content.Name.En),
        "description.vi" => Written(content.Description?.Vi),
        "description.en" => Written(content.Description?.En),
        "packaging.vi" => Written(content.Packaging?.Vi),
        "packaging.en" => Written(content.Packaging?.En),
        "category" => Written(content.Category),
        "group" => Written(content.Group),
        "keywords" => Written(string.Join(", ", content.Keywords)),
        "season.harvestMonths" => Written(string.Join(", ", content.Season?.HarvestMonths ?? [])),
        "season.blackouts" => Written(string.Join(", ", (content.Season?.Blackouts ?? [])
            .Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.From:yyyy-MM-dd} – {range.To:yyyy-MM-dd}")))),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A listing has no such field."),
    };

    private static string? Written(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
