using GraphQL;
using GraphQL.DataLoader;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Complaints;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What a producer writes about one product, beside what the public sees of it.</summary>
[Name("Listing")]
public sealed class ListingGraph
{
    private readonly ListingAtWork _at;

    internal ListingGraph(ListingAtWork at) => _at = at;

    /// <summary>Opaque; the same for as long as the listing exists.</summary>
    [Id]
    public string Id => GlobalId.Encode("Listing", _at.Listing.Id);

    /// <summary>Names the product in addresses; never changes.</summary>
    public string Slug => _at.Listing.Slug;

    /// <summary>The public entry of whoever writes it; null where it has gone.</summary>
    public async Task<ProducerGraph?> Producer([FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        (await catalogue.ProducersAsync([_at.Listing.ProducerId], cancellationToken)).FirstOrDefault();

    /// <summary>Where the text stands on its way to the public.</summary>
    public ListingState State => _at.Listing.State;

    /// <summary>What the public sees meanwhile.</summary>
    public LiveState Live => _at.Listing.Live;

    /// <summary>Rises with every save; to be given back with a change, so that nobody overwrites what they have not seen. 0 while it was never saved.</summary>
    public int Version => _at.Listing.Version;

    /// <summary>The text as it is being written; the live one while nothing is pending.</summary>
    public ListingContentGraph Content => new(_at.Listing.Content);

    /// <summary>The text that the public sees, or saw last; null before the first approval.</summary>
    public ListingContentGraph? LiveContent => _at.Live is { } live ? new(live) : null;

    /// <summary>Fields that read otherwise than the live text; against nothing, everything that is written.</summary>
    public IReadOnlyList<ListingDifference> Differences => _at.Differences;

    /// <summary>What the text claims in both languages: stars, organic, cures and the like.</summary>
    public IReadOnlyList<ClaimGraph> Claims(Ask ask) => [.. _at.ClaimsOn(ask.Today).Select(claim => new ClaimGraph(claim, ask))];

    /// <summary>Why an officer gave it back last.</summary>
    public IReadOnlyList<ReturnReason> Reasons => _at.Listing.Reasons;

    /// <summary>When it was handed in; null when it is not.</summary>
    public DateTime? SubmittedAt => _at.Listing.SubmittedAt;

    /// <summary>When an officer decided last.</summary>
    public DateTime? DecidedAt => _at.Listing.DecidedAt;

    /// <summary>Why the programme office has taken the product out of sight; null when it has not. No step of the producer shows it again.</summary>
    public async Task<string?> TakedownReason([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (_at.Product is not { Visibility: Visibility.TakenDown } product)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await db.TakedownOfAsync(product.Id, cancellationToken))?.Reason;
    }

    /// <summary>Its photographs in their order; they are seen with the product as soon as it is.</summary>
    public IDataLoaderResult<IReadOnlyList<ListingPictureGraph>> Pictures([FromServices] PicturesOfListings pictures) => pictures.LoadRequired(_at.Listing.Id);

    /// <summary>The packs in which the product is sold, those not on sale too.</summary>
    public IDataLoaderResult<IReadOnlyList<StockLineGraph>> Offers([FromServices] OffersOfListings offers) => offers.LoadRequired((_at.Listing.Id, _at.Listing.Content.Name));

    /// <summary>What its state allows.</summary>
    public IReadOnlyList<ListingAction> Allowed => _at.Listing.Allowed;
}

/// <summary>The text of a listing.</summary>
[Name("ListingContent")]
public sealed class ListingContentGraph
{
    private readonly ListingContent _content;

    internal ListingContentGraph(ListingContent content) => _content = content;

    /// <summary>Up to 200 characters in each language.</summary>
    public LocalizedText Name => _content.Name;

    /// <summary>Up to 2000 characters in each language; may have several lines.</summary>
    public LocalizedText? Description => _content.Description;

    /// <summary>Pack and size, up to 200 characters.</summary>
    public LocalizedText? Packaging => _content.Packaging;

    /// <summary>Code of its shelf; empty while not chosen.</summary>
    public string Category => _content.Category;

    /// <summary>Code of its product group; empty while not chosen.</summary>
    public string Group => _content.Group;

    /// <summary>Further words that buyers use, 20 at most.</summary>
    public IReadOnlyList<string> Keywords => _content.Keywords;

    /// <summary>When it is harvested or made; null when nothing is said.</summary>
    public Season? Season => _content.Season;
}

/// <summary>Words of a listing that claim something which must be backed.</summary>
[Name("Claim")]
public sealed class ClaimGraph
{
    private readonly Claim _claim;

    internal ClaimGraph(Claim claim, Ask ask) => (_claim, Needs) = (claim, claim.Needs.In(ask.Language));

    /// <summary>Where the words stand, as in "description.vi".</summary>
    public string Field => _claim.Field;

    /// <summary>As they were written.</summary>
    public string Words => _claim.Words;

    /// <summary>Place of the first character, from 0.</summary>
    public int Start => _claim.Start;

    /// <summary>What is claimed.</summary>
    public ClaimKind Kind => _claim.Kind;

    /// <summary>Whether the product has what it takes.</summary>
    public bool Backed => _claim.Backed;

    /// <summary>Where that is known from; null when it is not backed.</summary>
    public ClaimSource? BackedBy => _claim.BackedBy;

    /// <summary>Whether the listing cannot be handed in with it.</summary>
    public bool Forbidden => _claim.Forbidden;

    /// <summary>What backs it, or would back it, in the reader's language.</summary>
    public string Needs { get; }
}
