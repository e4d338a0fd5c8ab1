using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Data;
using Marketplace.Data.Certification;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A product that a decision certifies.</summary>
[Name("CertifiedProductInput")]
public sealed class CertifiedProductInput
{
    /// <summary>The product.</summary>
    [Id]
    public required string Product { get; init; }

    /// <summary>As printed on the certificate, 1 to 64 characters, and no other certificate's.</summary>
    public required string Number { get; init; }

    /// <summary>3, 4 or 5.</summary>
    public required int Stars { get; init; }

    /// <summary>A certificate of the same product that this one takes the place of: a renewal, or other stars.</summary>
    [Id]
    public string? Supersedes { get; init; }
}

/// <summary>A decision of an authority, with everything that it certifies.</summary>
[Name("RecordDecisionInput")]
public sealed class RecordDecisionInput
{
    /// <summary>Up to 64 characters; null where no source gives it.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>The authority in the decision's words, 1 to 200 characters.</summary>
    public required string Issuer { get; init; }

    /// <summary>The decision's day, not after today.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>How well it is backed: A for the signed decision, B1 for the official press; B2 and C are never shown as stars.</summary>
    public required EvidenceGrade EvidenceGrade { get; init; }

    /// <summary>1 to 500.</summary>
    public required IReadOnlyList<CertifiedProductInput> Products { get; init; }

    /// <summary>
    /// Up to 64 characters, made by the client. With it, a decision that is in the register already with all these certificates, each with the same
    /// product, stars, issuer, day, decision and evidence, answers them and is no problem: sent twice, it is recorded once.
    /// </summary>
    public string? RequestKey { get; init; }

    internal Decision Decision => new(DecisionNumber?.Trim(), Issuer.Trim(), IssuedOn, EvidenceGrade);
}

/// <summary>What was entered into the register.</summary>
[Name("RecordDecisionPayload")]
public sealed class RecordDecisionPayload : Payload
{
    internal RecordDecisionPayload(IEnumerable<IProblem> problems, Ask ask, IReadOnlyList<RegisterEntry>? entries = null)
        : base(problems, ask) => Certificates = [.. (entries ?? []).Select(entry => new RegisterEntryGraph(entry))];

    /// <summary>In the order of the input; empty with problems.</summary>
    public IReadOnlyList<RegisterEntryGraph> Certificates { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Enters a decision into the register: certificates of all its products, or of none. Their term follows from the legal text in force on its day;
    /// badges, filters and pages show them within a minute. Problems, of each field and row: OUT_OF_RANGE, UNKNOWN, TWICE; CHANGED_MEANWHILE.
    /// </summary>
    [Cost(50)]
    public static async Task<RecordDecisionPayload> RecordDecision(
        RecordDecisionInput input, Officer officer, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        RequestKeys.Check(input.RequestKey);
        var decision = input.Decision;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await DecisionRows.ReadAsync(db, decision, input.Products, ask.Today, clock.GetUtcNow(), cancellationToken);
        if (rows.Faults.Count > 0)
        {
            // Sent twice, every number of it is in the register already, however lately the first came to be there.
            return await RecordedAsync() ?? new([new FieldsRefused(rows.Faults)], ask);
        }

        db.Certificates.AddRange(rows.Certificates);
        foreach (var certificate in rows.Certificates)
        {
            db.Note(officer.Actor, "recordDecision", ("Certificate", certificate.Id), clock.GetUtcNow(), after: new { certificate.Number, certificate.Stars, certificate.DecisionNumber, certificate.IssuedOn, certificate.ProductId });
        }

        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced
            ? await RecordedAsync() ?? new([raced], ask)
            : new([], ask, await db.WithProductsAsync(rows.Certificates, cancellationToken));

        async Task<RecordDecisionPayload?> RecordedAsync() =>
            input.RequestKey is not null && await DecisionRows.RecordedAsync(db, decision, input.Products, cancellationToken) is { Count: > 0 } certificates
                ? new([], ask, await db.WithProductsAsync(certificates, cancellationToken))
                : null;
    }
}
