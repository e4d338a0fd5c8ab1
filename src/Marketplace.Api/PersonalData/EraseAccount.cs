using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.PersonalData;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.PersonalData;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Api;

/// <summary>An erasure that waits.</summary>
[Name("Erasure")]
public sealed class ErasureGraph
{
    internal ErasureGraph(PersonalDataRequest request) => (AskedAt, DueAt, LegalEnd) = (request.AskedAt, request.DueAt, request.LegalEnd);

    /// <summary>When it was asked for.</summary>
    public DateTime AskedAt { get; }

    /// <summary>When it will be done; until then it can be taken back.</summary>
    public DateTime DueAt { get; }

    /// <summary>By when the law wants it done.</summary>
    public DateTime LegalEnd { get; }
}

/// <summary>A wish to be forgotten.</summary>
[Name("EraseAccountInput")]
public sealed class EraseAccountInput
{
    /// <summary>The present password.</summary>
    public required string CurrentPassword { get; init; }
}

/// <summary>What will become of the account.</summary>
[Name("ErasurePayload")]
public sealed class ErasurePayload : Payload
{
    internal ErasurePayload(IEnumerable<IProblem> problems, Ask ask, PersonalDataRequest? request = null)
        : base(problems, ask) => Erasure = request is null ? null : new(request);

    /// <summary>Null when none waits.</summary>
    public ErasureGraph? Erasure { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Asks for the account to be erased, a week from now: name and address go, what has to stay by law (certificates, reviews, orders, the audit) goes on
    /// under a pseudonym. An order that is on its way keeps its address until goods and money have arrived. A letter says so at once. Asked again, nothing changes. Problems: WRONG_PASSWORD, OWNS_WITH_OTHERS.
    /// </summary>
    [Cost(50)]
    public static async Task<ErasurePayload> EraseAccount(
        EraseAccountInput input, Person person, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        if (await accounts.IsLockedOutAsync(account) || !await accounts.CheckPasswordAsync(account, input.CurrentPassword))
        {
            await accounts.AccessFailedAsync(account);
            return new([new WrongPassword()], ask);
        }

        var (db, now) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await db.OpenErasureAsync(person.AccountId, cancellationToken) is { } asked)
        {
            return new([], ask, asked);
        }

        if (await db.LeftWithoutOwnerAsync(person.AccountId, cancellationToken) is { } organisation)
        {
            return new([new OwnsWithOthers(organisation)], ask);
        }

        var request = PersonalDataRequest.Of(PersonalDataRequestKind.Erasure, Guid.CreateVersion7(now), person.AccountId, now.UtcDateTime);
        db.PersonalDataRequests.Add(request);
        db.Note(person, actor: null, "eraseAccount", ("Account", person.AccountId), now, after: new { request.DueAt });
        services.GetRequiredService<Letters>().ErasureAsked(account, request);
        await db.SaveChangesAsync(cancellationToken);
        return new([], ask, request);
    }

    /// <summary>Takes an erasure back that has not been done. Does nothing when none waits.</summary>
    public static async Task<ErasurePayload> KeepAccount(Person person, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, now) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await db.OpenErasureAsync(person.AccountId, cancellationToken) is { } request)
        {
            request.TakenBackAt = now.UtcDateTime;
            db.Note(person, actor: null, "keepAccount", ("Account", person.AccountId), now);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new([], ask);
    }
}
