using Marketplace.E2E.Accounts;
using Marketplace.E2E.Desk;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>The papers of an order, from the pages of those who may see it.</summary>
public sealed class PaperPageTests(Site site)
{
    private const int Skip = 40;

    [Fact]
    public async Task Buyer_guest_and_producer_fetch_papers_from_the_page_of_the_order_and_nobody_else_gets_them()
    {
        var pack = (await Pack.ManyAsync(site, Skip, 1))[0];
        await using var guest = await Visit.BeginAsync(site, scripts: false, width: 360);
        var path = await guest.OrderAsync(pack, "2");
        await using var member = await (await Person.WithAccountAsync(site)).SignedInAsync(scripts: false);
        var own = await member.OrderAsync(pack, "1");
        await using var maker = await (await Desks.ProducerAsync(site, pack.Producer)).SignedInAsync(scripts: false);

        await FetchAsync(guest, "Hóa đơn chiếu lệ");
        await FetchAsync(member, "Hóa đơn chiếu lệ");
        await Expect(member.Page.Locator(".papers")).ToContainTextAsync("Có thêm khi cơ sở đã nhận đơn: xác nhận đơn hàng");
        await maker.OpenAsync($"/co-so/don-hang/{path.Split('/')[^1].Split('?')[0]}-1");
        await FetchAsync(maker, "Hóa đơn chiếu lệ");
        await maker.SendAsync("confirm");
        await Expect(maker.Page.Locator(".done-note")).ToBeVisibleAsync();
        await FetchAsync(maker, "Phiếu đóng gói");
        await guest.OpenAsync($"/en/orders/{path.Split('/')[^1]}");
        var note = await FetchAsync(guest, "Delivery note");

        await using var stranger = await Visit.BeginAsync(site, scripts: false);
        Assert.Equal(404, (await stranger.Page.APIRequest.GetAsync(note.Split('&')[0])).Status);
        Assert.Equal(404, (await member.Page.APIRequest.GetAsync(note.Split('&')[0])).Status);
        Assert.Equal(404, (await guest.Page.APIRequest.GetAsync($"/orders/{own.Split('/')[^1]}/documents/pro-forma")).Status);
        guest.AssertNoComplaint();
    }

    /// <summary>Fetches the paper from where the page says that it is, as the browser would.</summary>
    private static async Task<string> FetchAsync(Visit visit, string name)
    {
        var link = visit.Page.Locator(".papers a").Filter(new() { HasText = name });
        var address = (await link.GetAttributeAsync("href"))!;
        var answer = await visit.Page.APIRequest.GetAsync(address);
        Assert.Equal((200, "application/pdf"), (answer.Status, answer.Headers["content-type"]));
        Assert.EndsWith(visit.Page.Url.Contains("/en/", StringComparison.Ordinal) ? "lang=en" : "lang=vi", address.Split('&')[0], StringComparison.Ordinal);
        return address;
    }
}
