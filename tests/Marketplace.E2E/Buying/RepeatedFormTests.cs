using Marketplace.E2E.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>Forms that a browser sends again: pressed twice, or a page reloaded that was the answer to one.</summary>
public sealed class RepeatedFormTests(Site site)
{
    [Fact]
    public async Task What_a_form_puts_into_the_cart_is_there_once_however_often_it_is_sent_and_a_new_page_adds_again()
    {
        var pack = (await Pack.ManyAsync(site, skip: 36, 1))[0];
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts: false);
        await visit.OpenAsync(await visit.OrderAsync(pack, "4"));

        await SentThriceAsync(visit, visit.Page.Locator(".again button"));
        await InCartAsync(visit, pack, "4");

        await visit.UnfoldAsync("save-as", "name", "Hằng tháng");
        await visit.SendAsync("save-as");
        var list = visit.Page.Url;
        await SentThriceAsync(visit, Button(visit, "Thêm cả danh sách vào giỏ"));
        await InCartAsync(visit, pack, "8");
        await visit.Page.GotoAsync(list);
        await SentThriceAsync(visit, Button(visit, "Thêm cả danh sách vào giỏ"));
        await InCartAsync(visit, pack, "12");

        await visit.OpenAsync("/dat-nhanh");
        await visit.Page.GetByLabel("Mã hàng và số lượng").FillAsync($"{pack.Sku}\t2");
        await Button(visit, "Kiểm tra").ClickAsync();
        await SentThriceAsync(visit, Button(visit, "Thêm vào giỏ hàng"));
        await InCartAsync(visit, pack, "14");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_cart_that_was_set_before_is_not_set_back_by_a_form_that_is_sent_again()
    {
        var pack = (await Pack.ManyAsync(site, skip: 37, 1))[0];
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await pack.PutInAsync(visit, "2");
        await visit.OpenAsync("/gio-hang");
        await visit.Page.Locator($"li#{pack.Sku} [name=quantity]").FillAsync("5");
        var first = await visit.Page.RunAndWaitForRequestAsync(() => Button(visit, "Cập nhật giỏ hàng").ClickAsync(), request => request.Method == "POST");
        await visit.Page.Locator($"li#{pack.Sku} [name=quantity]").FillAsync("3");
        await Button(visit, "Cập nhật giỏ hàng").ClickAsync();
        await InCartAsync(visit, pack, "3");

        await AgainAsync(visit, first);

        await InCartAsync(visit, pack, "3");
        visit.AssertNoComplaint();
    }

    /// <summary>The last one is what is seen: buttons that Enter presses come before.</summary>
    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    /// <summary>Presses, and has what the browser sent come twice more at one moment.</summary>
    private static async Task SentThriceAsync(Visit visit, ILocator button)
    {
        var sent = await visit.Page.RunAndWaitForRequestAsync(() => button.ClickAsync(), request => request.Method == "POST");
        await Expect(visit.Page.Locator("main .done-note")).ToBeVisibleAsync();
        await Task.WhenAll(AgainAsync(visit, sent), AgainAsync(visit, sent));
    }

    private static async Task AgainAsync(Visit visit, IRequest sent)
    {
        var headers = await sent.AllHeadersAsync();
        var answer = await visit.Page.Context.APIRequest.PostAsync(sent.Url, new()
        {
            DataByte = sent.PostDataBuffer,
            MaxRedirects = 0,
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["content-type"] = headers["content-type"], ["origin"] = headers["origin"], ["accept"] = "text/html" },
        });
        Assert.Equal(303, answer.Status);
    }

    private static async Task InCartAsync(Visit visit, Pack pack, string quantity)
    {
        await visit.OpenAsync("/gio-hang");
        await Expect(visit.Page.Locator($"li#{pack.Sku} [name=quantity]")).ToHaveValueAsync(quantity);
    }
}
