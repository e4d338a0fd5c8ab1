using System.Text.Json;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Ordering;

/// <summary>How requests for approval are found and decided.</summary>
internal sealed class ApprovalWork(IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, ApprovalLetters letters, TimeProvider clock)
{
    /// <summary>A request for whoever looks: of the organisation's owners any, of other members their own; null for everything else.</summary>
    internal async Task<ApprovalRequest?> FindAsync(string id, Buyer buyer, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, id, buyer, cancellationToken);
    }

    /// <summary>Places the order of a request; the placing reads it anew and decides.</summary>
    internal async Task<ApprovalPayload> ApproveAsync(ApproveOrderInput input, Actor owner, Buyer buyer, Ask ask, OrderPlacing placing, CancellationToken cancellationToken)
    {
        RequestKeys.Check(input.RequestKey);
        var outcome = GlobalId.TryDecode(input.Approval, "Approval", out var id)
            ? await placing.PlaceAsync(new ApprovalSource(id, input, owner, HashOf(input, owner)), ask, cancellationToken)
            : OrderOutcome.Refused(new NothingThere(["approval"]));
        var request = await FindAsync(input.Approval, buyer, cancellationToken);
        return new(outcome.Problems, ask, request is null ? null : new(request, buyer), outcome.Group);
    }

    /// <summary>Any other decision over one.</summary>
    /// <param name="decide">Null where it is decided.</param>
    internal async Task<ApprovalPayload> DecideAsync<T>(
        T input, Actor? actor, Buyer buyer, Ask ask, string action, Func<ApprovalRequest, Deciding, IProblem?> decide, CancellationToken cancellationToken)
        where T : ApprovalInput
    {
        RequestKeys.Check(input.RequestKey);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (actor is null || await FindAsync(db, input.Approval, buyer, cancellationToken) is not { } request)
        {
            return new([new NothingThere(["approval"])], ask);
        }

        var (now, hash) = (clock.GetUtcNow(), HashOf(input, actor));
        if (request.DecisionHash == hash)
        {
            return new([], ask, new(request, buyer));
        }

        var problem = request.StateAt(now.UtcDateTime) == ApprovalState.Open && input.Version != request.Version
            ? new ChangedMeanwhile(request.Version)
            : decide(request, new Deciding(actor.Name, now.UtcDateTime, hash));
        if (problem is not null)
        {
            return new([problem], ask, new(request, buyer));
        }

        if (request.State == ApprovalState.Declined && await db.Accounts.SingleOrDefaultAsync(account => account.Id == request.AccountId && account.EmailConfirmed, cancellationToken) is { } member)
        {
            letters.Declined(db, request, member);
        }

        db.Note(actor, action, ("Approval", request.Id), now, new { state = nameof(ApprovalState.Open) }, new { state = request.State }, request.Reason);
        using var writer = await engine.WriterAsync(cancellationToken);
        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? new([raced], ask) : new([], ask, new(request, buyer));
    }

    /// <summary>Who decides is part of the wish: two owners may have made the same key.</summary>
    private static string HashOf<T>(T input, Actor actor)
        where T : ApprovalInput => Secrets.HashOf($"{actor.AccountId:N}{JsonSerializer.Serialize(input)}");

    private static async Task<ApprovalRequest?> FindAsync(MarketplaceDb db, string id, Buyer buyer, CancellationToken cancellationToken) =>
        buyer.Actor is { } actor && GlobalId.TryDecode(id, "Approval", out var key) && await db.ApprovalAsync(actor.OrganisationId, key, cancellationToken) is { } request
        && (actor.Role == MemberRole.Owner || request.AccountId == actor.AccountId)
            ? request
            : null;
}
