using System.Text.RegularExpressions;
using Marketplace.E2E.Accounts;
using Marketplace.E2E.Desk;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>From the checkout to the goods at the door, as buyers and producers see it.</summary>
public sealed partial class OrderPageTests(Site site)
{
    private const int Skip = 20;

    [Fact]
    public async Task A_guest_buys_from_three_producers_on_a_phone_without_scripts()
    {
        var packs = await Pack.ManyAsync(site, Skip, 3);
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);
        foreach (var pack in packs)
        {
            await pack.PutInAsync(visit, "2");
        }

        await Expect(visit.Page.Locator("main section")).ToHaveCountAsync(3);
        await visit.FillCheckoutAsync();
        await visit.Field("checkout-recipient.phone").FillAsync("09");
        await visit.Field("checkout-note").FillAsync("Giao buổi sáng.");
        visit.ExpectStatus(422);
        await visit.Page.Locator("form#checkout > p button").ClickAsync();
        await Expect(visit.Field("checkout-recipient.phone-problem")).ToBeVisibleAsync();
        await Expect(visit.Field("checkout-recipient.province")).ToHaveValueAsync("86");
        await Expect(visit.Field("checkout-note")).ToHaveValueAsync("Giao buổi sáng.");
        await visit.Field("checkout-recipient.phone").FillAsync("0912 345 678");
        await visit.Page.Locator("form#checkout > p button").ClickAsync();

