using Marketplace.Core.Accounts;
using Marketplace.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Accounts;

/// <summary>Who may act for whom, with both as they are called.</summary>
public sealed record MandateLine(Organisation Organisation, Organisation Agent, DateTime Since);

internal sealed class MandateTable : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> mandate)
    {
        mandate.ToTable("Mandates");
        mandate.HasKey(m => new { m.OrganisationId, m.AgentId });
        mandate.HasIndex(m => m.AgentId);
        mandate.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        mandate.HasOne<Organisation>().WithMany().HasForeignKey(m => m.AgentId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>How mandates are read.</summary>
public static class MandateQueries
{
    /// <summary>Mandates that a producer has given, by the agent's name.</summary>
    public static Task<IReadOnlyList<MandateLine>> MandatesFromAsync(this MarketplaceDb db, Guid organisationId, CancellationToken cancellationToken) =>
        LinesAsync(db, db.Mandates.Where(mandate => mandate.OrganisationId == organisationId), cancellationToken);

    /// <summary>Mandates that these organisations hold.</summary>
    public static Task<IReadOnlyList<MandateLine>> MandatesToAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> agents, CancellationToken cancellationToken) =>
        LinesAsync(db, db.Mandates.Where(mandate => agents.Contains(mandate.AgentId)), cancellationToken);

    /// <summary>The producer for which that organisation may act; null when it may not. The programme office may act for every producer.</summary>
    public static Task<Organisation?> RepresentedAsync(this MarketplaceDb db, Guid organisationId, Organisation agent, CancellationToken cancellationToken)
    {
        var (agentId, isOffice, isVerified) = (agent.Id, agent.Kind == OrganisationKind.ProgrammeOffice, agent.IdentityStatus == IdentityStatus.Verified);
        return db.Organisations.AsNoTracking().SingleOrDefaultAsync(
            organisation => organisation.Id == organisationId && organisation.Kind == OrganisationKind.Producer
                && (isOffice || (isVerified && db.Mandates.Any(mandate => mandate.OrganisationId == organisationId && mandate.AgentId == agentId))),
            cancellationToken);
    }

    /// <summary>Organisations of that tax code. Not tracked.</summary>
    public static async Task<IReadOnlyList<Organisation>> OfTaxCodeAsync(this MarketplaceDb db, string taxCode, CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking().Where(organisation => organisation.TaxCode == taxCode).OrderBy(organisation => organisation.Id).ToListAsync(cancellationToken);

    /// <summary>Producers that have an account, by name; those whose name holds the text, with marks and capitals or without, where one is given. Not tracked.</summary>
    public static async Task<IReadOnlyList<Organisation>> ProducersWithAccountAsync(this MarketplaceDb db, string? name, int most, CancellationToken cancellationToken)
    {
        var producers = db.Organisations.AsNoTracking().Where(organisation => organisation.Kind == OrganisationKind.Producer).OrderBy(organisation => organisation.Name).ThenBy(organisation => organisation.Id);
        if (name is null)
        {
            return await producers.Take(most).ToListAsync(cancellationToken);
        }

        // Neither database folds Vietnamese as people type it; a province has some hundred producers.
        var part = Slug.Of(name);
        var names = await producers.Select(organisation => new { organisation.Id, organisation.Name }).ToListAsync(cancellationToken);
        Guid[] found = [.. names.Where(one => Slug.Of(one.Name).Contains(part, StringComparison.Ordinal)).Take(most).Select(one => one.Id)];
        return await producers.Where(organisation => found.Contains(organisation.Id)).ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<MandateLine>> LinesAsync(MarketplaceDb db, IQueryable<Mandate> mandates, CancellationToken cancellationToken) =>
        await mandates
            .Join(db.Organisations.AsNoTracking(), mandate => mandate.OrganisationId, organisation => organisation.Id, (mandate, organisation) => new { mandate.AgentId, mandate.Since, Organisation = organisation })
            .Join(db.Organisations.AsNoTracking(), found => found.AgentId, agent => agent.Id, (found, agent) => new { found.Organisation, Agent = agent, found.Since })
            .OrderBy(found => found.Organisation.Name).ThenBy(found => found.Agent.Name).ThenBy(found => found.Organisation.Id)
            .Select(found => new MandateLine(found.Organisation, found.Agent, found.Since)).ToListAsync(cancellationToken);
}
