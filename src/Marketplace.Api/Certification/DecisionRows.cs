using System.Globalization;
using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Data;
using Marketplace.Data.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>The rows of a decision as certificates, and every fault in it and in them.</summary>
internal sealed record DecisionRows(IReadOnlyList<Certificate> Certificates, IReadOnlyList<FieldFault> Faults)
{
    public static async Task<DecisionRows> ReadAsync(
        MarketplaceDb db, Decision decision, IReadOnlyList<CertifiedProductInput> rows, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<FieldFault> faults = [.. decision.Faults(rows.Count, today)];
        if (rows.Count > Decision.MostProducts)
        {
            return new([], faults);
        }

        var inForce = (await db.LegalTexts.AsNoTracking().Where(text => text.CertificateMonths != null).ToListAsync(cancellationToken)).Find(text => text.InForceOn(decision.On));
        if (inForce is null)
        {
            faults.Add(new("issuedOn", FaultKind.OutOfRange, new("Ngày ấy không có văn bản nào cho phép cấp giấy.", "No legal text allows certificates to be issued on that day.")));
        }

        Guid[] products = [.. rows.Select(row => IdOf(row.Product, "Product"))];
        Guid[] older = [.. rows.Select(row => IdOf(row.Supersedes, "Certificate"))];
        string[] numbers = [.. rows.Select(row => row.Number.Trim())];
        var known = await db.Products.IgnoreQueryFilters().Where(product => products.Contains(product.Id)).Select(product => product.Id).ToHashSetAsync(cancellationToken);
        var taken = (await db.CertificatesNumberedAsync(numbers, cancellationToken)).Select(certificate => certificate.Number).ToHashSet(StringComparer.Ordinal);
        var superseded = await db.Certificates.IgnoreQueryFilters().Where(certificate => older.Contains(certificate.Id)).ToDictionaryAsync(certificate => certificate.Id, cancellationToken);
        List<Certificate> certificates = [];
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

            if (inForce is null)
            {
                continue;
            }

            if (Certificate.Issue(Guid.CreateVersion7(now), products[at], new(numbers[at], row.Stars, decision.Issuer, decision.On, decision.EvidenceGrade, decision.Number), inForce).Failed(out var problem, out var certificate))
            {
                Wrong(at, "stars", FaultKind.OutOfRange, problem.Message.Vi, problem.Message.En!);
                continue;
            }

            certificates.Add(certificate);
            if (row.Supersedes is null || !known.Contains(products[at]))
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

    /// <summary>The certificates of a decision that is in the register just as it is sent; null where any is not.</summary>
    public static async Task<IReadOnlyList<Certificate>?> RecordedAsync(MarketplaceDb db, Decision decision, IReadOnlyList<CertifiedProductInput> rows, CancellationToken cancellationToken)
    {
        var there = (await db.CertificatesNumberedAsync([.. rows.Take(Decision.MostProducts).Select(row => row.Number.Trim())], cancellationToken)).ToDictionary(certificate => certificate.Number, StringComparer.Ordinal);
        List<Certificate> recorded = [];
        foreach (var row in rows)
        {
            if (!there.TryGetValue(row.Number.Trim(), out var certificate) || certificate.Stars != row.Stars || certificate.ProductId != IdOf(row.Product, "Product")
                || new Decision(certificate.DecisionNumber, certificate.Issuer, certificate.IssuedOn, certificate.EvidenceGrade) != decision)
            {
                return null;
            }

            recorded.Add(certificate);
        }

        return recorded;
    }

    private static Guid IdOf(string? id, string type) => GlobalId.TryDecode(id ?? "", out var of, out var key) && of == type ? key : Guid.Empty;
}
