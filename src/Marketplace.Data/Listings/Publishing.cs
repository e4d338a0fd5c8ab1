using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Listings;

/// <summary>
/// Carries what was decided about a listing over to the catalogue, in the caller's one save: the outbox rows that lead it to the index come with it.
/// </summary>
public static class Publishing
{
    /// <summary>After any step but an approval: the listing gets its row if it has none, and the product is shown or hidden as the listing says, unless the office has taken it down.</summary>
    public static void Record(this MarketplaceDb db, ListingAtWork at)
    {
        if (db.Entry(at.Listing).State == EntityState.Detached)
        {
            db.Listings.Add(at.Listing);
        }

        if (at.Product is { Visibility: not Visibility.TakenDown } product)
        {
            product.Visibility = at.Listing.Live == LiveState.Hidden ? Visibility.Hidden : Visibility.Shown;
        }
    }

    /// <summary>
    /// Puts an approved text live. The first approval makes the product: listed now, at its producer's place, as something that its producer lists and
    /// no source speaks of. A product that was there keeps its standing, sources, markets, place and certificates.
    /// </summary>
    /// <param name="content">What <see cref="Listing.Approve"/> answered.</param>
    /// <param name="producer">Whose listing it is.</param>
    public static Product Publish(this MarketplaceDb db, ListingAtWork at, ListingContent content, Producer producer, DateTimeOffset now)
    {
        if (producer.Id != at.Listing.ProducerId)
        {
            throw new ArgumentException("The listing is another producer's.", nameof(producer));
        }

        var product = at.Product ?? db.Products.Add(new Product
        {
            Id = at.Listing.Id,
            Slug = at.Listing.Slug,
            Name = content.Name,
            GroupCode = content.Group,
            Category = content.Category,
            ListedAt = now.UtcDateTime,
            Standing = ProgrammeStanding.Listed,
            DistrictCode = producer.DistrictCode,
            CommuneCode = producer.CommuneCode,
        }).Entity;
        (product.Name, product.Description, product.Packaging) = (content.Name, content.Description, content.Packaging);
        (product.Category, product.GroupCode, product.Keywords, product.Season) = (content.Category, content.Group, content.Keywords, content.Season);
        product.ProducerId = producer.Id;
        db.Record(at with { Product = product });
        return product;
    }

    /// <summary>Saves everything at hand. Null when it is saved; the problem when somebody else was faster, and then nothing is.</summary>
    public static async Task<IProblem?> SaveWorkAsync(this MarketplaceDb db, IDatabaseEngine engine, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            var there = await conflict.Entries[0].GetDatabaseValuesAsync(cancellationToken);
            return new ChangedMeanwhile(there?.Properties.Any(property => property.Name == nameof(Listing.Version)) == true ? there.GetValue<int>(nameof(Listing.Version)) : 0);
        }
        catch (DbUpdateException failure) when (engine.IsDuplicate(failure))
        {
            // Two who edit a shipped product for the first time, or give two products one name, at the same moment.
            return new ChangedMeanwhile(0);
        }
    }
}
