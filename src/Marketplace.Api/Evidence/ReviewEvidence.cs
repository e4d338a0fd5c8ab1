using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Core.Evidence;
using Marketplace.Data;
using Marketplace.Data.Certification;
using Marketplace.Data.Evidence;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Papers of all organisations.</summary>
[Name("EvidenceQueue")]
public sealed class EvidenceQueueGraph
{
    internal EvidenceQueueGraph(IReadOnlyList<EvidenceLine> page, int size, int total) => (Page, Total) = (new(page, size), total);

    /// <summary>The longest there first.</summary>
    public EvidencePageGraph Page { get; }

    /// <summary>How many there are in that state.</summary>
    public int Total { get; }
}

/// <summary>What an officer finds a paper to be: either its grade or the reason why it goes back.</summary>
[Name("ReviewEvidenceInput")]
public sealed class ReviewEvidenceInput
{
    /// <summary>One that waits; one that was accepted may go back.</summary>
    [Id]
    public required string Evidence { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Accepts it for what it is worth. Only A and B1 back a claim.</summary>
    public EvidenceGrade? Grade { get; init; }

    /// <summary>Gives it back: what is wrong and what would be right, 1 to 1000 characters. Its organisation reads it.</summary>
    public string? Reason { get; init; }
}

public sealed partial class Query
{
    /// <summary>Papers that wait for an officer, or are in another state, the longest there first. 1 to 100, 20 unless told.</summary>
    [Cost(5)]
    public static async Task<EvidenceQueueGraph> EvidenceQueue(
        Officer officer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, EvidenceState state = EvidenceState.InReview, int first = 20, [Id] string? after = null)
    {
        _ = officer;
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var place = await EvidenceGraph.PlaceAsync(db, after, organisationId: null, cancellationToken);
        return new(await db.EvidenceQueueAsync(state, place, size, cancellationToken), size, await db.EvidenceCountAsync(state, cancellationToken));
    }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Accepts a paper with its grade, or gives it back with a reason; a letter tells its organisation. Problems: NOTHING_THERE, CHANGED_MEANWHILE,
    /// INVALID_VALUE, OWN_SUBMISSION, NOT_IN_REVIEW, EVIDENCE_OVER, MISSING, TOO_LONG, NOT_PLAIN_TEXT.
    /// </summary>
    public static async Task<EvidencePayload> ReviewEvidence(
        ReviewEvidenceInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        if (input.Grade is null == input.Reason is null)
        {
            return new([new InvalidValue(["grade"], new("Hãy chọn hạng hoặc nêu lý do trả lại, một trong hai.", "Give either a grade or a reason."))], ask);
        }

        var (db, now) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await EvidenceGraph.FindAsync(db, input.Evidence, organisationId: null, cancellationToken) is not { } evidence)
        {
            return new([new NothingThere(["evidence"])], ask);
        }

        if (evidence.At(input.Version).Failed(out var stale, out _))
        {
            return new([stale], ask, await db.LineOfAsync(evidence, cancellationToken));
        }

        var before = new { state = evidence.State.ToString(), evidence.Grade };
        if ((input.Grade is { } grade ? evidence.Accept(grade, officer.Actor.AccountId, ask.Today, now) : evidence.Return(input.Reason!, now)).Failed(out var problem, out _))
        {
            return new([problem], ask, await db.LineOfAsync(evidence, cancellationToken));
        }

        db.Note(officer.Actor, "reviewEvidence", ("EvidenceFile", evidence.Id), now, before, new { state = evidence.State.ToString(), evidence.Grade }, evidence.Reason);
        var letters = services.GetRequiredService<Letters>();
        foreach (var account in await db.WorkersOfAsync(evidence.OrganisationId, cancellationToken))
        {
            letters.EvidenceReviewed(account, evidence);
        }

        return await db.SaveWorkAsync(services.GetRequiredService<IDatabaseEngine>(), cancellationToken) is { } raced ? new([raced], ask) : new([], ask, await db.LineOfAsync(evidence, cancellationToken));
    }
}
