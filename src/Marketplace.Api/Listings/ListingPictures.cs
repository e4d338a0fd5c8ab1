using GraphQL;
using Marketplace.Api.Pictures;
using Marketplace.Core;
using Marketplace.Core.Pictures;
using Marketplace.Data;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A picture that is about to be sent.</summary>
[Name("RequestPictureUploadInput")]
public sealed class RequestPictureUploadInput
{
    /// <summary>The listing that it shows; one of the producer's own.</summary>
    [Id]
    public required string Listing { get; init; }

    /// <summary>What it shows, for those who do not see it; up to 200 characters in each language.</summary>
    public LocalizedTextInput? Alt { get; init; }
}

/// <summary>Where the picture's bytes go.</summary>
[Name("RequestPictureUploadPayload")]
public sealed class RequestPictureUploadPayload : Payload
{
    internal RequestPictureUploadPayload(IEnumerable<IProblem> problems, Ask ask, string? url = null)
        : base(problems, ask) => Url = url;

    /// <summary>
    /// Takes the bytes of one JPEG, PNG, WebP or AVIF of 15 MiB at most by PUT, once or more within ten minutes, and answers in JSON with the picture
    /// or with problems. Null with problems.
    /// </summary>
    public string? Url { get; }
}

/// <summary>A picture of a listing.</summary>
[Name("RemovePictureInput")]
public sealed class RemovePictureInput
{
    /// <summary>One that the producer's organisation has sent.</summary>
    [Id]
    public required string Picture { get; init; }
}

/// <summary>Whether it is gone.</summary>
[Name("RemovePicturePayload")]
public sealed class RemovePicturePayload : Payload
{
    internal RemovePicturePayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

/// <summary>A photograph of a listing; the first is the main one.</summary>
[Name("ListingPicture")]
public sealed class ListingPictureGraph
{
    private readonly Picture _picture;

    internal ListingPictureGraph(Picture picture) => _picture = picture;

    /// <summary>Opaque; removePicture takes it.</summary>
    [Id]
    public string Id => GlobalId.Encode("Picture", _picture.Id);

    /// <summary>A JPEG that every browser reads.</summary>
    public string Url => PicturePath.Of(_picture.Id, _picture.Fallback);

    /// <summary>What it shows; null while nobody has said it.</summary>
    public LocalizedText? Alt => _picture.Alt;

    /// <summary>Pixels of the JPEG.</summary>
    public int Width => _picture.Fallback.Width;

    /// <summary>Pixels of the JPEG.</summary>
    public int Height => _picture.Fallback.Height;
}

public sealed partial class Mutation
{
    /// <summary>Gives an address to which a picture of a listing can be sent. Problems: NOTHING_THERE, PICTURE_ALT_TOO_LONG.</summary>
    public static async Task<RequestPictureUploadPayload> RequestPictureUpload(
        RequestPictureUploadInput input, ProducerEditor editor, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] UploadTickets<PictureFor> tickets, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (editor.Actor.ProducerId is not { } producer || await ListingWork.FindAsync(db, input.Listing, producer, cancellationToken) is not { } at)
        {
            return new([new NothingThere(["listing"])], ask);
        }

        var alt = input.Alt?.Given;
        return PictureRules.FaultOf(alt) is { } tooLong
            ? new([tooLong], ask)
            : new([], ask, tickets.UrlFor(PictureUploads.Root, new PictureFor(editor.Actor.OrganisationId, at.Listing.Id, alt)));
    }

    /// <summary>Removes a picture that one's organisation has sent, with its files. Problems: NOTHING_THERE.</summary>
    public static async Task<RemovePicturePayload> RemovePicture(
        RemovePictureInput input, ProducerEditor editor, Ask ask, [FromServices] PictureUpload pictures, CancellationToken cancellationToken) =>
        GlobalId.TryDecode(input.Picture, out var type, out var id) && type == "Picture" && await pictures.RemoveAsync(id, editor.Actor.OrganisationId, cancellationToken)
            ? new([], ask)
            : new([new NothingThere(["picture"])], ask);
}

/// <summary>Takes the bytes of pictures. Everything else about them goes through the graph.</summary>
internal static class PictureUploads
{
    public const string Root = "/uploads/pictures";

    public static void MapPictureUploads(this IEndpointRouteBuilder routes) => routes.MapPut(Root + "/{ticket}", TakeAsync);

    private static async Task TakeAsync(HttpContext http, string ticket, UploadTickets<PictureFor> tickets, PictureUpload pictures, TimeProvider clock)
    {
        var ask = Ask.Of(http, clock);
        if (tickets.Read(ticket) is not { } its)
        {
            await AnswerAsync(http, StatusCodes.Status404NotFound, null, ProblemGraphs.Of([new LinkNotValid()], ask));
            return;
        }

        // The maker stops reading by itself and says why; the server's own limit would only cut the line.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var failed = (await pictures.AddAsync(http.Request.Body, its, http.RequestAborted)).Failed(out var problem, out var picture);
        await AnswerAsync(
            http,
            failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status201Created,
            picture is null ? null : new ListingPictureGraph(picture),
            failed ? ProblemGraphs.Of([problem!], ask) : []);
    }

    private static Task AnswerAsync(HttpContext http, int status, ListingPictureGraph? picture, IReadOnlyList<IProblemGraph> problems)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { picture, problems = problems.Select(problem => new { problem.Code, problem.Message, problem.Path }) }, http.RequestAborted);
    }
}
