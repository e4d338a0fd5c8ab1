using System.Globalization;
using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Pictures;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Marketplace.Data.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A picture in its place.</summary>
[Name("ArrangedPictureInput")]
public sealed class ArrangedPictureInput
{
    /// <summary>One of the listing's.</summary>
    [Id]
    public required string Picture { get; init; }

    /// <summary>What it shows, for those who do not see it; up to 200 characters in each language. Null takes the words away.</summary>
    public LocalizedTextInput? Alt { get; init; }
}

/// <summary>The pictures of a listing as they shall be.</summary>
[Name("ArrangePicturesInput")]
public sealed class ArrangePicturesInput
{
    /// <summary>One of the producer's own.</summary>
    [Id]
    public required string Listing { get; init; }

    /// <summary>In their new order, each once; the first becomes the main one. Those that are left out follow as they were.</summary>
    public required IReadOnlyList<ArrangedPictureInput> Pictures { get; init; }
}

/// <summary>The pictures as they are now.</summary>
[Name("ArrangePicturesPayload")]
public sealed class ArrangePicturesPayload : Payload
{
    internal ArrangePicturesPayload(IEnumerable<IProblem> problems, Ask ask, IEnumerable<Picture>? pictures = null)
        : base(problems, ask) => Pictures = [.. (pictures ?? []).Select(picture => new ListingPictureGraph(picture))];

    /// <summary>In their order; empty with problems.</summary>
    public IReadOnlyList<ListingPictureGraph> Pictures { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Puts a listing's pictures in order and says what they show; live at once. Problems: NOTHING_THERE, and by place, as in ["pictures", "1", "alt"],
    /// UNKNOWN, TWICE, TOO_LONG.
    /// </summary>
    public static async Task<ArrangePicturesPayload> ArrangePictures(
        ArrangePicturesInput input, ProducerEditor editor, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (editor.Actor.ProducerId is not { } producer || await ListingWork.FindAsync(db, input.Listing, producer, cancellationToken) is not { } at)
        {
            return new([new NothingThere(["listing"])], ask);
        }

        var pictures = await db.PicturesToArrangeAsync(at.Listing.Id, cancellationToken);
        List<FieldFault> faults = [];
        List<Picture> order = [.. input.Pictures.Index().Select(given => Arranged(given.Index, given.Item, pictures, faults)).OfType<Picture>()];
        faults.AddRange(order.Index().Where(placed => order.IndexOf(placed.Item) < placed.Index)
            .Select(placed => new FieldFault($"pictures.{placed.Index}.picture", FaultKind.Twice, new("Ảnh này đã có ở trên.", "This picture is there already."))));
        if (faults.Count > 0)
        {
            return new([new FieldsRefused(faults)], ask);
        }

        order.AddRange(pictures.Except(order));
        foreach (var (place, picture) in order.Index())
        {
            picture.Position = place;
        }

        db.Note(editor.Actor, "arrangePictures", ("Listing", at.Listing.Id), clock.GetUtcNow(), after: order.Select(picture => new { picture.Id, picture.Alt }));
        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? new([raced], ask) : new([], ask, order);
    }

    private static Picture? Arranged(int place, ArrangedPictureInput given, IReadOnlyList<Picture> pictures, List<FieldFault> faults)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"pictures.{place}");
        if (!GlobalId.TryDecode(given.Picture, out var type, out var id) || type != "Picture" || pictures.FirstOrDefault(picture => picture.Id == id) is not { } picture)
        {
            faults.Add(new(path + ".picture", FaultKind.Unknown, new("Bài đăng không có ảnh này.", "The listing has no such picture.")));
            return null;
        }

        var alt = given.Alt?.Given;
        if (PictureRules.FaultOf(alt) is { } tooLong)
        {
            faults.Add(new(path + ".alt", FaultKind.TooLong, tooLong.Message));
        }

        if (picture.Alt != alt)
        {
            picture.Alt = alt;
        }

        return picture;
    }
}
