using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A producer lets a co-operative do its daily work here.</summary>
[Name("Mandate")]
public sealed class MandateGraph
{
    internal MandateGraph(MandateLine line) => (Organisation, Agent, Since) = (new(line.Organisation), new(line.Agent), line.Since);

    /// <summary>The producer; actFor takes its id as onBehalfOf.</summary>
    public OrganisationGraph Organisation { get; }

    /// <summary>Who may act.</summary>
    public OrganisationGraph Agent { get; }

    /// <summary>Since when.</summary>
    public DateTime Since { get; }
}

/// <summary>Who shall be able to act for the producer for which one acts.</summary>
[Name("GiveMandateInput")]
public sealed class GiveMandateInput
{
    /// <summary>Tax code of a verified co-operative or co-operative group.</summary>
    public required string TaxCode { get; init; }
}

/// <summary>Whose mandate shall end.</summary>
[Name("EndMandateInput")]
public sealed class EndMandateInput
{
    /// <summary>The organisation that may act.</summary>
    [Id]
    public required string Agent { get; init; }
}

/// <summary>The mandates as they are now.</summary>
[Name("MandatePayload")]
public sealed class MandatePayload : Payload
{
    internal MandatePayload(IEnumerable<IProblem> problems, Ask ask, IReadOnlyList<MandateLine>? mandates = null)
        : base(problems, ask) => Mandates = [.. (mandates ?? []).Select(mandate => new MandateGraph(mandate))];

    /// <summary>All that the producer has given; empty with problems.</summary>
    public IReadOnlyList<MandateGraph> Mandates { get; }
}

public sealed partial class Query
{
    /// <summary>Producers that have an account, by name: for whom the programme office can act. Name is a part of the name, marks and capitals may be left out. 1 to 100, 20 unless told.</summary>
    [Cost(5)]
    public static async Task<IReadOnlyList<OrganisationGraph>> ProducersWithAccount(
        Officer officer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, string? name = null, int first = 20)
    {
        _ = officer;
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.ProducersWithAccountAsync(name?.Trim() is { Length: > 0 } part ? part : null, size, cancellationToken)).Select(organisation => new OrganisationGraph(organisation))];
    }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Lets a co-operative act for the producer: its editors change listings, prices and stock, and the audit names both. Given twice, it holds once.
    /// Problems: NO_SUCH_COOPERATIVE.
    /// </summary>
    public static async Task<MandatePayload> GiveMandate(
        GiveMandateInput input, ProducerOwner owner, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var (db, actor, now) = (services.GetRequiredService<MarketplaceDb>(), owner.Actor, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var code = input.TaxCode.Replace(" ", "", StringComparison.Ordinal);
        if (!System.Text.Ascii.IsValid(code) || (await db.OfTaxCodeAsync(code, cancellationToken)).FirstOrDefault(found => found.Id != actor.OrganisationId && Mandate.CanGoTo(found)) is not { } agent)
        {
            return new([new NoSuchCooperative()], ask);
        }

        if (!await db.Mandates.AnyAsync(mandate => mandate.OrganisationId == actor.OrganisationId && mandate.AgentId == agent.Id, cancellationToken))
        {
            db.Mandates.Add(new Mandate { OrganisationId = actor.OrganisationId, AgentId = agent.Id, Since = now.UtcDateTime });
            db.Note(actor, "giveMandate", ("Organisation", actor.OrganisationId), now, after: new { agent.Name, agent.TaxCode });
            await db.SaveChangesAsync(cancellationToken);
        }

        return new([], ask, await db.MandatesFromAsync(actor.OrganisationId, cancellationToken));
    }

    /// <summary>Ends a mandate: with the next request its holder's people act for the producer no more. Problems: NOTHING_THERE.</summary>
    public static async Task<MandatePayload> EndMandate(
        EndMandateInput input, ProducerOwner owner, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, actor) = (services.GetRequiredService<MarketplaceDb>(), owner.Actor);
        if (!GlobalId.TryDecode(input.Agent, "Organisation", out var agent) || await db.Mandates.FindAsync([actor.OrganisationId, agent], cancellationToken) is not { } mandate)
        {
            return new([new NothingThere(["agent"])], ask);
        }

        db.Mandates.Remove(mandate);
        db.Note(actor, "endMandate", ("Organisation", actor.OrganisationId), services.GetRequiredService<TimeProvider>().GetUtcNow(), new { agent });
        await db.SaveChangesAsync(cancellationToken);
        return new([], ask, await db.MandatesFromAsync(actor.OrganisationId, cancellationToken));
    }
}