        await Expect(visit.Page.Locator(".thanks")).ToContainTextAsync("Hãy lưu trang này");
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync(Number());
        await Expect(visit.Page.Locator("main section")).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator(".due")).ToContainTextAsync("6.000 ₫");
        Assert.Contains("?key=", visit.Page.Url, StringComparison.Ordinal);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_guests_order_opens_by_its_link_alone_and_the_link_stays_with_the_guest()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 3, 1))[0];
        await using var guest = await Visit.BeginAsync(site, scripts: false);
        var path = await guest.OrderAsync(pack, "1");
        await using var other = await Visit.BeginAsync(site, scripts: false);

        var answer = await other.Page.GotoAsync(path);
        await Expect(other.Page.Locator("h1")).ToContainTextAsync(Number());
        Assert.Equal("same-origin", answer!.Headers["referrer-policy"]);
        Assert.Equal("private, no-store", answer.Headers["cache-control"]);
        await Expect(other.Page.Locator("meta[name=robots]")).ToHaveAttributeAsync("content", "noindex, follow");
        await other.Page.Locator("header a[hreflang=en]").ClickAsync();
        await Expect(other.Page.Locator("h1")).ToContainTextAsync(Number());
        await other.OpenAsync(path.Split('?')[0]);

        await Expect(other.Page.Locator(".missing")).ToContainTextAsync("đường dẫn trong thư xác nhận");
        await other.Page.Locator("main form button").ClickAsync();
        await Expect(other.Page.Locator(".missing")).ToBeVisibleAsync();
        other.AssertNoComplaint();
    }

    [Fact]
    public async Task Two_presses_of_the_button_place_one_order()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 4, 1))[0];
        await using var visit = await Visit.BeginAsync(site);
        await pack.PutInAsync(visit, "1");
        await visit.FillCheckoutAsync();
        var fields = await visit.Page.EvaluateAsync<Dictionary<string, string>>("Object.fromEntries(new FormData(document.getElementById('checkout')))");
        var form = visit.Page.APIRequest.CreateFormData();
        foreach (var (name, value) in fields)
        {
            form.Append(name, value);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => visit.Page.APIRequest.PostAsync(
            "/dat-hang", new() { Form = form, MaxRedirects = 0, Headers = new Dictionary<string, string> { ["origin"] = site.Address.GetLeftPart(UriPartial.Authority), ["accept"] = "text/html" } })));

        Assert.All(answers, answer => Assert.Equal(303, answer.Status));
        Assert.Single(answers.Select(answer => answer.Headers["location"]).Distinct());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_buyer_writes_and_calls_off_with_a_reason(bool scripts)
    {
        var pack = (await Pack.ManyAsync(site, Skip + 5, 1))[0];
        await using var visit = await Visit.BeginAsync(site, scripts, width: 360);
        await visit.OrderAsync(pack, "1");

        await visit.UnfoldAsync("write-0", "message", "Còn hàng mới không?");
        await visit.SendAsync("write-0");
        await Expect(visit.Page.Locator(".done-note")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main section")).ToContainTextAsync("Còn hàng mới không?");
        await visit.TakenOverAsync();
        await visit.UnfoldAsync("cancel-0", "reason", " ");
        visit.ExpectStatus(422);
        await visit.SendAsync("cancel-0");
        await Expect(visit.Page.Locator(".problems")).ToBeVisibleAsync();
        await visit.TakenOverAsync();
        await visit.Field("cancel-0-reason").FillAsync("Đặt nhầm.");
        await visit.SendAsync("cancel-0");

        await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("Đã hủy");
        await Expect(visit.Page.Locator("main section")).ToContainTextAsync("Đặt nhầm.");
        await Expect(visit.Page.Locator(".due")).ToContainTextAsync("0 ₫");
        await Expect(visit.Page.Locator("form#cancel-0")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".thanks")).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_producer_takes_an_order_on_and_sends_it_in_parts(bool scripts)
    {
        var pack = (await Pack.ManyAsync(site, Skip + 6, 1))[0];
        await using var guest = await Visit.BeginAsync(site, scripts: false);
        var path = await guest.OrderAsync(pack, "5");
        var number = $"{path.Split('/')[^1].Split('?')[0]}-1";
        var person = await Desks.ProducerAsync(site, pack.Producer);
        await using var visit = await person.SignedInAsync(scripts, width: 360);
        await visit.OpenAsync("/co-so");
        await visit.Link($"/co-so/don-hang/{number}").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync(number);
        await Expect(visit.Page.Locator("a[href='tel:0912345678']")).ToBeVisibleAsync();

        await visit.SendAsync("confirm");
        await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("Đã nhận đơn");
        await visit.TakenOverAsync();
        await visit.Page.Locator("details:has(> form#ship) > summary").ClickAsync();
        await visit.Page.Locator("#ship [name=quantity]").FillAsync("9");
        visit.ExpectStatus(422);
        await visit.SendAsync("ship");
        await Expect(visit.Page.Locator("#ship .problems")).ToContainTextAsync("5");
        await Expect(visit.Page.Locator("#ship [name=quantity]")).ToHaveValueAsync("9");
        await visit.TakenOverAsync();
        await visit.Page.Locator("#ship [name=quantity]").FillAsync("2");
        await visit.Field("ship-parcel").FillAsync("Viettel Post 123456789");
        await visit.SendAsync("ship");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("đã gửi 2/5");
        await Expect(visit.Page.Locator("#ship [name=quantity]")).ToHaveValueAsync("3");

        await guest.OpenAsync(path);
        await Expect(guest.Page.Locator("main section")).ToContainTextAsync("Viettel Post 123456789");
        await Expect(guest.Page.Locator("main section li[aria-current=step]")).ToContainTextAsync("Gửi");
        await visit.TakenOverAsync();
        await visit.SendAsync("ship");
        await Expect(visit.Page.Locator("form#deliver")).ToBeVisibleAsync();
        await visit.TakenOverAsync();
        await visit.SendAsync("deliver");
        await Expect(visit.Page.Locator("form#bringBack")).ToHaveCountAsync(1);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Whoever_is_slower_is_told_and_sees_how_the_order_stands()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 7, 1))[0];
        await using var guest = await Visit.BeginAsync(site, scripts: false);
        var path = await guest.OrderAsync(pack, "1");
        var person = await Desks.ProducerAsync(site, pack.Producer);
        await using var visit = await person.SignedInAsync(scripts: false);
        await visit.OpenAsync($"/co-so/don-hang/{path.Split('/')[^1].Split('?')[0]}-1");
        await guest.UnfoldAsync("cancel-0", "reason", "Đổi ý.");
        await guest.SendAsync("cancel-0");
        await Expect(guest.Page.Locator(".done-note")).ToBeVisibleAsync();

        await visit.UnfoldAsync("refuse", "reason", "Hết dừa.");
        visit.ExpectStatus(422);
        await visit.SendAsync("refuse");

        await Expect(visit.Page.Locator("main [role=alert]").First).ToContainTextAsync("Hết dừa.");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Đổi ý.");
        await Expect(visit.Page.Locator("form#confirm")).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Pages_of_buying_have_no_barrier_and_fit_their_window(int width, ColorScheme colours)
    {
        var pack = (await Pack.ManyAsync(site, Skip + 8, 1))[0];
        await using var visit = await Visit.BeginAsync(site, width: width, colours: colours);
        var path = await visit.OrderAsync(pack, "2");
        await visit.AssertOpenToEverybodyAsync();
        await pack.PutInAsync(visit, "400000");
        await visit.AssertOpenToEverybodyAsync();
        await visit.OpenAsync("/en/checkout");
        await visit.AssertOpenToEverybodyAsync();
        var person = await Desks.ProducerAsync(site, pack.Producer);
        await using var maker = await person.SignedInAsync(width: width);
        foreach (var page in new[] { "/co-so/don-hang", "/en/producer/orders?state=waiting", "/co-so/don-hang?state=ended", $"/en/producer/orders/{path.Split('/')[^1].Split('?')[0]}-1", "/co-so/don-hang/KHONG-CO" })
        {
            await maker.OpenAsync(page);
            await maker.AssertOpenToEverybodyAsync();
        }

        visit.AssertNoComplaint();
        maker.AssertNoComplaint();
    }

    [GeneratedRegex("[2-9A-Z]{5}-[2-9A-Z]{5}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
