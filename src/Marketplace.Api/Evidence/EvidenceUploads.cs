using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Evidence;
using Marketplace.Core;
using Marketplace.Core.Evidence;
using Marketplace.Data;
using Marketplace.Data.Evidence;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What a paper says of itself.</summary>
public abstract class EvidenceDetailsInput
{
    /// <summary>The listing that it is about, one of the producer's own; null for the whole organisation.</summary>
    [Id]
    public string? Listing { get; init; }

    /// <summary>What it is.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>As printed, 1 to 200 characters. Plain text: marks of HTML are shown as they are.</summary>
    public required string Title { get; init; }

    /// <summary>As printed, up to 64 characters; null where it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Whoever issued it, 1 to 200 characters.</summary>
    public required string IssuedBy { get; init; }

    /// <summary>Today or before.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Its last day, today or later; null for one without a term.</summary>
    public DateOnly? ExpiresOn { get; init; }

    internal EvidenceDetails Details => new(Kind, Title, Number, IssuedBy, IssuedOn, ExpiresOn);
}

/// <summary>A new paper, whose file is about to be sent.</summary>
[Name("RequestEvidenceUploadInput")]
public sealed class RequestEvidenceUploadInput : EvidenceDetailsInput
{
    /// <summary>Up to 64 characters, made by the client: the same key makes a new paper once.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>Another file for a paper.</summary>
[Name("ReplaceEvidenceInput")]
public sealed class ReplaceEvidenceInput
{
    /// <summary>One of the organisation's own.</summary>
    [Id]
    public required string Evidence { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }
}

/// <summary>Where the paper's bytes go.</summary>
[Name("EvidenceUploadPayload")]
public sealed class EvidenceUploadPayload : Payload
{
    internal EvidenceUploadPayload(IEnumerable<IProblem> problems, Ask ask, string? url = null)
        : base(problems, ask) => Url = url;

    /// <summary>
    /// Takes the bytes of one PDF, JPEG, PNG or WebP of 10 MiB at most by PUT, once, within ten minutes, and answers in JSON with the paper's id or with
    /// problems: PAPER_EMPTY, PAPER_TOO_LARGE, PAPER_KIND_REFUSED, PDF_ACTIVE, PDF_LOCKED, PDF_TOO_LONG, PDF_DAMAGED, PAPERS_BUSY, those of pictures,
    /// UPLOAD_USED, LINK_NOT_VALID, TOO_MANY_PAPERS, NOTHING_THERE, CHANGED_MEANWHILE. Null with problems, and when the request's key has made the paper already.
    /// </summary>
    public string? Url { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Gives an address to which the file of a new paper can be sent; with it the paper is there and waits for an officer. Problems: NOT_YET_VERIFIED,
    /// NOTHING_THERE, TOO_MANY_PAPERS, KEY_USED_BEFORE, and of each field MISSING, TOO_LONG, NOT_PLAIN_TEXT, OUT_OF_RANGE.
    /// </summary>
    public static async Task<EvidenceUploadPayload> RequestEvidenceUpload(
        RequestEvidenceUploadInput input, ProducerEditor editor, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] UploadTickets<EvidenceFor> tickets, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if ((await EvidenceUploads.ReadAsync(db, input, editor.Actor, ask.Today, cancellationToken)).Failed(out var problem, out var read))
        {
            return new([problem], ask);
        }

        var id = RequestKeys.IdOf(input.RequestKey, editor.Actor.AccountId, nameof(RequestEvidenceUpload), clock.GetUtcNow());
        if (input.RequestKey is not null && await db.EvidenceAsync(id, cancellationToken) is { } made)
        {
            return made.OrganisationId == editor.Actor.OrganisationId && made.Details == read.Details ? new([], ask) : new([new KeyUsedBefore()], ask);
        }

        return await db.EvidenceCountOfAsync(editor.Actor.OrganisationId, cancellationToken) >= EvidenceFile.MostOfOrganisation
            ? new([new TooManyPapers()], ask)
            : new([], ask, tickets.UrlFor(EvidenceUploads.Root, new EvidenceFor(id, editor.Actor, read.ProductId, read.Details)));
    }

    /// <summary>Gives an address to which another file of a paper can be sent; with it the paper waits for an officer anew. Problems: NOTHING_THERE, CHANGED_MEANWHILE.</summary>
    public static async Task<EvidenceUploadPayload> ReplaceEvidence(
        ReplaceEvidenceInput input, ProducerEditor editor, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] UploadTickets<EvidenceFor> tickets, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await EvidenceGraph.FindAsync(db, input.Evidence, editor.Actor.OrganisationId, cancellationToken) is not { } evidence)
        {
            return new([new NothingThere(["evidence"])], ask);
        }

        return evidence.At(input.Version).Failed(out var stale, out _)
            ? new([stale], ask)
            : new([], ask, tickets.UrlFor(EvidenceUploads.Root, new EvidenceFor(evidence.Id, editor.Actor, evidence.ProductId, Details: null, evidence.Version)));
    }
}

/// <summary>Takes the bytes of papers. Everything else about them goes through the graph.</summary>
internal static class EvidenceUploads
{
    public const string Root = "/uploads/evidence";

    /// <summary>What the details say, cleaned, of one of the producer's own listings where they name one.</summary>
    public static async Task<Result<ReadDetails>> ReadAsync(MarketplaceDb db, EvidenceDetailsInput input, Actor actor, DateOnly today, CancellationToken cancellationToken)
    {
        if (actor.ProducerId is not { } producer)
        {
            return new(new NotYetVerified());
        }

        if (input.Details.Cleaned(today).Failed(out var faults, out var details))
        {
            return new(faults);
        }

        return input.Listing is null ? new(new ReadDetails(details, ProductId: null))
            : await ListingWork.FindAsync(db, input.Listing, producer, cancellationToken) is { } at ? new(new ReadDetails(details, at.Listing.Id))
            : new(new NothingThere(["listing"]));
    }

    public static async Task TakeAsync(HttpContext http, string ticket, UploadTickets<EvidenceFor> tickets, EvidenceUpload papers, TimeProvider clock)
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

        var failed = (await papers.TakeAsync(http.Request.Body, its, http.RequestAborted)).Failed(out var problem, out var evidence);
        await AnswerAsync(
            http,
            failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status201Created,
            evidence is null ? null : EvidenceGraph.IdOf(evidence.Id),
            failed ? ProblemGraphs.Of([problem!], ask) : []);
    }

    private static Task AnswerAsync(HttpContext http, int status, string? evidence, IReadOnlyList<IProblemGraph> problems)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { evidence, problems = problems.Select(problem => new { problem.Code, problem.Message, problem.Path }) }, http.RequestAborted);
    }
}

/// <summary>Details that may be kept, and the product that they are about; null for the whole organisation.</summary>
internal sealed record ReadDetails(EvidenceDetails Details, Guid? ProductId);
