using Marketplace.Api.Certification;
using Marketplace.Core.Accounts;
using Marketplace.Core.Certification;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Certification;

/// <summary>Holders are told in time that a certificate ends: the rule, and the letters of a real host.</summary>
public sealed class ReminderTests : IDisposable
{
    private const string Email = "co-giay@example.com";

    private readonly MarketplaceApp _app = new();
    private readonly People _people;

    public ReminderTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(181, null)]
    [InlineData(180, 180)]
    [InlineData(121, 180)]
    [InlineData(120, 120)]
    [InlineData(90, 90)]
    [InlineData(30, 30)]
    [InlineData(0, 30)]
    [InlineData(-1, null)]
    public void The_reminder_that_is_due_follows_from_the_days_left(int left, int? due)
    {
        var certificate = Ending(new(2027, 5, 21));

        Assert.Equal(due, ExpiryReminder.DueOn(certificate, certificate.ExpiresOn.AddDays(-left)));
    }

    [Fact]
    public void Who_has_filed_or_holds_it_no_more_is_not_reminded()
    {
        var (filed, revoked) = (Ending(new(2027, 5, 21)), Ending(new(2027, 5, 21)));
        filed.FileRenewal(new(2026, 12, 1), "Biên nhận 15/2026");
        revoked.Revoke(new(2026, 12, 1), RevocationGround.MisuseOfMark, "Dùng nhãn OCOP cho hàng khác.");

        Assert.Null(ExpiryReminder.DueOn(filed, new(2027, 5, 1)));
        Assert.Null(ExpiryReminder.DueOn(revoked, new(2027, 5, 1)));
    }

    [Fact]
    public async Task The_makers_people_get_one_letter_at_each_of_four_times_until_they_have_filed()
    {
        var (product, producer) = await UncertifiedAsync();
        var organisation = await _people.OrganisationAsync(OrganisationKind.Producer, "Cơ sở có giấy", producer);
        await _people.MemberAsync(organisation, email: Email);
        await _people.MemberAsync(organisation, MemberRole.Viewer, email: "nguoi-xem@example.com");
        var officer = await _people.OfficerAsync();
        var made = await officer.DoAsync("recordDecision", new { issuer = "UBND tỉnh Vĩnh Long", issuedOn = "2024-05-21", evidenceGrade = "A", products = new[] { new { product, number = "VL-180", stars = 4 } } }, "certificates { id }");

        foreach (var (left, letters) in new[] { (180, 1), (121, 1), (120, 2), (90, 3) })
        {
            Assert.Equal(letters, (await LettersAsync(left)).Count);
        }

        Assert.Contains("(số VL-180): ngày cuối 21/05/2027, còn 90 ngày", (await _people.LetterAsync(Email)).Text, StringComparison.Ordinal);

        officer = await _people.OfficerAsync();
        Assert.Empty(await officer.ProblemsAsync("fileRenewal", new { certificate = (string)made["certificates"]![0]!["id"]!, evidence = "Biên nhận 15/2027" }));
        Assert.Equal(3, (await LettersAsync(30)).Count);
        Assert.Empty(await _people.LettersAsync("nguoi-xem@example.com"));
    }

    public void Dispose() => _app.Dispose();

    private static Certificate Ending(DateOnly on) => new()
    {
        Id = Guid.Empty,
        ProductId = Guid.Empty,
        Number = "VL-1",
        Stars = 4,
        Issuer = "UBND tỉnh",
        IssuedOn = on.AddMonths(-36),
        ExpiresOn = on,
        EvidenceGrade = EvidenceGrade.A,
        LegalTextCode = "QD148-2023",
        IsDemonstration = false,
    };

    /// <summary>The maker's letters after a look so many days before the certificate's end, at noon.</summary>
    private async Task<IReadOnlyList<OutgoingLetter>> LettersAsync(int left)
    {
        _app.Clock.SetUtcNow(new DateTimeOffset(2027, 5, 21, 5, 0, 0, TimeSpan.Zero).AddDays(-left));
        var reminders = _app.Services.GetRequiredService<ExpiryReminders>();
        await reminders.RemindAsync(Stop);
        await reminders.RemindAsync(Stop);
        return await _people.LettersAsync(Email);
    }

    /// <summary>A product that never had a certificate, of a maker without an organisation.</summary>
    private async Task<(string Product, Guid Producer)> UncertifiedAsync()
    {
        (string, Guid) found = default;
        await _app.WithAsync(async db =>
        {
            var product = await db.Products.Where(product => product.ProducerId != null && !db.Certificates.Any(certificate => certificate.ProductId == product.Id) && !db.Organisations.Any(organisation => organisation.ProducerId == product.ProducerId)).OrderBy(product => product.Slug).FirstAsync(Stop);
            found = (Api.GlobalId.Encode("Product", product.Id), product.ProducerId!.Value);
        });
        return found;
    }
}
