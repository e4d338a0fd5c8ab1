using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What the office found when it looked at an organisation's papers.</summary>
[Name("VerifyOrganisationInput")]
public sealed class VerifyOrganisationInput
{
    /// <summary>The organisation.</summary>
    [Id]
    public required string Organisation { get; init; }

    /// <summary>Why the papers do not agree, up to 2000 characters; null when they do.</summary>
    public string? Refusal { get; init; }

    /// <summary>The entry of the catalogue that is this producer's already; null makes a new one.</summary>
    [Id]
    public string? Producer { get; init; }
}

/// <summary>The organisation as it is now.</summary>
[Name("VerifyOrganisationPayload")]
public sealed class VerifyOrganisationPayload : Payload
{
    internal VerifyOrganisationPayload(IEnumerable<IProblem> problems, Ask ask, Organisation? organisation = null)
        : base(problems, ask) => Organisation = organisation is null ? null : new OrganisationGraph(organisation);

    /// <summary>Null with problems.</summary>
    public OrganisationGraph? Organisation { get; }
}

public sealed partial class Query
{
    /// <summary>Organisations whose papers nobody has looked at, the longest waiting first; 100 at most.</summary>
    [Cost(5)]
    public static async Task<IReadOnlyList<OrganisationGraph>> UnverifiedOrganisations(
        Officer officer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        _ = officer;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await Data.Accounts.AccountQueries.UnverifiedAsync(db, PageArguments.LargestSize, cancellationToken)).Select(organisation => new OrganisationGraph(organisation))];
    }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Records what the papers say. A producer whose papers agree gets its public entry and may list products. Problems: NOTHING_THERE, INVALID_VALUE.
    /// </summary>
    public static async Task<VerifyOrganisationPayload> VerifyOrganisation(
        VerifyOrganisationInput input, Officer officer, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!GlobalId.TryDecode(input.Organisation, out var type, out var id) || type != "Organisation" || await db.Organisations.SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } organisation)
        {
            return new([new NothingThere(["organisation"])], ask);
        }

        var (now, before) = (clock.GetUtcNow(), organisation.IdentityStatus.ToString());
        if (input.Refusal is { } note)
        {
            if (note.Trim().Length is 0 or > 2000)
            {
                return new([new InvalidValue(["refusal"], new("Lý do dài từ 1 đến 2000 ký tự.", "The reason is 1 to 2000 characters long."))], ask);
            }

            organisation.Refuse(note.Trim());
        }
        else
        {
            organisation.Verify();
            if (organisation is { Kind: OrganisationKind.Producer, ProducerId: null } && await EntryAsync(db, organisation, input.Producer, now, cancellationToken) is not { } entry)
            {
                return new([new NothingThere(["producer"])], ask);
            }
        }

        db.Note(officer.Actor, "verifyOrganisation", ("Organisation", id), now, before, organisation.IdentityStatus.ToString(), input.Refusal);
        await db.SaveChangesAsync(cancellationToken);
        return new([], ask, organisation);
    }

    /// <summary>The producer's entry of the catalogue: the one that is named, or a new one.</summary>
    private static async Task<Producer?> EntryAsync(MarketplaceDb db, Organisation organisation, string? given, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Producer? entry;
        if (given is not null)
        {
            entry = GlobalId.TryDecode(given, out var type, out var id) && type == "Producer" ? await db.Producers.SingleOrDefaultAsync(producer => producer.Id == id, cancellationToken) : null;
        }
        else
        {
            var key = Guid.CreateVersion7(now);
            entry = new Producer { Id = key, Slug = await db.FreeProducerSlugAsync(Slug.Of(organisation.Name), key, cancellationToken), Name = new(organisation.Name), Kind = organisation.Form!.Value, DistrictCode = organisation.DistrictCode };
            entry.Rename(new(organisation.Name));
            db.Producers.Add(entry);
        }

        organisation.ProducerId = entry?.Id;
        return entry;
    }
}
