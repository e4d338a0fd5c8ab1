using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Listings;

internal sealed class ListingTable : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> listing)
    {
        listing.ToTable("Listings");
        listing.Property(l => l.Id).ValueGeneratedNever();
        listing.Property(l => l.Slug).Code(MarketplaceDb.SlugLength);
        listing.HasIndex(l => l.Slug).IsUnique();
        listing.Property(l => l.Content).Json();
        listing.Property(l => l.Reasons).Json();
        listing.Ignore(l => l.Allowed);

        // The product comes into being later, so its id is no reference yet.
        listing.HasOne<Producer>().WithMany().HasForeignKey(l => l.ProducerId).OnDelete(DeleteBehavior.Restrict);
        listing.HasIndex(l => new { l.ProducerId, l.State });
        listing.HasIndex(l => new { l.State, l.SubmittedAt });
    }
}
