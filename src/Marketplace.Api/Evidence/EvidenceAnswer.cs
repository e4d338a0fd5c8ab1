using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Evidence;
using Marketplace.Core.Files;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Marketplace.Api.Evidence;

/// <summary>
/// Hands papers out: what is accepted and holds today to everybody, everything else to its organisation and to officers alone. Who asks is looked at anew
/// each time. That something is there that one may not see is not told.
/// </summary>
internal static class EvidenceAnswer
{
    private const string Root = "/evidence";

    /// <summary>No program, no frame and no address of ours for whatever a file may hold, even where a browser shows it.</summary>
    private const string Sandbox = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static string UrlOf(Guid id) => $"{Root}/{id:N}";

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapPut(EvidenceUploads.Root + "/{ticket}", EvidenceUploads.TakeAsync);
        routes.MapMethods(Root + "/{id}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, string id, VisitorReader visitors, IDbContextFactory<MarketplaceDb> databases, IFileStore files, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await FindAsync(http, id, visitors, databases, clock.Today(), cancellationToken) is not var (evidence, isPublic)
            || await files.OpenAsync(evidence.Paper.Key, cancellationToken) is not { } file)
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Text("Không có giấy tờ này, hoặc bạn cần đăng nhập. / There is no such paper, or you need to sign in.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        // A public one may be withdrawn in any minute, so nobody keeps it without asking.
        http.Response.Headers.CacheControl = isPublic ? "no-cache" : "private, no-store";
        http.Response.Headers.ContentSecurityPolicy = Sandbox;
        var (paper, name) = (evidence.Paper, $"{Slug.Of(evidence.Details.Title)}.{evidence.Paper.Ending}");
        if (paper.Format == PaperFormat.Jpeg)
        {
            http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        }

        return TypedResults.Stream(file.Content, paper.ContentType, paper.Format == PaperFormat.Pdf ? name : null, entityTag: new EntityTagHeaderValue($"\"{paper.Sha256}\""));
    }

    /// <summary>The paper, and whether everybody may see it; null where there is nothing for whoever asks.</summary>
    private static async Task<(EvidenceFile Evidence, bool IsPublic)?> FindAsync(
        HttpContext http, string id, VisitorReader visitors, IDbContextFactory<MarketplaceDb> databases, DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!Guid.TryParseExact(id, "N", out var key) || await db.EvidenceAsync(key, cancellationToken) is not { } evidence)
        {
            return null;
        }

        if (evidence.IsShownOn(today) && await db.IsAboutWhatIsShownAsync(evidence.ProductId, cancellationToken))
        {
            return (evidence, true);
        }

        return MaySee(await ActorAsync(http, visitors, cancellationToken), evidence) ? (evidence, false) : null;
    }

    private static bool MaySee(Actor? actor, EvidenceFile evidence) => actor switch
    {
        { Kind: OrganisationKind.ProgrammeOffice } => actor.Role <= MemberRole.Editor && actor.Scopes?.Contains(KeyScope.Office) != false,
        { Kind: OrganisationKind.Producer } => actor.OrganisationId == evidence.OrganisationId && actor.Scopes?.Contains(KeyScope.Listings) != false,
        _ => false,
    };

    /// <summary>Null for nobody, and for tokens that are no longer good.</summary>
    private static async Task<Actor?> ActorAsync(HttpContext http, VisitorReader visitors, CancellationToken cancellationToken)
    {
        try
        {
            return (await visitors.ReadAsync(http, cancellationToken)).Actor;
        }
        catch (BadInputException)
        {
            return null;
        }
    }
}
