using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.PersonalData;
using Marketplace.Core.Policies;
using Marketplace.Data;
using Marketplace.Data.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A sentence that people agree to or not.</summary>
[Name("ConsentText")]
public sealed class ConsentTextGraph
{
    internal ConsentTextGraph(ConsentPurpose purpose, Ask ask) =>
        (Purpose, Text, Required) = (purpose, Consents.TextOf(purpose, ask), purpose == ConsentPurpose.Account);

    /// <summary>What the data is used for.</summary>
    public ConsentPurpose Purpose { get; }

    /// <summary>In the reader's language, as it is kept when somebody agrees.</summary>
    public string Text { get; }

    /// <summary>Whether there is no account without it.</summary>
    public bool Required { get; }
}

/// <summary>That the person agreed, and to what words.</summary>
[Name("Consent")]
public sealed class ConsentGraph
{
    internal ConsentGraph(Consent consent) =>
        (Purpose, Text, GivenAt, WithdrawnAt) = (consent.Purpose, consent.Text, consent.GivenAt, consent.WithdrawnAt);

    /// <summary>What the data is used for.</summary>
    public ConsentPurpose Purpose { get; }

    /// <summary>The sentence as it was read.</summary>
    public string Text { get; }

    /// <summary>When it was given.</summary>
    public DateTime GivenAt { get; }

    /// <summary>When it was withdrawn; null while it holds.</summary>
    public DateTime? WithdrawnAt { get; }
}

/// <summary>A consent to give or to withdraw.</summary>
[Name("ChangeConsentInput")]
public sealed class ChangeConsentInput
{
    /// <summary>What for; that for the account ends with the account only.</summary>
    public required ConsentPurpose Purpose { get; init; }

    /// <summary>Whether it shall hold from now on.</summary>
    public required bool Given { get; init; }
}

/// <summary>Every consent, those that were withdrawn too.</summary>
[Name("ChangeConsentPayload")]
public sealed class ChangeConsentPayload : Payload
{
    internal ChangeConsentPayload(IEnumerable<IProblem> problems, Ask ask, IReadOnlyList<Consent>? consents = null)
        : base(problems, ask) => Consents = [.. (consents ?? []).Select(consent => new ConsentGraph(consent))];

    /// <summary>Oldest first; empty with problems.</summary>
    public IReadOnlyList<ConsentGraph> Consents { get; }
}

public sealed partial class Query
{
    /// <summary>What people are asked to agree to, each by itself. No box may be ticked beforehand.</summary>
    public static IReadOnlyList<ConsentTextGraph> ConsentTexts(Ask ask) => [.. Enum.GetValues<ConsentPurpose>().Select(purpose => new ConsentTextGraph(purpose, ask))];
}

public sealed partial class Mutation
{
    /// <summary>Gives or withdraws a consent; what was agreed to stays on record with its text and times. Problems: CONSENT_NEEDED.</summary>
    public static async Task<ChangeConsentPayload> ChangeConsent(
        ChangeConsentInput input, Person person, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (input is { Purpose: ConsentPurpose.Account, Given: false })
        {
            return new([new ConsentNeeded()], ask);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var consents = await db.ConsentsOfAsync(person.AccountId, cancellationToken);
        var (now, holds) = (clock.GetUtcNow(), consents.FirstOrDefault(consent => consent.Purpose == input.Purpose && consent.WithdrawnAt is null));
        if (input.Given == holds is not null)
        {
            return new([], ask, consents);
        }

        if (holds is not null)
        {
            holds.WithdrawnAt = now.UtcDateTime;
        }
        else
        {
            var given = Consents.Give(person.AccountId, input.Purpose, ask, now);
            db.Consents.Add(given);
            consents = [.. consents, given];
        }

        db.Note(person, actor: null, "changeConsent", ("Account", person.AccountId), now, after: new { purpose = input.Purpose.ToString(), input.Given });
        await db.SaveChangesAsync(cancellationToken);
        return new([], ask, consents);
    }
}

internal static class Consents
{
    public static string TextOf(ConsentPurpose purpose, Ask ask) =>
        ConsentTexts.Of(purpose, ShippedTexts.Policies[PolicyCode.Privacy].On(ask.Today)?.Version ?? 1).In(ask.Language);

    public static Consent Give(Guid accountId, ConsentPurpose purpose, Ask ask, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), AccountId = accountId, Purpose = purpose, Text = TextOf(purpose, ask), GivenAt = now.UtcDateTime };
}
