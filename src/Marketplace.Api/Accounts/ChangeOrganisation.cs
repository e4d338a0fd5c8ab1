using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What the organisation for which one acts says of itself, whole: what is left out is taken away.</summary>
[Name("ChangeOrganisationInput")]
public sealed class ChangeOrganisationInput
{
    /// <summary>The version that was seen.</summary>
    public required int Version { get; init; }

    /// <summary>2 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Legal form; required for producers, without effect for others.</summary>
    public ProducerKind? Form { get; init; }

    /// <summary>Up to 32 characters.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Ten digits, ten and three after a dash, or twelve.</summary>
    public string? TaxCode { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? LegalRepresentative { get; init; }

    /// <summary>Code of a district.</summary>
    public string? DistrictCode { get; init; }
}

/// <summary>The organisation as it is now.</summary>
[Name("ChangeOrganisationPayload")]
public sealed class ChangeOrganisationPayload : Payload
{
    internal ChangeOrganisationPayload(IEnumerable<IProblem> problems, Ask ask, Organisation? organisation = null)
        : base(problems, ask) => Organisation = organisation is null ? null : new OrganisationGraph(organisation);

    /// <summary>Null with problems.</summary>
    public OrganisationGraph? Organisation { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Changes what an organisation says of itself. With another name, number, form or representative its papers are looked at again; what it has
    /// published stays. Problems: INVALID_VALUE, CHANGED_MEANWHILE.
    /// </summary>
    public static async Task<ChangeOrganisationPayload> ChangeOrganisation(
        ChangeOrganisationInput input, Owner owner, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var organisation = await db.Organisations.SingleAsync(found => found.Id == owner.Actor.OrganisationId, cancellationToken);
        if (organisation.Version != input.Version)
        {
            return new([new ChangedMeanwhile(organisation.Version)], ask);
        }

        var before = Said(organisation);
        var problems = organisation.Describe(new(input.Name, input.Form, input.RegistrationNumber, input.TaxCode, input.LegalRepresentative, input.DistrictCode));
        if (problems.Count > 0)
        {
            return new(problems, ask);
        }

        if (await UnknownDistrictAsync(db, input.DistrictCode, cancellationToken) is { } unknown)
        {
            return new([unknown], ask);
        }

        db.Note(owner.Actor, "changeOrganisation", ("Organisation", organisation.Id), clock.GetUtcNow(), before, Said(organisation));
        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? new([raced], ask) : new([], ask, organisation);

        static object Said(Organisation it) => new { it.Name, Form = it.Form?.ToString(), it.RegistrationNumber, it.TaxCode, it.LegalRepresentative, it.DistrictCode, IdentityStatus = it.IdentityStatus.ToString() };
    }
}
