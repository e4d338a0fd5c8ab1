using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>An organisation that a person registers; the person becomes its owner.</summary>
[Name("CreateOrganisationInput")]
public sealed class CreateOrganisationInput
{
    /// <summary>PRODUCER, DISTRIBUTOR or BUYER. The programme office cannot be registered.</summary>
    public required OrganisationKind Kind { get; init; }

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

    /// <summary>Up to 64 characters, made by the client: the same key makes the organisation once.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>The new organisation; the session acts for it from now on.</summary>
[Name("CreateOrganisationPayload")]
public sealed class CreateOrganisationPayload : Payload
{
    internal CreateOrganisationPayload(IEnumerable<IProblem> problems, Ask ask, Organisation? organisation = null)
        : base(problems, ask) => Organisation = organisation is null ? null : new OrganisationGraph(organisation);

    /// <summary>Null with problems.</summary>
    public OrganisationGraph? Organisation { get; }
}

/// <summary>For whom a session shall act.</summary>
[Name("ActForInput")]
public sealed class ActForInput
{
    /// <summary>An organisation of which the person is a member; null for the person alone.</summary>
    [Id]
    public string? Organisation { get; init; }

    /// <summary>A producer in whose name that organisation acts: by a mandate, or because it is the programme office; null for its own.</summary>
    [Id]
    public string? OnBehalfOf { get; init; }
}

/// <summary>For whom the session acts now.</summary>
[Name("ActForPayload")]
public sealed class ActForPayload : Payload
{
    internal ActForPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

public sealed partial class Mutation
{
    /// <summary>Registers an organisation. Problems: INVALID_VALUE.</summary>
    public static async Task<CreateOrganisationPayload> CreateOrganisation(
        CreateOrganisationInput input, Person person, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (input.Kind == OrganisationKind.ProgrammeOffice)
        {
            return new([new InvalidValue(["kind"], new("Văn phòng chương trình không tự đăng ký được.", "The programme office cannot be registered."))], ask);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var id = RequestKeys.IdOf(input.RequestKey, person.AccountId, nameof(CreateOrganisation), now);
        if (await MadeAsync() is { } before)
        {
            return before;
        }

        var organisation = new Organisation { Id = id, Kind = input.Kind, Name = "", CreatedAt = now.UtcDateTime };
        var problems = organisation.Describe(new(input.Name, input.Form, input.RegistrationNumber, input.TaxCode, input.LegalRepresentative, input.DistrictCode));
        if (problems.Count > 0)
        {
            return new(problems, ask);
        }

        if (await UnknownDistrictAsync(db, input.DistrictCode, cancellationToken) is { } unknown)
        {
            return new([unknown], ask);
        }

        db.Organisations.Add(organisation);
        db.Memberships.Add(new Membership { OrganisationId = id, AccountId = person.AccountId, Role = MemberRole.Owner, Since = now.UtcDateTime });
        if (await db.Sessions.FindAsync([person.SessionId], cancellationToken) is { } session)
        {
            (session.OrganisationId, session.OnBehalfOfId) = (id, null);
        }

        db.Note(person, actor: null, "createOrganisation", ("Organisation", id), now, after: input);
        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? await MadeAsync() ?? new([raced], ask) : new([], ask, organisation);

        async Task<CreateOrganisationPayload?> MadeAsync() =>
            input.RequestKey is null || await db.Organisations.AsNoTracking().SingleOrDefaultAsync(organisation => organisation.Id == id, cancellationToken) is not { } made ? null
            : (made.Kind, made.Name) == (input.Kind, input.Name.Trim()) ? new([], ask, made)
            : new([new KeyUsedBefore()], ask);
    }

    /// <summary>Says for whom this session acts. Problems: NOTHING_THERE.</summary>
    public static async Task<ActForPayload> ActFor(
        ActForInput input, Person person, Visitor visitor, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        Guid? chosen = null, represented = null;
        if (input.Organisation is { } given)
        {
            chosen = GlobalId.TryDecode(given, out var type, out var id) && type == "Organisation" && visitor.Memberships.Any(membership => membership.Organisation.Id == id) ? id : null;
            if (chosen is null)
            {
                return new([new NothingThere(["organisation"])], ask);
            }
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (input.OnBehalfOf is { } other)
        {
            var agent = visitor.Memberships.FirstOrDefault(membership => membership.Organisation.Id == chosen)?.Organisation;
            if (agent is null || !GlobalId.TryDecode(other, "Organisation", out var id) || await db.RepresentedAsync(id, agent, cancellationToken) is null)
            {
                return new([new NothingThere(["onBehalfOf"])], ask);
            }

            represented = id;
        }

        await db.Sessions.Where(session => session.Id == person.SessionId)
            .ExecuteUpdateAsync(session => session.SetProperty(s => s.OrganisationId, chosen).SetProperty(s => s.OnBehalfOfId, represented), cancellationToken);
        return new([], ask);
    }

    private static async Task<InvalidValue?> UnknownDistrictAsync(MarketplaceDb db, string? code, CancellationToken cancellationToken) =>
        code is null || await db.Districts.AnyAsync(known => known.Code == code, cancellationToken)
            ? null
            : new(["districtCode"], new("Không có huyện này trong danh mục.", "There is no such district."));
}
