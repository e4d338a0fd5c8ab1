using System.Globalization;
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
        var decision = new Decision(input.DecisionNumber?.Trim(), input.Issuer.Trim(), input.IssuedOn, input.EvidenceGrade);
        if (decision.Faults(input.Products.Count, ask.Today) is { Count: > 0 } faults)
        {
            return new([new FieldsRefused(faults)], ask);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if ((await db.LegalTexts.AsNoTracking().Where(text => text.CertificateMonths != null).ToListAsync(cancellationToken)).Find(text => text.InForceOn(decision.On)) is not { } inForce)
        {
            return new([new FieldsRefused([new("issuedOn", FaultKind.OutOfRange, new("Ngày ấy không có văn bản nào cho phép cấp giấy.", "No legal text allows certificates to be issued on that day."))])], ask);
        }

        var rows = await DecisionRows.ReadAsync(db, decision, inForce, input.Products, clock.GetUtcNow(), cancellationToken);
        if (rows.Faults.Count > 0)
        {
            return new([new FieldsRefused(rows.Faults)], ask);
        }

        db.Certificates.AddRange(rows.Certificates);
        foreach (var certificate in rows.Certificates)
        {
            db.Note(officer.Actor, "recordDecision", ("Certificate", certificate.Id), clock.GetUtcNow(), after: new { certificate.Number, certificate.Stars, certificate.DecisionNumber, certificate.IssuedOn, certificate.ProductId });
        }

        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced
            ? new([raced], ask)
            : new([], ask, await db.WithProductsAsync(rows.Certificates, cancellationToken));
    }
}

/// <summary>The rows of a decision as certificates, and every fault in them.</summary>
internal sealed record DecisionRows(IReadOnlyList<Certificate> Certificates, IReadOnlyList<FieldFault> Faults)
{
    public static async Task<DecisionRows> ReadAsync(
        MarketplaceDb db, Decision decision, LegalText inForce, IReadOnlyList<CertifiedProductInput> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Guid[] products = [.. rows.Select(row => IdOf(row.Product, "Product"))];
        Guid[] older = [.. rows.Select(row => IdOf(row.Supersedes, "Certificate"))];
        string[] numbers = [.. rows.Select(row => row.Number.Trim())];
        var known = await db.Products.IgnoreQueryFilters().Where(product => products.Contains(product.Id)).Select(product => product.Id).ToHashSetAsync(cancellationToken);
        var taken = await db.Certificates.IgnoreQueryFilters().Where(certificate => numbers.Contains(certificate.Number)).Select(certificate => certificate.Number).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var superseded = await db.Certificates.IgnoreQueryFilters().Where(certificate => older.Contains(certificate.Id)).ToDictionaryAsync(certificate => certificate.Id, cancellationToken);
        List<Certificate> certificates = [];
        List<FieldFault> faults = [];
        foreach (var (at, row) in rows.Index())
        {
            if (!known.Contains(products[at]))
            {
                Wrong(at, "product", FaultKind.Unknown, "Không có sản phẩm này.", "There is no such product.");
            }

            if (numbers[at].Length is 0 or > Decision.NumberLength)
            {
                Wrong(at, "number", FaultKind.OutOfRange, $"Số giấy dài từ 1 đến {Decision.NumberLength} ký tự.", $"A certificate's number is 1 to {Decision.NumberLength} characters long.");
            }
            else if (!taken.Add(numbers[at]))
            {
                Wrong(at, "number", FaultKind.Twice, $"Số giấy {numbers[at]} đã có.", $"The number {numbers[at]} is another certificate's.");
            }

            if (Certificate.Issue(Guid.CreateVersion7(now), products[at], new(numbers[at], row.Stars, decision.Issuer, decision.On, decision.EvidenceGrade, decision.Number), inForce).Failed(out var problem, out var certificate))
            {
                Wrong(at, "stars", FaultKind.OutOfRange, problem.Message.Vi, problem.Message.En!);
                continue;
            }

            certificates.Add(certificate);
            if (row.Supersedes is null)
            {
                continue;
            }

            if (superseded.GetValueOrDefault(older[at]) is not { } old || old.ProductId != products[at])
            {
                Wrong(at, "supersedes", FaultKind.Unknown, "Sản phẩm này không có giấy ấy.", "The product has no such certificate.");
            }
            else if (old.Supersede(certificate).Failed(out var ended, out _))
            {
                Wrong(at, "supersedes", FaultKind.OutOfRange, ended.Message.Vi, ended.Message.En!);
            }
        }

        return new(certificates, faults);

        void Wrong(int at, string field, FaultKind kind, string vi, string en) =>
            faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"products.{at}.{field}"), kind, new(vi, en)));
    }

    private static Guid IdOf(string? id, string type) => GlobalId.TryDecode(id ?? "", out var of, out var key) && of == type ? key : Guid.Empty;
}
