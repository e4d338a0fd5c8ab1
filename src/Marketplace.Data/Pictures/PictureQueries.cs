using Marketplace.Core.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Pictures;

/// <summary>Reads of pictures by themselves; those of products come with them (<see cref="Catalogue.CatalogueQueries.ListedProductsAsync"/>).</summary>
public static class PictureQueries
{
    /// <summary>A picture of that organisation, tracked so that it can be changed or removed; null when there is none or it is another's.</summary>
    public static Task<Picture?> PictureOfOwnerAsync(this MarketplaceDb db, Guid id, Guid ownerId, CancellationToken cancellationToken) =>
        db.Pictures.SingleOrDefaultAsync(picture => picture.Id == id && picture.OwnerId == ownerId, cancellationToken);

    /// <summary>Pictures of these products, those of each in their order. One statement.</summary>
    public static async Task<IReadOnlyList<Picture>> PicturesOfProductsAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        await db.Pictures.AsNoTracking().Where(picture => productIds.Contains(picture.ProductId!.Value))
            .OrderBy(picture => picture.Position).ThenBy(picture => picture.CreatedAt).ToListAsync(cancellationToken);

    /// <summary>The same, tracked so that they can be put in order.</summary>
    public static async Task<IReadOnlyList<Picture>> PicturesToArrangeAsync(this MarketplaceDb db, Guid productId, CancellationToken cancellationToken) =>
        await db.Pictures.Where(picture => picture.ProductId == productId).OrderBy(picture => picture.Position).ThenBy(picture => picture.CreatedAt).ToListAsync(cancellationToken);

    /// <summary>An organisation's pictures that belong to no product yet, newest first.</summary>
    public static async Task<IReadOnlyList<Picture>> LoosePicturesAsync(this MarketplaceDb db, Guid ownerId, int take, CancellationToken cancellationToken) =>
        await db.Pictures.AsNoTracking().Where(picture => picture.OwnerId == ownerId && picture.ProductId == null)
            .OrderByDescending(picture => picture.CreatedAt).Take(take).ToListAsync(cancellationToken);

    /// <summary>How many pictures a product has, and the last of their positions; -1 when it has none.</summary>
    public static async Task<(int Count, int Last)> PicturePlacesAsync(this MarketplaceDb db, Guid productId, CancellationToken cancellationToken)
    {
        var positions = await db.Pictures.Where(picture => picture.ProductId == productId).Select(picture => picture.Position).ToListAsync(cancellationToken);
        return (positions.Count, positions.DefaultIfEmpty(-1).Max());
    }

    /// <summary>Whether the picture's row is there.</summary>
    public static Task<bool> HasPictureAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.Pictures.AnyAsync(picture => picture.Id == id, cancellationToken);
}
