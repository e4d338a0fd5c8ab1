using Marketplace.Core;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>Money that needs a person, and the books, as the office sees them.</summary>
public sealed class MoneyPageTests(Site site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_officer_names_no_order_that_is_none_and_settles_the_money_with_a_note(bool scripts)
    {
        var reference = await StrayAsync();
        await using var visit = await (await Desks.OfficerAsync(site)).SignedInAsync(scripts, width: 360);
        await visit.OpenAsync("/van-phong/tien");
        var stray = visit.Page.Locator("main li").Filter(new() { HasText = reference });
        await Expect(stray).ToContainTextAsync("Chuyển khoản không rõ của đơn nào");
        await Expect(stray).ToContainTextAsync("mua kẹo cho má");
        if (scripts)
        {
            await visit.AssertOpenToEverybodyAsync();
        }

        await stray.Locator("summary").First.ClickAsync();
        await stray.Locator("[name=number]").FillAsync("KHONG-CO");
        visit.ExpectStatus(422);
        await stray.Locator("form[action*=assign] button").ClickAsync();
        await Expect(stray.Locator(".problems")).ToBeVisibleAsync();
        await Expect(stray.Locator("[name=number]")).ToHaveValueAsync("KHONG-CO");
        await visit.TakenOverAsync();
        await stray.Locator("summary").Last.ClickAsync();
        await stray.Locator("[name=note]").FillAsync("Đã trả lại tại quầy.");
        await stray.Locator("form[action*=settle] button").ClickAsync();

        await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("xử lý xong");
        await Expect(stray).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task An_officer_looks_through_the_books_when_asked_and_reads_a_sentence_for_each_thing()
    {
        await using var visit = await (await Desks.OfficerAsync(site)).SignedInAsync(width: 360);
        await visit.OpenAsync("/van-phong/so-sach");
        await Expect(visit.Page.Locator("main li")).ToHaveCountAsync(0);
        await visit.AssertOpenToEverybodyAsync();

        await visit.Page.Locator("main form .button").ClickAsync();

        await Expect(visit.Page.Locator("main section li")).ToHaveCountAsync(12);
        await Expect(visit.Page.Locator("main section")).ToContainTextAsync("Mỗi bút toán trong sổ cái cộng lại bằng không.");
        await Expect(visit.Page.Locator("main section")).ToContainTextAsync("Đối chiếu lúc");
        await visit.AssertOpenToEverybodyAsync();
        visit.AssertNoComplaint();
    }

    /// <summary>A transfer as the bank told of it, that names no order; tells its reference.</summary>
    private async Task<string> StrayAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var reference = $"FT{Guid.CreateVersion7(now):N}";
        var told = new PaymentEvent
        {
            Gateway = "bank",
            Id = reference,
            Kind = PaymentEventKind.Succeeded,
            Reference = reference,
            Amount = Money.Dong(12_000),
            OccurredAt = now.UtcDateTime,
            Payload = """{"content":"mua kẹo cho má"}""",
        };
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
        db.PaymentRecords.Add(PaymentRecord.Of(told, PaymentChange.None, now.UtcDateTime, outcome: TransferOutcome.UnknownCode, needsPerson: true));
        await db.SaveChangesAsync(Stop);
        return reference;
    }
}
