using System.Diagnostics;
using Marketplace.E2E.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>A listing between its producer and the office, on a telephone.</summary>
public sealed class ListingTests(Site site)
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task From_a_registration_to_a_product_with_a_picture_that_buyers_find_in_less_than_ten_minutes()
    {
        var clock = Stopwatch.StartNew();
        const string Cooperative = "Hợp tác xã Mứt Dừa Cồn Bửng";
        const string Product = "Mứt dừa non lá dứa Cồn Bửng";
        var (person, officer) = (Person.Of(site), await Desks.OfficerAsync(site));
        await using var maker = await Visit.BeginAsync(site, width: 360);
        await maker.OpenAsync("/dang-ky");
        await maker.Page.Locator("#register [name=name]").FillAsync(Person.Name);
        await maker.Page.Locator("#register [name=email]").FillAsync(person.Email);
        await maker.Page.Locator("#register [name=password]").FillAsync(Person.Password);
        await maker.Page.Locator("#register [name=consents]").CheckAsync();
        await maker.SendAsync("register");
        await maker.Page.GotoAsync(await person.LinkAsync("/xac-nhan"));
        await maker.TakenOverAsync();
        await maker.Page.Locator("#confirm [name=password]").FillAsync(Person.Password);
        await maker.SendAsync("confirm");
        await Expect(maker.Page.Locator("main .who")).ToBeVisibleAsync();
        await maker.TakenOverAsync();
        await maker.Page.Locator("#enrol [name=name]").FillAsync(Cooperative);
        await maker.Page.Locator("#enrol [name=form]").SelectOptionAsync("COOPERATIVE");
        await maker.Page.Locator("#enrol [name=districtCode]").SelectOptionAsync("thanh-phu");
        await maker.SendAsync("enrol");
        await maker.Page.Locator("main .who a.button").ClickAsync();
        await Expect(maker.Page.Locator("main h2").First).ToHaveTextAsync("Văn phòng chương trình đang xem giấy tờ");
        await maker.AssertOpenToEverybodyAsync();

        await using var office = await officer.SignedInAsync(width: 360);
        await office.Page.Locator("main .who a.button").ClickAsync();
        await office.Page.Locator("main nav a[href='/van-phong/to-chuc']").ClickAsync();
        var papers = office.Page.Locator("main section").Filter(new() { Has = office.Page.GetByRole(AriaRole.Heading, new() { Name = Cooperative }) });
        await office.AssertOpenToEverybodyAsync();
        await papers.GetByRole(AriaRole.Button, new() { Name = "Giấy tờ khớp, xác minh" }).ClickAsync();
        await Expect(office.Page.Locator("main .done-note")).ToContainTextAsync("Đã xác minh");

        var listing = await Desks.DraftAsync(maker, Product);
        await maker.Page.Locator("main nav a[href^='/co-so/hinh-anh/']").ClickAsync();
        await maker.Field("send-file").SetInputFilesAsync(await PhotographAsync());
        await maker.Field("send-alt.vi").FillAsync("Hũ mứt dừa trên bàn gỗ");
        await maker.SendAsync("send");
        await Expect(maker.Page.Locator("#arrange img")).ToHaveCountAsync(1);
        await maker.AssertOpenToEverybodyAsync();
        await maker.OpenAsync(listing);
        await maker.SubmitAsync();

        await office.OpenAsync("/van-phong");
        await office.AssertOpenToEverybodyAsync();
        await office.Page.GetByRole(AriaRole.Link, new() { Name = Product }).ClickAsync();
        await Expect(office.Page.GetByRole(AriaRole.Img, new() { Name = "Hũ mứt dừa trên bàn gỗ" })).ToBeVisibleAsync();
        await office.AssertOpenToEverybodyAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "Duyệt, đưa lên chợ" }).ClickAsync();
        await Expect(office.Page.Locator("main .done-note")).ToContainTextAsync("Đã duyệt");

        await maker.OpenAsync(listing.Replace("/san-pham/", "/gia-ban/", StringComparison.Ordinal));
        await maker.Field("offer-new-pack.vi").FillAsync("Hũ 250 g");
        await maker.Field("offer-new-unit.vi").FillAsync("hũ");
        await maker.Field("offer-new-priceTiers.0.unitPrice").FillAsync("65.000");
        await maker.Field("offer-new-stock").FillAsync("40");
        await maker.SendAsync("offer-new");
        await Expect(maker.Page.Locator("main summary").First).ToContainTextAsync("65.000");
        await maker.AssertOpenToEverybodyAsync();

        await using var buyer = await Visit.BeginAsync(site, width: 360);
        var found = buyer.Page.GetByRole(AriaRole.Link, new() { Name = Product }).First;
        await buyer.OpenAsync("/tim-kiem?q=mut+dua+non+con+bung");
        for (var look = 0; await found.CountAsync() == 0 && look < 20; look++)
        {
            await buyer.OpenAsync("/tim-kiem?q=mut+dua+non+con+bung");
        }

        await found.ClickAsync();
        await Expect(buyer.Page.Locator("main h1")).ToHaveTextAsync(Product);
        await Expect(buyer.Page.GetByRole(AriaRole.Img, new() { Name = "Hũ mứt dừa trên bàn gỗ" }).First).ToBeVisibleAsync();
        await Expect(buyer.Page.Locator("main")).ToContainTextAsync("65.000");
        maker.AssertNoComplaint();
        office.AssertNoComplaint();
        Assert.True(clock.Elapsed < TenMinutes, $"It took {clock.Elapsed}.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_listing_comes_back_with_reasons_at_its_fields_and_goes_again(bool scripts)
    {
        var (person, officer) = (await Desks.ProducerAsync(site), await Desks.OfficerAsync(site));
        await using var maker = await person.SignedInAsync(scripts, width: 360);
        var name = $"Mứt dừa trả lại {(scripts ? "một" : "hai")}";
        var listing = await Desks.DraftAsync(maker, name);
        await maker.Field("listing-description.vi").FillAsync("Bánh OCOP 5 sao, chữa bệnh mất ngủ.");
        maker.ExpectStatus(422);
        await maker.Page.Locator("form#listing button[name=then]").ClickAsync();
        await Expect(maker.Field("listing-description.vi-problem")).ToBeVisibleAsync();
        await Expect(maker.Page.Locator("main li.forbidden").First).ToBeVisibleAsync();
        await maker.Field("listing-description.vi").FillAsync("Mứt dừa sợi, ít đường.");
        await maker.SubmitAsync();

        await using var office = await officer.SignedInAsync(scripts, width: 360);
        await office.OpenAsync("/van-phong");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        office.ExpectStatus(422);
        await office.SendAsync("return");
        await Expect(office.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ít nhất một lý do");
        await office.Field("return-reason.description.vi").FillAsync("Ghi rõ khối lượng tịnh.");
        await office.SendAsync("return");
        await Expect(office.Page.Locator("main .done-note")).ToContainTextAsync("Đã trả lại");

        await maker.OpenAsync("/co-so");
        await Expect(maker.Page.Locator("main .reason")).ToContainTextAsync("Ghi rõ khối lượng tịnh.");
        await maker.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await maker.TakenOverAsync();
        await maker.Field("listing-description.vi").FillAsync("Mứt dừa sợi, ít đường, khối lượng tịnh 250 g.");
        await maker.SubmitAsync();
        await Expect(maker.Page.Locator("main")).ToContainTextAsync("Chờ duyệt");
        Assert.Equal(listing, new Uri(maker.Page.Url).AbsolutePath);
        maker.AssertNoComplaint();
        office.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_who_edit_one_listing_the_second_sees_both_texts_and_loses_nothing(bool scripts)
    {
        var person = await Desks.ProducerAsync(site);
        await using var first = await person.SignedInAsync(scripts, width: 360);
        var listing = await Desks.DraftAsync(first, "Mứt dừa hai người");
        var colleague = await Desks.ColleagueAsync(site, person);
        await using var second = await colleague.SignedInAsync(scripts, width: 360);
        await second.OpenAsync(listing);
        await first.Field("listing-packaging.vi").FillAsync("Hũ 300 g");
        await first.Page.Locator("form#listing button:not([name])").ClickAsync();
        await Expect(first.Page.Locator("main .done-note")).ToBeVisibleAsync();

        second.ExpectStatus(422);
        await second.Field("listing-packaging.vi").FillAsync("Hũ 500 g");
        await second.Field("listing-keywords").FillAsync("mứt\ndừa sợi");
        await second.Page.Locator("form#listing button:not([name])").ClickAsync();

        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Người khác đã thay đổi");
        await Expect(second.Page.Locator("main .old").First).ToContainTextAsync("Hũ 300 g");
        await Expect(second.Page.Locator("main .new").First).ToContainTextAsync("Hũ 500 g");
        await Expect(second.Field("listing-packaging.vi")).ToHaveValueAsync("Hũ 500 g");
        await Expect(second.Field("listing-keywords")).ToHaveValueAsync("mứt\ndừa sợi");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu bài của tôi đè lên" }).ClickAsync();
        await Expect(second.Page.Locator("main .done-note")).ToHaveTextAsync("Đã lưu.");
        await Expect(second.Field("listing-packaging.vi")).ToHaveValueAsync("Hũ 500 g");
        second.AssertNoComplaint();
    }

    [Fact]
    public async Task A_session_that_ends_while_a_listing_is_written_keeps_every_word()
    {
        var person = await Desks.ProducerAsync(site);
        await using var visit = await person.SignedInAsync(width: 360);
        await visit.OpenAsync("/co-so/san-pham/new");
        await visit.Field("listing-name.vi").FillAsync("Mứt dừa dở dang");
        await visit.Field("listing-description.vi").FillAsync("Dòng một.\nDòng hai.");
        await visit.Page.Locator("[name='season.harvestMonths'][value='2']").CheckAsync();
        await visit.Page.Locator("[name='season.harvestMonths'][value='11']").CheckAsync();

        await person.EndSessionsAsync();
        await visit.SendAsync("listing");
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/dang-nhap?next=%2Fco-so%2Fsan-pham%2Fnew").AbsoluteUri);
        await visit.TakenOverAsync();
        await person.SignInAsync(visit);

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/co-so/san-pham/new").AbsoluteUri);
        await Expect(visit.Field("listing-name.vi")).ToHaveValueAsync("Mứt dừa dở dang");
        await Expect(visit.Field("listing-description.vi")).ToHaveValueAsync("Dòng một.\nDòng hai.");
        await Expect(visit.Page.Locator("[name='season.harvestMonths']:checked")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator("[name='season.harvestMonths'][value='11']")).ToBeCheckedAsync();
        visit.AssertNoComplaint();
    }

    /// <summary>A real photograph's format without a file of its own: a browser's picture of the shop.</summary>
    private async Task<FilePayload> PhotographAsync()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/");
        return new FilePayload { Name = "mut-dua.jpg", MimeType = "image/jpeg", Buffer = await visit.Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg }) };
    }
}
