using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Evidence;
using Marketplace.Core.Listings;
using Marketplace.Tests.Listings;

namespace Marketplace.Tests.Evidence;

/// <summary>What a paper must say, how it is decided on, and what it backs on which day.</summary>
public sealed class EvidenceRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly EvidenceDetails Details = new(EvidenceKind.Organic, "Chứng nhận hữu cơ TCVN 11041", "HC-12/2026", "Vinacert", new(2026, 1, 10), new(2027, 1, 9));

    private static readonly Paper File = new(Guid.CreateVersion7(Some.Now), PaperFormat.Pdf, 1234, new('a', 64));

    [Fact]
    public void Every_fault_of_the_details_is_told_at_once()
    {
        var faults = Some.Faults((Details with { Title = " ", Number = new('1', 65), IssuedBy = "a\nb", IssuedOn = Today.AddDays(1), ExpiresOn = Today }).Cleaned(Today));

        Assert.Equal(
            [("title", FaultKind.Missing), ("number", FaultKind.TooLong), ("issuedBy", FaultKind.NotPlainText), ("issuedOn", FaultKind.OutOfRange), ("expiresOn", FaultKind.OutOfRange)],
            faults);
        Assert.Equal([("expiresOn", FaultKind.OutOfRange)], Some.Faults((Details with { ExpiresOn = Today.AddDays(-1) }).Cleaned(Today)));
    }

    [Fact]
    public void Details_are_kept_plain_with_marks_of_html_as_the_text_that_they_are()
    {
        var clean = Some.Good((Details with { Title = "  <b>Chứng nhận</b>\u200b ", Number = " ", ExpiresOn = null }).Cleaned(Today));

        Assert.Equal(("<b>Chứng nhận</b>", null, null), (clean.Title, clean.Number, clean.ExpiresOn));
    }

    [Fact]
    public void An_accepted_paper_that_is_changed_waits_anew_and_one_that_is_not_stays_accepted()
    {
        var evidence = Accepted();

        evidence.Change(productId: null, Details, Some.Account, Some.Now);
        Assert.Equal((EvidenceState.Accepted, EvidenceGrade.A), (evidence.State, evidence.Grade));

        evidence.Change(productId: null, Details with { Number = "HC-13/2026" }, Some.Account, Some.Now);
        Assert.Equal((EvidenceState.InReview, null), (evidence.State, evidence.Grade));

        evidence = Accepted();
        evidence.Replace(File with { Length = 1 }, Some.Account, Some.Now);
        Assert.Equal((EvidenceState.InReview, null), (evidence.State, evidence.Grade));
    }

    [Fact]
    public void A_paper_goes_back_with_a_reason_even_after_it_was_accepted_and_comes_again()
    {
        var evidence = Accepted();
        Assert.Equal([("reason", FaultKind.Missing)], Some.Faults(evidence.Return(" ", Some.Now)));

        Some.Good(evidence.Return("Giấy đã bị thu hồi.", Some.Now));

        Assert.Equal((EvidenceState.Returned, null, "Giấy đã bị thu hồi."), (evidence.State, evidence.Grade, evidence.Reason));
        Some.Refused<EvidenceFile, NotInReview>(evidence.Return("Lần nữa.", Some.Now));
        Some.Refused<EvidenceFile, NotInReview>(evidence.Accept(EvidenceGrade.A, Some.Officer, Today, Some.Now));
        evidence.Change(productId: null, Details, Some.Account, Some.Now);
        Assert.Equal((EvidenceState.InReview, null), (evidence.State, evidence.Reason));
    }

    [Fact]
    public void Nobody_accepts_what_they_sent_nor_what_has_ended()
    {
        var evidence = Sent();

        Some.Refused<EvidenceFile, OwnSubmission>(evidence.Accept(EvidenceGrade.A, Some.Account, Today, Some.Now));
        Some.Refused<EvidenceFile, EvidenceOver>(evidence.Accept(EvidenceGrade.A, Some.Officer, new(2027, 1, 10), Some.Now));
    }

    [Theory]
    [InlineData(EvidenceKind.Organic, "Chứng nhận", "dừa hữu cơ", true)]
    [InlineData(EvidenceKind.VietGap, "Chứng nhận", "trồng theo VietGAP", true)]
    [InlineData(EvidenceKind.GlobalGap, "Chứng nhận", "GlobalGAP", true)]
    [InlineData(EvidenceKind.Haccp, "Chứng nhận", "nhà máy HACCP", true)]
    [InlineData(EvidenceKind.Iso, "ISO 22000:2018", "ISO 22000", true)]
    [InlineData(EvidenceKind.Iso, "ISO 22000:2018", "theo chuẩn ISO", true)]
    [InlineData(EvidenceKind.Iso, "ISO 22000:2018", "ISO 9001", false)]
    [InlineData(EvidenceKind.GeographicalIndication, "Quyền sử dụng", "chỉ dẫn địa lý", true)]
    [InlineData(EvidenceKind.Organic, "Chứng nhận", "trồng theo VietGAP", false)]
    [InlineData(EvidenceKind.Other, "Chứng nhận HACCP hữu cơ", "nhà máy HACCP", false)]
    [InlineData(EvidenceKind.TestReport, "OCOP 5 sao", "OCOP 5 sao", false)]
    [InlineData(EvidenceKind.Organic, "Chữa bệnh", "chữa bệnh", false)]
    public void A_paper_backs_claims_of_its_own_kind_and_never_stars_the_mark_or_cures(EvidenceKind kind, string title, string text, bool backed)
    {
        var evidence = Accepted(Details with { Kind = kind, Title = title });

        var claims = ClaimCheck.Find("name.vi", text, Backing.Of(product: null, [], [evidence], Today));

        Assert.NotEmpty(claims);
        Assert.All(claims, claim => Assert.Equal(backed ? ClaimSource.Evidence : (ClaimSource?)null, claim.BackedBy));
    }

    [Theory]
    [InlineData(EvidenceGrade.A, "2027-01-09", true)]
    [InlineData(EvidenceGrade.B1, "2027-01-09", true)]
    [InlineData(EvidenceGrade.A, "2027-01-10", false)]
    [InlineData(EvidenceGrade.B2, "2026-11-22", false)]
    [InlineData(EvidenceGrade.C, "2026-11-22", false)]
    public void What_proves_nothing_or_has_ended_backs_nothing(EvidenceGrade grade, string day, bool backed)
    {
        var backing = Backing.Of(product: null, [], [Accepted(grade: grade)], DateOnly.ParseExact(day, "yyyy-MM-dd"));

        Assert.Equal(backed, Assert.Single(ClaimCheck.Find("name.vi", "dừa hữu cơ", backing)).Backed);
    }

    [Fact]
    public void What_waits_backs_nothing_and_what_the_catalogue_knows_is_said_to_come_from_there()
    {
        Assert.False(Assert.Single(ClaimCheck.Find("name.vi", "dừa hữu cơ", Backing.Of(product: null, [], [Sent()], Today))).Backed);

        var product = Some.Product();
        product.Certifications.Add(new ProductCertification { Number = 1, Code = "organic", Detail = new("Hữu cơ"), Held = true });
        Assert.Equal(ClaimSource.Catalogue, Assert.Single(ClaimCheck.Find("name.vi", "dừa hữu cơ", Backing.Of(product, [], [Accepted()], Today))).BackedBy);
    }

    private static EvidenceFile Sent(EvidenceDetails? details = null) =>
        EvidenceFile.Send(Guid.CreateVersion7(Some.Now), Some.Producer, Some.Producer, productId: null, details ?? Details, File, Some.Account, Some.Now);

    private static EvidenceFile Accepted(EvidenceDetails? details = null, EvidenceGrade grade = EvidenceGrade.A) =>
        Some.Good(Sent(details).Accept(grade, Some.Officer, Today, Some.Now));
}
