using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Data;
using Marketplace.Data.Certification;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A filed renewal.</summary>
[Name("FileRenewalInput")]
public sealed class FileRenewalInput
{
    /// <summary>The certificate.</summary>
    [Id]
    public required string Certificate { get; init; }

    /// <summary>Number of the file or of its receipt, 1 to 200 characters.</summary>
    public required string Evidence { get; init; }
}

/// <summary>A longer validity while a filed renewal is decided.</summary>
[Name("ExtendCertificateInput")]
public sealed class ExtendCertificateInput
{
    /// <summary>The certificate.</summary>
    [Id]
    public required string Certificate { get; init; }

    /// <summary>The new last day: after the regular term, and no later than the law allows.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>What proves that the renewal is being decided, 1 to 200 characters.</summary>
    public required string Evidence { get; init; }
}

/// <summary>A withdrawal.</summary>
[Name("RevokeCertificateInput")]
public sealed class RevokeCertificateInput
{
    /// <summary>The certificate.</summary>
    [Id]
    public required string Certificate { get; init; }

    /// <summary>The ground of the law.</summary>
    public required RevocationGround Ground { get; init; }

    /// <summary>The authority's words, 1 to 2000 characters; the public reads them.</summary>
    public required string Reason { get; init; }
}

/// <summary>The certificate as it is now.</summary>
[Name("CertificatePayload")]
public sealed class CertificatePayload : Payload
{
    internal CertificatePayload(IEnumerable<IProblem> problems, Ask ask, RegisterEntry? entry = null)
        : base(problems, ask) => Certificate = entry is null ? null : new(entry);

    /// <summary>Null with problems.</summary>
    public RegisterEntryGraph? Certificate { get; }
}

public sealed partial class Mutation
{
    private const int LongestEvidence = 200;
    private const int LongestReason = 2000;

    /// <summary>Notes that the holder has filed for renewal; changes no right by itself. Problems: NOTHING_THERE, INVALID_VALUE, CERTIFICATE_ALREADY_ENDED, CHANGED_MEANWHILE.</summary>
    public static Task<CertificatePayload> FileRenewal(
        FileRenewalInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        ChangeAsync(input.Certificate, "fileRenewal", ("evidence", input.Evidence, LongestEvidence), officer, ask, services, (certificate, _) => certificate.FileRenewal(ask.Today, input.Evidence.Trim()), cancellationToken);

    /// <summary>Keeps a certificate valid past its term. Problems: NOTHING_THERE, INVALID_VALUE, EXTENSION_REFUSED, CERTIFICATE_ALREADY_ENDED, CHANGED_MEANWHILE.</summary>
    public static Task<CertificatePayload> ExtendCertificate(
        ExtendCertificateInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        ChangeAsync(
            input.Certificate,
            "extendCertificate",
            ("evidence", input.Evidence, LongestEvidence),
            officer,
            ask,
            services,
            (certificate, texts) => texts.FirstOrDefault(text => text.ExtensionDays is not null && text.InForceOn(ask.Today)) is { } inForce
                ? certificate.Extend(ask.Today, input.Until, input.Evidence.Trim(), inForce)
                : new(new ExtensionRefused(certificate.Number, certificate.ExpiresOn)),
            cancellationToken);

    /// <summary>Withdraws a certificate from today on: its stars are shown no more, within a minute. Problems: NOTHING_THERE, INVALID_VALUE, CERTIFICATE_ALREADY_ENDED, CHANGED_MEANWHILE.</summary>
    public static Task<CertificatePayload> RevokeCertificate(
        RevokeCertificateInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        ChangeAsync(input.Certificate, "revokeCertificate", ("reason", input.Reason, LongestReason), officer, ask, services, (certificate, _) => certificate.Revoke(ask.Today, input.Ground, input.Reason.Trim()), cancellationToken);

    private static async Task<CertificatePayload> ChangeAsync(
        string id,
        string action,
        (string Field, string Text, int Longest) why,
        Officer officer,
        Ask ask,
        IServiceProvider services,
        Func<Certificate, IReadOnlyList<LegalText>, Result<Certificate>> change,
        CancellationToken cancellationToken)
    {
        if (why.Text.Trim().Length == 0 || why.Text.Trim().Length > why.Longest)
        {
            return new([new InvalidValue([why.Field], new($"Hãy viết từ 1 đến {why.Longest} ký tự.", $"Write 1 to {why.Longest} characters."))], ask);
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(cancellationToken);
        if (!GlobalId.TryDecode(id, out var type, out var key) || type != "Certificate" || await db.CertificateToChangeAsync(key, cancellationToken) is not { } certificate)
        {
            return new([new NothingThere(["certificate"])], ask);
        }

        var before = certificate.ValidUntil;
        if (change(certificate, await db.LegalTexts.AsNoTracking().ToListAsync(cancellationToken)).Failed(out var problem, out _))
        {
            return new([problem], ask);
        }

        db.Note(officer.Actor, action, ("Certificate", key), services.GetRequiredService<TimeProvider>().GetUtcNow(), new { validUntil = before }, new { validUntil = certificate.ValidUntil }, why.Text.Trim());
        return await db.SaveWorkAsync(services.GetRequiredService<IDatabaseEngine>(), cancellationToken) is { } raced
            ? new([raced], ask)
            : new([], ask, (await db.WithProductsAsync([certificate], cancellationToken))[0]);
    }
}
