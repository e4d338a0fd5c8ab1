using Marketplace.Core;
using Marketplace.Core.Files;
using Marketplace.Core.Pictures;
using Marketplace.Data;
using Marketplace.Data.Pictures;
using Marketplace.Files.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Pictures;

/// <summary>Whose a sent picture is and what it is for. The caller has made sure that the owner may, and that the product is the owner's.</summary>
/// <param name="OwnerId">The organisation that sends it.</param>
/// <param name="ProductId">The product that it shows; null for one that is not listed yet.</param>
/// <param name="Alt">What it shows, at most 200 characters in each language; null when the owner has not said it.</param>
public sealed record PictureFor(Guid OwnerId, Guid? ProductId = null, LocalizedText? Alt = null);

/// <summary>
/// Takes pictures in and lets them go. A picture is its row: files come before the row and go after it, so that no row is ever without its files.
/// </summary>
public sealed partial class PictureUpload(
    IDbContextFactory<MarketplaceDb> databases, IFileStore files, PictureMaker maker, TimeProvider clock, ILogger<PictureUpload> log)
{
    /// <summary>
    /// Makes the renditions of what the stream holds, keeps them and saves the picture, as the last of its product's. When any step fails or is
    /// cancelled nothing stays behind. Problems: those of <see cref="PictureMaker.MakeAsync"/>, <see cref="PictureAltTooLong"/> and <see cref="TooManyPictures"/>.
    /// </summary>
    public async Task<Result<Picture>> AddAsync(Stream source, PictureFor its, CancellationToken cancellationToken)
    {
        if (PictureRules.FaultOf(its.Alt) is { } tooLong)
        {
            return new(tooLong);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await IsFullAsync(db, its.ProductId, cancellationToken))
        {
            return new(new TooManyPictures());
        }

        if ((await maker.MakeAsync(source, cancellationToken)).Failed(out var problem, out var made))
        {
            return new(problem);
        }

        var now = clock.GetUtcNow();
        var picture = new Picture
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = its.OwnerId,
            ProductId = its.ProductId,
            Alt = its.Alt,
            Width = made.Width,
            Height = made.Height,
            Renditions = [.. made.Files.Select(file => file.Rendition)],
            SourceHash = made.SourceHash,
            CreatedAt = now.UtcDateTime,
        };
        try
        {
            await KeepAsync(picture.Id, made, cancellationToken);
            if (its.ProductId is { } productId)
            {
                picture.Position = (await db.PicturePlacesAsync(productId, cancellationToken)).Last + 1;
            }

            db.Pictures.Add(picture);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch
        {
            await UndoAsync(picture);
            throw;
        }

        return new(picture);
    }

    /// <summary>Removes a picture of that organisation with its files. False when the organisation has no such picture.</summary>
    public async Task<bool> RemoveAsync(Guid pictureId, Guid ownerId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.PictureOfOwnerAsync(pictureId, ownerId, cancellationToken) is not { } picture)
        {
            return false;
        }

        db.Pictures.Remove(picture);
        await db.SaveChangesAsync(cancellationToken);
        await DropAsync(picture);
        return true;
    }

    private static async Task<bool> IsFullAsync(MarketplaceDb db, Guid? productId, CancellationToken cancellationToken) =>
        productId is { } id && (await db.PicturePlacesAsync(id, cancellationToken)).Count >= PictureRules.MostOfProduct;

    private async Task KeepAsync(Guid pictureId, MadePicture made, CancellationToken cancellationToken)
    {
        foreach (var (rendition, content) in made.Files)
        {
            using var bytes = new MemoryStream(content.ToArray(), writable: false);
            if (!await files.PutAsync(rendition.KeyFor(pictureId), bytes, Rendition.ContentTypeOf(rendition.Format), cancellationToken))
            {
                throw new InvalidOperationException($"Something lies under {rendition.KeyFor(pictureId)}, the key of a new picture.");
            }
        }
    }

    /// <summary>Takes back what was kept, unless the row has come through all the same: an answer may be lost after the commit.</summary>
    private async Task UndoAsync(Picture picture)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            if (await db.HasPictureAsync(picture.Id, CancellationToken.None))
            {
                return;
            }
        }
        catch (Exception unknown) when (unknown is not OutOfMemoryException)
        {
            // Files without a row harm nobody; a row without files would.
            Unsure(picture.Id, unknown);
            return;
        }

        await DropAsync(picture);
    }

    private async Task DropAsync(Picture picture)
    {
        foreach (var rendition in picture.Renditions)
        {
            try
            {
                await files.DeleteAsync(rendition.KeyFor(picture.Id), CancellationToken.None);
            }
            catch (Exception stuck) when (stuck is not OutOfMemoryException)
            {
                LeftBehind(rendition.KeyFor(picture.Id), stuck);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file {Key} of a picture that is no more could not be removed: remove it by hand.")]
    private partial void LeftBehind(Core.Files.FileKey key, Exception stuck);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether picture {PictureId} was saved could not be found out; when it was not, its files are left behind.")]
    private partial void Unsure(Guid pictureId, Exception unknown);
}
