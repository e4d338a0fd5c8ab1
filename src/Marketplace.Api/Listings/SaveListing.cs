using GraphQL;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;
using Marketplace.Data.Listings;

namespace Marketplace.Api;

/// <summary>A text in both languages.</summary>
[Name("LocalizedTextInput")]
public sealed class LocalizedTextInput
{
    /// <summary>Vietnamese, the original.</summary>
    public required string Vi { get; init; }

    /// <summary>English; null where there is no translation.</summary>
    public string? En { get; init; }

    internal LocalizedText Given => new(Vi, En);
}

/// <summary>Days from the first to the last, both included.</summary>
[Name("DayRangeInput")]
public sealed class DayRangeInput
{
    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }
}

/// <summary>When a product is harvested or made.</summary>
[Name("SeasonInput")]
public sealed class SeasonInput
{
    /// <summary>Months from 1 to 12; empty for all year.</summary>
    public required IReadOnlyList<int> HarvestMonths { get; init; }

    /// <summary>Days on which nothing is made or sent; 24 spells at most.</summary>
    public required IReadOnlyList<DayRangeInput> Blackouts { get; init; }
}

/// <summary>The whole text of a listing: what is left out is taken away. A draft may lack anything but its Vietnamese name.</summary>
[Name("SaveListingInput")]
public sealed class SaveListingInput
{
    /// <summary>One of the producer's own; null for a new one.</summary>
    [Id]
    public string? Listing { get; init; }

    /// <summary>The version that was read; left out for a new one.</summary>
    public int? Version { get; init; }

    /// <summary>Up to 200 characters in each language.</summary>
    public required LocalizedTextInput Name { get; init; }

    /// <summary>Up to 2000 characters in each language. Plain text: marks of HTML are shown as they are.</summary>
    public LocalizedTextInput? Description { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public LocalizedTextInput? Packaging { get; init; }

    /// <summary>Code of a shelf.</summary>
    public string? Category { get; init; }

    /// <summary>Code of a product group in force.</summary>
    public string? Group { get; init; }

    /// <summary>20 at most, 60 characters each.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Null when nothing is said.</summary>
    public SeasonInput? Season { get; init; }

    /// <summary>Up to 64 characters, made by the client: the same key makes a new listing once.</summary>
    public string? RequestKey { get; init; }

    internal ListingContent Content => new()
    {
        Name = Name.Given,
        Description = Description?.Given,
        Packaging = Packaging?.Given,
        Category = Category ?? "",
        Group = Group ?? "",
        Keywords = Keywords ?? [],
        Season = Season is null ? null : new Season(Season.HarvestMonths, [.. Season.Blackouts.Select(range => new DayRange(range.From, range.To))]),
    };
}

/// <summary>The listing as it is now.</summary>
[Name("ListingPayload")]
public sealed class ListingPayload : Payload
{
    internal ListingPayload(IEnumerable<IProblem> problems, Ask ask, ListingAtWork? at = null)
        : base(problems, ask) => Listing = at is null ? null : new ListingGraph(at);

    /// <summary>Null when there is none.</summary>
    public ListingGraph? Listing { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Writes a draft, new or over the live text, which stays in sight until an officer has approved the new one. Problems: NOTHING_THERE,
    /// CHANGED_MEANWHILE, WITHDRAW_FIRST, KEY_USED_BEFORE, and of each field MISSING, TOO_LONG, NOT_PLAIN_TEXT, OUT_OF_RANGE, UNKNOWN, TWICE.
    /// </summary>
    public static async Task<ListingPayload> SaveListing(
        SaveListingInput input, ProducerEditor editor, Ask ask, [FromServices] ListingWork work, CancellationToken cancellationToken)
    {
        if (input.Listing is not null)
        {
            return await work.ChangeAsync(editor.Actor, input.Listing, input.Version, ask, "saveListing", (_, at) => Task.FromResult(at.Listing.Edit(input.Content)), cancellationToken);
        }

        return await work.StartAsync(editor.Actor, input, ask, cancellationToken);
    }
}
