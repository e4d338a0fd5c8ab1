using System.Globalization;
using Marketplace.Data;
using Marketplace.E2E.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>The steps of the walk from the cart to the books, each by the people whose step it is.</summary>
internal sealed class WholeWalk(Site site)
{
    private const string Company = "Công ty Phân phối Ba Vàm";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Puts a product of the catalogue and packs of other producers into the cart, and orders all of it by a way to pay.</summary>
    public async Task<Bought> OrderAsync(Visit visit, string product, IEnumerable<Pack> packs, string method)
    {
        await visit.OpenAsync($"/san-pham/{product}");
        var first = visit.Page.Locator("article[id]:has(button[name=offer])").First;
        await first.Locator("input[name=qty]").FillAsync("2");
        await first.Locator("button[name=offer]").ClickAsync();
        await visit.TakenOverAsync();
        foreach (var pack in packs)
        {
            await pack.PutInAsync(visit, "3");
        }

        await visit.FillCheckoutAsync();
        return await PlaceAsync(visit, product, method);
    }

    /// <summary>Somebody with an account registers a distributor, and the office, which has looked at its papers, verifies it.</summary>
    public async Task<Visit> DistributorAsync(Visit office)
    {
        var visit = await (await Person.WithAccountAsync(site)).SignedInAsync(width: 360);
        await visit.Page.Locator("#enrol [name=kind][value=DISTRIBUTOR]").CheckAsync();
        await visit.Page.Locator("#enrol [name=name]").FillAsync(Company);
        await visit.SendAsync("enrol");
        await Expect(visit.Page.Locator("main h1")).ToHaveTextAsync(Company);

        await office.OpenAsync("/van-phong/to-chuc");
        await office.Page.Locator("main section").Filter(new() { HasText = Company }).Locator("form[action*=verify] > p button").ClickAsync();
        await Expect(office.Page.Locator("main section").Filter(new() { HasText = Company })).ToHaveCountAsync(0);
        return visit;
    }

    /// <summary>Pastes so many rows of the catalogue's own SKUs, puts all of them into the cart and orders on terms.</summary>
    public async Task<Bought> OrderByPadAsync(Visit visit, int rows)
    {
        await visit.OpenAsync("/dat-nhanh");
        await visit.Page.GetByLabel("Mã hàng và số lượng").FillAsync(await RowsAsync(rows));
        await PressAsync(visit, "Kiểm tra");
        await Expect(visit.Page.Locator(".found .good")).ToContainTextAsync(rows.ToString(CultureInfo.InvariantCulture));
        await Expect(visit.Page.Locator(".found .bad")).ToHaveCountAsync(0);
        await PressAsync(visit, "Thêm vào giỏ hàng");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Giỏ hàng");
        await Expect(visit.Page.Locator("main li [name=quantity]")).ToHaveCountAsync(rows);
        await visit.FillCheckoutAsync();
        return await PlaceAsync(visit, "", "TERMS");
    }

    /// <summary>The buyer takes the first thing that is offered in the place of what was refused.</summary>
    public static async Task TakeInsteadAsync(Visit visit, Bought order)
    {
        await visit.OpenAsync(order.Path);
        await visit.Page.Locator("button[name=offer]").First.ClickAsync();
        await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("món thay thế");
        await visit.TakenOverAsync();
    }

    /// <summary>The buyer wants the money, and reads on the order's page that it went.</summary>
    public static async Task TakeMoneyAsync(Visit visit, Bought order)
    {
        await visit.OpenAsync(order.Path);
        await visit.Page.Locator("form[action*=giveUp] button").ClickAsync();
        await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("lựa chọn");
        for (var look = 0; look < 60 && await visit.Page.Locator(".refunded").CountAsync() == 0; look++)
        {
            await visit.OpenAsync(order.Path);
        }

        await Expect(visit.Page.Locator(".refunded")).ToBeVisibleAsync();
    }

    /// <summary>An officer looks through the books. What was changed a moment ago may still be on its way to the index.</summary>
    public static async Task BooksHoldAsync(Visit office)
    {
        for (var look = 0; look == 0 || (look < 20 && await office.Page.Locator("main .result.bad").CountAsync() > 0); look++)
        {
            await office.OpenAsync("/van-phong/so-sach?look=1");
        }

        await Expect(office.Page.Locator("main section li")).ToHaveCountAsync(12);
        Assert.Empty(await office.Page.Locator("main section li.wrong").AllInnerTextsAsync());
    }

    private async Task<Bought> PlaceAsync(Visit visit, string product, string method)
    {
        await visit.Page.Locator($"#checkout [name=method][value={method}]").CheckAsync();
        await visit.SendAsync("checkout");
        await Expect(visit.Page.Locator(".thanks")).ToBeVisibleAsync();
        await visit.TakenOverAsync();
        var path = new Uri(visit.Page.Url).PathAndQuery.Replace("&done=placed", "", StringComparison.Ordinal).Replace("?done=placed", "", StringComparison.Ordinal);
        return new(site, path, path.Split('/')[^1].Split('?')[0], product);
    }

    /// <summary>Rows as a spreadsheet copies them, of packs that can be had of makers that ask for no smallest order, each in the least quantity that is sold.</summary>
    private async Task<string> RowsAsync(int count)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
        var offers = await db.Offers.AsNoTracking().Where(offer => offer.OnSale)
            .Join(db.Products.Where(product => db.Producers.Any(maker => maker.Id == product.ProducerId && maker.SmallestOrder == null)), offer => offer.ProductId, product => product.Id, (offer, _) => offer)
            .OrderByDescending(offer => offer.Sku).ToListAsync(Stop);
        var rows = offers.Where(offer => offer.MadeToOrder || offer.Stock - offer.Reserved >= offer.QuantityRule.Minimum).Take(count).Select(offer => $"{offer.Sku}\t{offer.QuantityRule.Minimum}").ToList();
        Assert.Equal(count, rows.Count);
        return string.Join('\n', rows);
    }

    private static Task PressAsync(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
