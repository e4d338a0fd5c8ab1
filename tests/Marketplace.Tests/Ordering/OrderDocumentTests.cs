using System.Net;
using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering.Documents;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Marketplace.Tests.Ordering;

/// <summary>The papers of orders, fetched over HTTP by whoever may see the order, and read back.</summary>
public sealed class OrderDocumentTests : IDisposable
{
    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;

    public OrderDocumentTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "Không đồng.", "Zero Vietnamese đồng.")]
    [InlineData(15_000, "Mười lăm nghìn đồng.", "Fifteen thousand Vietnamese đồng.")]
    [InlineData(1_001_005, "Một triệu không trăm lẻ một nghìn không trăm lẻ năm đồng.", "One million one thousand five Vietnamese đồng.")]
    [InlineData(21_344_110, "Hai mươi mốt triệu ba trăm bốn mươi tư nghìn một trăm mười đồng.", "Twenty-one million three hundred forty-four thousand one hundred ten Vietnamese đồng.")]
    [InlineData(2_000_000_055_000, "Hai nghìn tỷ không trăm năm mươi lăm nghìn đồng.", "Two thousand billion fifty-five thousand Vietnamese đồng.")]
    public void Amounts_are_written_out_as_people_say_them(long amount, string vi, string en) => Assert.Equal(new(vi, en), AmountInWords.Of(amount));

    [Fact]
    public async Task A_guest_with_the_link_prints_what_was_ordered_of_everybody_at_the_prices_of_that_day()
    {
        var (guest, group, secret) = await OrderedAsync(sellers: 2);
        await _app.WithAsync(async db => await db.Offers.ExecuteUpdateAsync(set => set.SetProperty(offer => offer.OnSale, false), Stop));
        var (code, orders) = ((string)group["code"]!, group["orders"]!.AsArray());

        var text = await TextAsync(await FetchAsync(guest, code, "pro-forma", secret));

        string[] said = ["Hóa đơn chiếu lệ", (string)group["number"]!, "Nguyễn Thị Mua", "12 Nguyễn Huệ, Phường An Hội, Vĩnh Long", (string)orders[0]!["producerName"]!, (string)orders[1]!["producerName"]!, "12.000", "Mười hai nghìn đồng.", "Tiền mặt khi nhận hàng."];
        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.All(orders, order => Assert.Contains((string)order!["lines"]![0]!["sku"]!, text, StringComparison.Ordinal));
        Assert.Contains("Twelve thousand Vietnamese đồng.", await TextAsync(await FetchAsync(guest, code, "pro-forma", secret, "en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_private_cannot_be_taken_for_anything_else_and_has_a_plain_name()
    {
        var (guest, group, secret) = await OrderedAsync(sellers: 1);

        using var answer = await FetchAsync(guest, (string)group["number"]!, "pro-forma", secret);

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"hoa-don-chieu-le-{group["code"]}.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(("no-store, private", "nosniff", "same-origin"), (answer.Headers.CacheControl?.ToString(), answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
    }

    [Fact]
    public async Task A_seller_prints_its_own_order_and_nothing_of_its_siblings()
    {
        var (_, group, _) = await OrderedAsync(sellers: 2);
        var (mine, other) = ((string)group["orders"]![0]!["number"]!, (string)group["orders"]![1]!["number"]!);
        var seller = await SellerAsync(group["orders"]![0]!);
        Assert.Empty(await seller.ProblemsAsync("confirmOrder", new { order = (string)group["orders"]![0]!["id"]!, version = (int)group["orders"]![0]!["version"]! }));

        var note = await TextAsync(await FetchAsync(seller, mine, "delivery-note"));

        Assert.Contains("Phiếu giao hàng", note, StringComparison.Ordinal);
        Assert.Contains((string)group["orders"]![0]!["lines"]![0]!["sku"]!, note, StringComparison.Ordinal);
        Assert.DoesNotContain((string)group["orders"]![1]!["lines"]![0]!["sku"]!, note, StringComparison.Ordinal);
        Assert.DoesNotContain("₫", note, StringComparison.Ordinal);
        Assert.Contains("Xác nhận đơn hàng", await TextAsync(await FetchAsync(seller, mine, "confirmation")), StringComparison.Ordinal);
        Assert.Contains("Phiếu đóng gói", await TextAsync(await FetchAsync(seller, mine, "packing-list")), StringComparison.Ordinal);
        await MissesAsync(seller, other, "pro-forma");
        await MissesAsync(seller, (string)group["code"]!, "pro-forma");
    }

    [Fact]
    public async Task Whoever_may_not_see_an_order_is_not_told_that_it_is_there()
    {
        var (_, group, secret) = await OrderedAsync(sellers: 1);
        var (code, order) = ((string)group["code"]!, (string)group["orders"]![0]!["number"]!);
        var producer = await _people.OrganisationAsync(OrganisationKind.Producer, producerId: (await _stall.OffersAsync(2, stock: 20))[1].ProducerId);

        await MissesAsync(_people.Browser(), code, "pro-forma");
        await MissesAsync(_people.Browser(), code, "pro-forma", secret[..^1] + (secret[^1] == 'a' ? 'b' : 'a'));
        await MissesAsync(await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer)), order, "pro-forma");
        await MissesAsync(await _people.MemberAsync(producer), order, "pro-forma");
        await MissesAsync(await _people.OfficerAsync(), order, "pro-forma");
    }

    [Fact]
    public async Task A_seller_prints_nothing_of_an_order_that_is_still_to_be_paid()
    {
        var (guest, group, secret) = await OrderedAsync(sellers: 1, "CARD");
        var order = group["orders"]![0]!;

        await MissesAsync(await SellerAsync(order), (string)order["number"]!, "pro-forma");

        Assert.Contains("Giá có hiệu lực đến", await TextAsync(await FetchAsync(guest, (string)order["number"]!, "pro-forma", secret)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("confirmation")]
    [InlineData("delivery-note")]
    [InlineData("invoice")]
    public async Task There_is_no_paper_that_says_what_has_not_happened(string kind)
    {
        var (guest, group, secret) = await OrderedAsync(sellers: 1);

        await MissesAsync(guest, (string)group["orders"]![0]!["number"]!, kind, secret);
        await MissesAsync(guest, (string)group["code"]!, kind, secret);
    }

    [Fact]
    public async Task An_organisation_stands_on_the_paper_with_its_tax_code_and_made_up_goods_are_called_so()
    {
        var organisation = await _people.OrganisationAsync(OrganisationKind.Distributor, "Công ty Phương Nam");
        var offer = (await _stall.OffersAsync(1, stock: 20))[0];
        await _app.WithAsync(async db =>
        {
            await db.Organisations.Where(one => one.Id == organisation).ExecuteUpdateAsync(set => set.SetProperty(one => one.TaxCode, "0312345678"), Stop);
            await db.Offers.Where(one => one.Id == offer.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.IsDemonstration, true), Stop);
        });
        var buyer = await _people.MemberAsync(organisation);
        await Stall.PutInAsync(buyer, (offer, 3));
        var group = (await _stall.OrderAsync(buyer, 3_000))["orderGroup"]!;

        var text = await TextAsync(await FetchAsync(buyer, (string)group["code"]!, "pro-forma"));

        Assert.All(["Công ty Phương Nam", "Mã số thuế: 0312345678", TradeWords.Demonstration.Vi], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Contains("Công ty Phương Nam", await TextAsync(await FetchAsync(await _people.MemberAsync(organisation, MemberRole.Viewer), (string)group["code"]!, "pro-forma")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_names_the_papers_that_are_there_and_those_that_come_and_each_opens_where_it_says()
    {
        var (guest, group, secret) = await OrderedAsync(sellers: 2);
        var number = (string)group["code"]!;
        Assert.Equal(["PRO_FORMA_INVOICE +", "ORDER_CONFIRMATION -"], Papers((await OrderAsync())["papers"]!));
        Assert.Equal(["PRO_FORMA_INVOICE +", "ORDER_CONFIRMATION -", "PACKING_LIST -", "DELIVERY_NOTE -"], Papers((await OrderAsync())["orders"]![0]!["papers"]!));

        Assert.Empty(await (await SellerAsync(group["orders"]![0]!)).ProblemsAsync("confirmOrder", new { order = (string)group["orders"]![0]!["id"]!, version = (int)group["orders"]![0]!["version"]! }));
        Assert.Empty(await guest.ProblemsAsync("cancelOrder", new { order = (string)group["orders"]![1]!["id"]!, version = (int)group["orders"]![1]!["version"]!, reason = "Đổi ý.", secret }));
        var now = await OrderAsync();

        Assert.Equal(["PRO_FORMA_INVOICE +", "ORDER_CONFIRMATION +"], Papers(now["papers"]!));
        Assert.Equal(["PRO_FORMA_INVOICE +", "ORDER_CONFIRMATION +", "PACKING_LIST +", "DELIVERY_NOTE +"], Papers(now["orders"]![0]!["papers"]!));
        Assert.Empty(Papers(now["orders"]![1]!["papers"]!));
        foreach (var paper in now["papers"]!.AsArray().Concat(now["orders"]![0]!["papers"]!.AsArray()))
        {
            using var answer = await guest.Client.GetAsync(new Uri($"{paper!["url"]}&key={secret}", UriKind.Relative), Stop);
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        }

        async Task<JsonNode> OrderAsync() => (await guest.DataAsync("query($number: String!, $secret: String) { order(number: $number, secret: $secret) { papers { kind url } orders { papers { kind url } } } }", new { number, secret }))["order"]!;

        static IEnumerable<string> Papers(JsonNode papers) => papers.AsArray().Select(paper => $"{paper!["kind"]} {(paper["url"] is null ? '-' : '+')}");
    }

    public void Dispose() => _app.Dispose();

    private async Task<(Browser Guest, JsonNode Group, string Secret)> OrderedAsync(int sellers, string method = "CASH_ON_DELIVERY")
    {
        var (offers, guest) = (await _stall.OffersAsync(sellers, stock: 20), _people.Browser());
        await Stall.PutInAsync(guest, [.. offers.Select((offer, at) => (offer, at == 0 ? 3 : 10))]);
        var placed = await _stall.OrderAsync(guest, sellers == 1 ? 3_000 : 12_000, method);
        return (guest, placed["orderGroup"]!, (string)placed["secret"]!);
    }

    private async Task<Browser> SellerAsync(JsonNode order)
    {
        Guid producer = default;
        await _app.WithAsync(async db => producer = await db.Orders.Where(one => one.Number == (string)order["number"]!).Select(one => one.ProducerId).SingleAsync(Stop));
        return await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: producer));
    }

    private static Task<HttpResponseMessage> FetchAsync(Browser who, string number, string kind, string? key = null, string? lang = null) =>
        who.Client.GetAsync(new Uri($"/orders/{number}/documents/{kind}?{(lang is null ? "" : $"lang={lang}&")}{(key is null ? "" : $"key={key}")}", UriKind.Relative), Stop);

    private static async Task MissesAsync(Browser who, string number, string kind, string? key = null)
    {
        using var answer = await FetchAsync(who, number, kind, key);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(Stop));
            return string.Join(' ', pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page))).ReplaceLineEndings(" ");
        }
    }
}
