using Marketplace.E2E.Desk;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>Money on the page of an order, with the bank and the card page played by the sandbox. Each test buys what no other is about.</summary>
public sealed class PayingTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_card_is_paid_on_the_card_page_and_the_order_tells_that_the_money_is_here(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts, width: 360);
        await Bought.ByAsync(site, visit, "keo-dua-sau-rieng-la-dua-dong-a", "CARD");
        await Expect(visit.Page.Locator("#pay h2")).ToContainTextAsync("Còn một bước");
        await Expect(visit.Page.Locator("#pay .until")).ToContainTextAsync("Hàng được giữ đến");
        if (scripts)
        {
            await visit.AssertOpenToEverybodyAsync();
        }

        await Bought.PayAsync(visit);

        await Expect(visit.Page.Locator("#pay")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("main section")).ToContainTextAsync("Chờ cơ sở xác nhận");
        if (scripts)
        {
            await visit.AssertOpenToEverybodyAsync();
        }

        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_page_with_the_code_tells_by_itself_that_the_money_has_come()
    {
        await using var visit = await Visit.BeginAsync(site, width: 360);
        await Bought.ByAsync(site, visit, "keo-dua-sau-rieng-la-dua-dong-a", "VIET_QR");
        await visit.Page.Locator("#pay form button").ClickAsync();
        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Img, new() { Name = "Mã VietQR" })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".transfer dd").Filter(new() { HasText = "TAI KHOAN THU NGHIEM" })).ToBeVisibleAsync();
        await visit.TakenOverAsync();
        await visit.AssertOpenToEverybodyAsync();

        await using var bank = await Visit.BeginAsync(site, scripts: false);
        await bank.Page.GotoAsync((await visit.Page.Locator(".sandbox a").GetAttributeAsync("href"))!);
        await bank.Page.Locator(".pay button").ClickAsync();

        await Expect(visit.Page.Locator(".received")).ToContainTextAsync("Đã nhận");
        await Expect(visit.Page.Locator("#pay")).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Without_scripts_the_buyer_looks_again_and_is_told_what_is_so()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);
        var order = await Bought.ByAsync(site, visit, "keo-dua-sau-rieng-la-dua-dong-a", "VIET_QR");
        await visit.Page.Locator("#pay form button").ClickAsync();
        await Expect(visit.Page.Locator(".transfer button")).ToHaveCountAsync(0);
        await visit.Page.Locator("#pay .ways .button").ClickAsync();
        await Expect(visit.Page.Locator(".not-yet")).ToBeVisibleAsync();

        await visit.Page.Locator(".sandbox a").ClickAsync();
        await visit.Page.Locator(".pay button").ClickAsync();

        await Expect(visit.Page.Locator(".received")).ToContainTextAsync("Đã nhận");
        Assert.Equal(order.Path, new Uri(visit.Page.Url).PathAndQuery);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_maker_cannot_deliver_is_replaced_in_one_press_and_the_rest_goes_back(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts, width: 360);
        var order = await Bought.ByAsync(site, visit, "keo-dua-sau-rieng-la-dua-dong-a", "CARD");
        await Bought.PayAsync(visit);
        await order.RefuseAsync("Hết nguyên liệu.");
        await visit.OpenAsync(order.Path);
        await Expect(visit.Page.Locator(".credit")).ToContainTextAsync("Đang giữ");
        if (scripts)
        {
            await visit.AssertOpenToEverybodyAsync();
        }

        await visit.Page.Locator("button[name=offer]").First.ClickAsync();

        await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("món thay thế");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync($"{order.Code}-2");
        await Expect(visit.Page.Locator("main ol")).ToContainTextAsync(["Người mua lấy sản phẩm khác"]);
        await visit.TakenOverAsync();
        if (await visit.Page.Locator("form[action*=giveUp] button").CountAsync() > 0)
        {
            await visit.Page.Locator("form[action*=giveUp] button").ClickAsync();
            await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("lựa chọn");
            await Expect(visit.Page.Locator(".returning, .refunded")).ToBeVisibleAsync();
        }

        await Expect(visit.Page.Locator("form[action*=giveUp]")).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_buyer_who_wants_the_money_is_sent_it_by_the_office_and_reads_that_it_went()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);
        var order = await Bought.ByAsync(site, visit, "keo-dua-sau-rieng-la-dua-dong-a", "VIET_QR");
        await Bought.PayAsync(visit);
        await order.RefuseAsync("Hết nguyên liệu.");
        await visit.OpenAsync(order.Path);
        await visit.Page.Locator("form[action*=giveUp] button").ClickAsync();
        await Expect(visit.Page.Locator(".returning")).ToContainTextAsync("Đang hoàn lại");
        var sum = (await visit.Page.Locator(".received").InnerTextAsync())["Đã nhận ".Length..].Trim();
        var worth = string.Concat(sum.Where(char.IsAsciiDigit));

        await using var office = await (await Desks.OfficerAsync(site)).SignedInAsync(width: 360);
        var refund = office.Page.Locator("main li").Filter(new() { HasText = $"Đơn hàng {order.Code[..5]}-{order.Code[5..]}" });
        for (var look = 0; look < 60 && await refund.CountAsync() == 0; look++)
        {
            await office.OpenAsync("/van-phong/tien");
        }

        await office.AssertOpenToEverybodyAsync();
        await office.TakenOverAsync();
        await refund.Locator("summary").ClickAsync();
        await refund.Locator("[name=amount]").FillAsync("1");
        await refund.Locator("[name=reference]").FillAsync("FT26333000001");
        office.ExpectStatus(422);
        await refund.Locator("form button").ClickAsync();
        await Expect(refund.Locator(".problems")).ToContainTextAsync("Phải đúng bằng");
        await Expect(refund.Locator("[name=reference]")).ToHaveValueAsync("FT26333000001");
        await office.TakenOverAsync();
        await refund.Locator("[name=amount]").FillAsync(worth);
        await refund.Locator("form button").ClickAsync();
        await Expect(office.Page.Locator(".done-note")).ToContainTextAsync("trả lại tiền");
        office.AssertNoComplaint();

        await visit.OpenAsync(order.Path);
        await Expect(visit.Page.Locator(".refunded")).ToContainTextAsync(sum);
        visit.AssertNoComplaint();
    }
}
