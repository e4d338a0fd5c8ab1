using System.Text.RegularExpressions;
using Marketplace.E2E.Accounts;
using Marketplace.E2E.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>An order that a guest has placed at the shop's own pages, by a way to pay. The visit stands on its page.</summary>
internal sealed partial record Bought(Site Site, string Path, string Code, string Product)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Bought> ByAsync(Site site, Visit visit, string product, string method)
    {
        await visit.OpenAsync($"/san-pham/{product}");
        var pack = visit.Page.Locator("article[id]:has(button[name=offer])").First;
        await pack.Locator("input[name=qty]").FillAsync("2");
        await pack.Locator("button[name=offer]").ClickAsync();
        await visit.TakenOverAsync();
        await visit.OpenAsync("/dat-hang");
        foreach (var (field, value) in new[] { ("name", "Nguyễn Thị Mua"), ("phone", "0912 345 678"), ("street", "12 Nguyễn Huệ"), ("commune", "Phường An Hội") })
        {
            await visit.Field($"checkout-recipient.{field}").FillAsync(value);
        }

        await visit.Field("checkout-recipient.province").SelectOptionAsync("86");
        await visit.Page.Locator($"#checkout [name=method][value={method}]").CheckAsync();
        await visit.SendAsync("checkout");
        await Expect(visit.Page.Locator(".thanks")).ToBeVisibleAsync();
        await visit.TakenOverAsync();
        var path = new Uri(visit.Page.Url).PathAndQuery.Replace("&done=placed", "", StringComparison.Ordinal);
        return new(site, path, Number().Match(path).Groups["code"].Value, product);
    }

    /// <summary>Presses "pay" and, on the page of the bank that is played, "pay" once more; the visit comes back to the order.</summary>
    public static async Task PayAsync(Visit visit)
    {
        await visit.Page.Locator("#pay form button").ClickAsync();
        await visit.Page.Locator(".pay button, .sandbox a").First.WaitForAsync();
        if (await visit.Page.Locator(".sandbox a").CountAsync() > 0)
        {
            await visit.Page.Locator(".sandbox a").ClickAsync();
        }

        await visit.Page.Locator(".pay button").ClickAsync();
        await Expect(visit.Page.Locator(".received")).ToContainTextAsync("Đã nhận");
        await visit.TakenOverAsync();
    }

    /// <summary>Its producer says no.</summary>
    public async Task RefuseAsync(string reason)
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<Data.MarketplaceDb>>().CreateDbContextAsync(Stop);
        var producer = await db.Products.Where(product => product.Slug == Product).Join(db.Producers, product => product.ProducerId, producer => producer.Id, (_, producer) => producer.Slug).SingleAsync(Stop);
        var person = await Desks.ProducerAsync(Site, producer);
        await using var visit = await person.SignedInAsync(scripts: false);
        await visit.OpenAsync($"/co-so/don-hang/{Code}-1");
        await visit.Page.Locator("details:has(> form#refuse) > summary").ClickAsync();
        await visit.Field("refuse-reason").FillAsync(reason);
        await visit.SendAsync("refuse");
        await Expect(visit.Page.Locator(".done-note")).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [GeneratedRegex("/don-hang/(?<code>[A-Z0-9]{10})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
