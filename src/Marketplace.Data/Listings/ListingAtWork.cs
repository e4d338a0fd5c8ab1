using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Evidence;
using Marketplace.Core.Listings;

namespace Marketplace.Data.Listings;

/// <summary>A producer's text beside what is live of it.</summary>
/// <param name="Product">Null before the first approval; hidden ones are there too.</param>
/// <param name="Certificates">Of the product, newest first.</param>
/// <param name="Evidence">What an officer has accepted of its producer's papers about it, or about all that the producer makes.</param>
/// <param name="IsNew">Whether the listing has no row yet: made here from a product that nobody has edited.</param>
public sealed record ListingAtWork(Listing Listing, Product? Product, IReadOnlyList<Certificate> Certificates, IReadOnlyList<EvidenceFile> Evidence, bool IsNew)
{
    /// <summary>The text that the public sees, or saw last; null before the first approval.</summary>
    public ListingContent? Live => Product is null ? null : ListingContent.Of(Product);

    /// <summary>0 for a product that nobody has edited; then rising with every save. For sheets, which outlive the listing's first row.</summary>
    public int Edition => IsNew ? 0 : Listing.Version + 1;

    /// <summary>Where it stands in its producer's list; in the queue of review its submission counts.</summary>
    public ListingPlace Place => new(IsNew ? Product!.UpdatedAt : Listing.UpdatedAt, Listing.Id);

    /// <summary>What an approval would change.</summary>
    public IReadOnlyList<ListingDifference> Differences => ListingDifference.Between(Live, Listing.Content);

    /// <summary>What the text claims, held against what the product has to show that day.</summary>
    public IReadOnlyList<Claim> ClaimsOn(DateOnly day) => ClaimCheck.Find(Listing.Content, BackingOn(day));

    public Backing BackingOn(DateOnly day) => Backing.Of(Product, Certificates, Evidence, day);
}

/// <summary>Where a listing stands in review.</summary>
/// <param name="WaitsSince">When it was handed in; null when it does not wait.</param>
public sealed record ReviewPlace(Guid Id, DateTime? WaitsSince, DateTime? DecidedAt);

/// <summary>A place in a list of listings: the time by which the list is ordered, and the id.</summary>
public sealed record ListingPlace(DateTime At, Guid Id);
