using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Evidence;
using Marketplace.Core;
using Marketplace.Data;
using Marketplace.Data.Evidence;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What a paper shall say of itself: all of it.</summary>
[Name("ChangeEvidenceInput")]
public sealed class ChangeEvidenceInput : EvidenceDetailsInput
{
    /// <summary>One of the organisation's own.</summary>
    [Id]
    public required string Evidence { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }
}

/// <summary>A paper that is taken back.</summary>
[Name("WithdrawEvidenceInput")]
public sealed class WithdrawEvidenceInput
{
    /// <summary>One of the organisation's own.</summary>
    [Id]
    public required string Evidence { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Changes what a paper says of itself. One that was accepted or given back waits for an officer anew; one that says the same as before stays accepted.
    /// Problems: NOT_YET_VERIFIED, NOTHING_THERE, CHANGED_MEANWHILE, and of each field MISSING, TOO_LONG, NOT_PLAIN_TEXT, OUT_OF_RANGE.
    /// </summary>
    public static async Task<EvidencePayload> ChangeEvidence(
        ChangeEvidenceInput input, ProducerEditor editor, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await EvidenceGraph.FindAsync(db, input.Evidence, editor.Actor.OrganisationId, cancellationToken) is not { } evidence)
        {
            return new([new NothingThere(["evidence"])], ask);
        }

        if (evidence.At(input.Version).Failed(out var stale, out _))
        {
            return new([stale], ask, await db.LineOfAsync(evidence, cancellationToken));
        }

        if ((await EvidenceUploads.ReadAsync(db, input, editor.Actor, ask.Today, cancellationToken)).Failed(out var problem, out var read))
        {
            return new([problem], ask);
        }

        var (now, before) = (clock.GetUtcNow(), new { state = evidence.State.ToString(), evidence.ProductId, evidence.Details });
        evidence.Change(read.ProductId, read.Details, editor.Actor.AccountId, now);
        db.Note(editor.Actor, "changeEvidence", ("EvidenceFile", evidence.Id), now, before, new { state = evidence.State.ToString(), evidence.ProductId, evidence.Details });
        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? new([raced], ask) : new([], ask, await db.LineOfAsync(evidence, cancellationToken));
    }

    /// <summary>Takes a paper back, with its file. What it backed is no longer backed by it. Problems: NOTHING_THERE, CHANGED_MEANWHILE.</summary>
    public static async Task<EvidencePayload> WithdrawEvidence(
        WithdrawEvidenceInput input, ProducerEditor editor, Ask ask, [FromServices] IServiceProvider services, [FromServices] EvidenceUpload papers, CancellationToken cancellationToken)
    {
        var (db, now) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await EvidenceGraph.FindAsync(db, input.Evidence, editor.Actor.OrganisationId, cancellationToken) is not { } evidence)
        {
            return new([new NothingThere(["evidence"])], ask);
        }

        if (evidence.At(input.Version).Failed(out var stale, out _))
        {
            return new([stale], ask, await db.LineOfAsync(evidence, cancellationToken));
        }

        db.Evidence.Remove(evidence);
        db.Note(editor.Actor, "withdrawEvidence", ("EvidenceFile", evidence.Id), now, new { state = evidence.State.ToString(), evidence.ProductId, evidence.Details, evidence.Paper.Sha256 });
        if (await db.SaveWorkAsync(services.GetRequiredService<IDatabaseEngine>(), cancellationToken) is { } raced)
        {
            return new([raced], ask);
        }

        await papers.DropAsync(evidence.Paper);
        return new([], ask);
    }
}
