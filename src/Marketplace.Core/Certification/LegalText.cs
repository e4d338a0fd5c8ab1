namespace Marketplace.Core.Certification;

/// <summary>A decision or law, and the rules of it that the marketplace applies. Records keep the text they were made under.</summary>
public sealed class LegalText
{
    public required string Code { get; init; }

    public required LocalizedText Title { get; set; }

    public required DateOnly ValidFrom { get; set; }

    /// <summary>Last day; null while in force.</summary>
    public DateOnly? ValidTo { get; set; }

    public DateOnly? SuspendedFrom { get; set; }

    public DateOnly? SuspendedTo { get; set; }

    public string? SupersededByCode { get; set; }

    /// <summary>How long a certificate under this text runs, in calendar months; null when it certifies nothing.</summary>
    public int? CertificateMonths { get; set; }

    /// <summary>How many days past expiry a certificate older than this text may stay valid while its renewal is decided.</summary>
    public int? ExtensionDays { get; set; }

    /// <summary>Where the text was read.</summary>
    public required string Source { get; set; }

    public bool InForceOn(DateOnly day) =>
        ValidFrom <= day && (ValidTo is null || day <= ValidTo)
        && !(SuspendedFrom <= day && (SuspendedTo is null || day <= SuspendedTo));
}
