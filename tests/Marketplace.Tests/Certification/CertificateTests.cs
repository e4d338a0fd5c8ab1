using System.Globalization;
using Marketplace.Core.Certification;

namespace Marketplace.Tests.Certification;

public sealed class CertificateTests
{
    private static readonly LegalText Decision148 = new()
    {
        Code = "QD148-2023",
        Title = new("Quyết định 148"),
        ValidFrom = new(2023, 2, 24),
        ValidTo = new(2026, 7, 20),
        CertificateMonths = 36,
        Source = "test",
    };

    private static readonly LegalText Decision26 = new()
    {
        Code = "QD26-2026",
        Title = new("Quyết định 26"),
        ValidFrom = new(2026, 5, 22),
        CertificateMonths = 36,
        ExtensionDays = 180,
        Source = "test",
    };

    [Theory]
    [InlineData("2023-05-31", "2026-05-31")]
    [InlineData("2024-02-29", "2027-02-28")]
    public void It_expires_after_thirty_six_calendar_months(string issued, string expires) =>
        Assert.Equal(DateOnly.Parse(expires, CultureInfo.InvariantCulture), Issued(issued).ExpiresOn);

    [Theory]
    [InlineData("2023-05-30", CertificateState.NotYetValid, false)]
    [InlineData("2023-05-31", CertificateState.Valid, true)]
    [InlineData("2025-12-01", CertificateState.Valid, true)]
    [InlineData("2025-12-02", CertificateState.Expiring, true)]
    [InlineData("2026-05-31", CertificateState.Expiring, true)]
    [InlineData("2026-06-01", CertificateState.Expired, false)]
    public void Its_state_follows_from_the_day_alone(string day, CertificateState state, bool shows)
    {
        var certificate = Issued("2023-05-31");

        Assert.Equal((state, shows), (certificate.StateOn(DateOnly.Parse(day, CultureInfo.InvariantCulture)), certificate.ShowsStarsOn(DateOnly.Parse(day, CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    [InlineData(6)]
    public void Only_three_four_and_five_stars_are_certified(int stars)
    {
        var refused = Certificate.Issue(Guid.Empty, Guid.Empty, Grant("2023-05-31") with { Stars = stars }, Decision148).Failed(out var problem, out _);

        Assert.True(refused);
        Assert.IsType<StarsNotCertifiable>(problem);
    }

    [Fact]
    public void A_legal_text_certifies_only_while_it_is_in_force() =>
        Assert.True(Certificate.Issue(Guid.Empty, Guid.Empty, Grant("2026-07-21"), Decision148).Failed(out _, out _));

    [Theory]
    [InlineData(EvidenceGrade.A, true)]
    [InlineData(EvidenceGrade.B1, true)]
    [InlineData(EvidenceGrade.B2, false)]
    [InlineData(EvidenceGrade.C, false)]
    public void Stars_show_only_with_a_decision_or_the_official_press_behind_them(EvidenceGrade grade, bool shows)
    {
        Assert.False(Certificate.Issue(Guid.Empty, Guid.Empty, Grant("2023-05-31") with { EvidenceGrade = grade }, Decision148).Failed(out _, out var certificate));
        Assert.Equal(shows, certificate.ShowsStarsOn(new(2024, 1, 1)));
    }

    [Fact]
    public void An_extension_keeps_an_older_rating_valid_for_at_most_180_days_past_its_term()
    {
        var certificate = Issued("2023-06-10");
        var last = new DateOnly(2026, 6, 10).AddDays(180);

        Assert.True(certificate.Extend(new(2026, 6, 1), last.AddDays(1), "Hồ sơ 12/2026", Decision26).Failed(out _, out _));
        Assert.False(certificate.Extend(new(2026, 6, 1), last, "Hồ sơ 12/2026", Decision26).Failed(out _, out _));

        Assert.Equal(CertificateState.Extended, certificate.StateOn(last));
        Assert.True(certificate.ShowsStarsOn(last));
        Assert.Equal(CertificateState.Expired, certificate.StateOn(last.AddDays(1)));
    }

    [Fact]
    public void An_extension_needs_proof_of_a_pending_file_and_a_rating_older_than_the_decision()
    {
        Assert.True(Issued("2023-06-10").Extend(new(2026, 6, 1), new(2026, 8, 1), " ", Decision26).Failed(out var problem, out _));
        Assert.IsType<ExtensionRefused>(problem);

        Assert.False(Certificate.Issue(Guid.Empty, Guid.Empty, Grant("2026-05-22"), Decision26).Failed(out _, out var younger));
        Assert.True(younger.Extend(new(2029, 5, 1), new(2029, 8, 1), "Hồ sơ 3/2029", Decision26).Failed(out _, out _));
    }

    [Fact]
    public void A_revoked_certificate_shows_no_stars_from_that_day_on_and_can_only_end_once()
    {
        var certificate = Issued("2024-01-01");

        Assert.False(certificate.Revoke(new(2025, 3, 15), RevocationGround.ProductionStopped, "Ngừng sản xuất").Failed(out _, out _));

        Assert.True(certificate.ShowsStarsOn(new(2025, 3, 14)));
        Assert.Equal((CertificateState.Revoked, false), (certificate.StateOn(new(2025, 3, 15)), certificate.ShowsStarsOn(new(2025, 3, 15))));
        Assert.True(certificate.Revoke(new(2025, 4, 1), RevocationGround.OtherFinding, "").Failed(out var problem, out _));
        Assert.IsType<CertificateAlreadyEnded>(problem);
    }

    [Fact]
    public void An_upgrade_takes_the_place_of_the_older_certificate_on_its_first_day()
    {
        var three = Issued("2023-05-31");
        Assert.False(Certificate.Issue(Guid.Empty, Guid.Empty, Grant("2025-01-10") with { Number = "B", Stars = 4 }, Decision148).Failed(out _, out var four));

        Assert.False(three.Supersede(four).Failed(out _, out _));

        Assert.Equal(CertificateState.Superseded, three.StateOn(new(2025, 1, 10)));
        Assert.Equal(new(2025, 1, 9), three.StarPeriod!.Value.To);
        Assert.Equal(new(2025, 1, 10), four.StarPeriod!.Value.From);
    }

    private static CertificateGrant Grant(string issued) => new("A", 3, "UBND tỉnh Bến Tre", DateOnly.Parse(issued, CultureInfo.InvariantCulture), EvidenceGrade.A);

    private static Certificate Issued(string day) =>
        Certificate.Issue(Guid.Empty, Guid.Empty, Grant(day), Decision148).Failed(out var problem, out var certificate)
            ? throw new InvalidOperationException(problem.Message.En)
            : certificate;
}
