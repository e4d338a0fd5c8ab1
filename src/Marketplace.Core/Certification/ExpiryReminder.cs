namespace Marketplace.Core.Certification;

/// <summary>
/// When the holder is told that a certificate ends: as the window for filing anew opens and as it closes (180 and 120 days before, Decision
/// 26/2026/QĐ-TTg), and twice more for those who have not filed.
/// </summary>
public static class ExpiryReminder
{
    /// <summary>Days before the last day of the regular term.</summary>
    public static readonly IReadOnlyList<int> Days = [180, 120, 90, 30];

    /// <summary>The reminder that should have gone out by that day; null when none, or when the holder has filed already.</summary>
    public static int? DueOn(Certificate certificate, DateOnly day)
    {
        if (certificate.StateOn(day) != CertificateState.Expiring || certificate.Events.Any(happened => happened.Kind == CertificateEventKind.RenewalFiled))
        {
            return null;
        }

        var left = certificate.ExpiresOn.DayNumber - day.DayNumber;
        return Days.Last(days => left <= days);
    }
}
