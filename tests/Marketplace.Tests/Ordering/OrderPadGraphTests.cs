using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Core.Imports;
using Marketplace.Core.Pricing;
using Marketplace.Data.Pricing;
using Marketplace.Files.Sheets;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Ordering;

/// <summary>Ordering in bulk over HTTP: from what was pasted or sent to what lies in the cart.</summary>
public sealed class OrderPadGraphTests : IDisposable
{
    private const string Pad = """
        pad { total { amount } lines { row added line { sku quantity unitPrice { amount } total { amount } problem { code message } } cheaper { minimum unitPrice { amount } } nearest productSlug }
        refused { row sku quantity near faults { column kind message } } notices { row message } }
        """;

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;

    public OrderPadGraphTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guest_is_told_the_price_of_each_row_the_next_cheaper_quantity_and_what_is_wrong()
    {
        var (a, b) = await TwoAsync();

        var pad = (await ReadAsync(_people.Browser(), $"Mã hàng\tSố lượng\n{a.Sku.ToLowerInvariant()}\t3\n{b.Sku[..^1]}\t5\n{b.Sku}\t10\n{a.Sku}\t2"))["pad"]!;

        var lines = pad["lines"]!.AsArray();
        Assert.Equal([(2, a.Sku, 5, 1_000L, 5_000L), (4, b.Sku, 10, 900, 9_000)], lines.Select(Told));
        Assert.Equal((10, 900L), ((int)lines[0]!["cheaper"]!["minimum"]!, (long)lines[0]!["cheaper"]!["unitPrice"]!["amount"]!));
        Assert.Null(lines[1]!["cheaper"]);
        Assert.Equal(14_000, (long)pad["total"]!["amount"]!);
        var refused = Assert.Single(pad["refused"]!.AsArray())!;
        Assert.Equal((3, b.Sku[..^1], "5"), ((int)refused["row"]!, (string?)refused["sku"], (string?)refused["quantity"]));
        Assert.Contains(b.Sku, refused["near"]!.AsArray().Select(sku => (string?)sku));
        Assert.Equal(("Mã hàng", "UNKNOWN"), ((string?)refused["faults"]![0]!["column"], (string?)refused["faults"]![0]!["kind"]));
        Assert.Equal([5], pad["notices"]!.AsArray().Select(notice => (int)notice!["row"]!));
    }

    [Fact]
    public async Task A_quantity_that_cannot_be_had_comes_with_the_one_that_can()
    {
        var (a, b) = await TwoAsync();
        await _app.WithAsync(async db =>
        {
            var packed = await db.Offers.SingleAsync(offer => offer.Id == a.Id, Stop);
            Assert.False(packed.Change(packed.Terms with { QuantityRule = new(12, 6, 60), PriceTiers = [new(12, 1000)] }).Failed(out _, out _));
            await db.SaveChangesAsync(Stop);
        });

        var lines = (await ReadAsync(_people.Browser(), $"{a.Sku};20\n{b.Sku};41"))["pad"]!["lines"]!.AsArray();

        Assert.Equal([("QUANTITY_NOT_ALLOWED", 24), ("INSUFFICIENT_STOCK", 40)], lines.Select(line => ((string?)line!["line"]!["problem"]!["code"], (int)line["nearest"]!)));
    }

    [Fact]
    public async Task A_member_of_an_organisation_sees_the_prices_of_its_list()
    {
        var (a, _) = await TwoAsync();
        var organisation = await _people.OrganisationAsync(OrganisationKind.Distributor);
        await _app.WithAsync(async db =>
        {
            var list = new PriceList { Id = Guid.CreateVersion7(_app.Clock.GetUtcNow()), ProducerId = a.ProducerId, Name = "Đại lý", ReductionBasisPoints = 0, ValidFrom = new(2020, 1, 1) };
            list.SetPrices([new(a.Id, 1, 800), new(a.Id, 20, 700)]);
            db.PriceLists.Add(list);
            db.BuyerPriceLists.Add(new BuyerPriceList { OrganisationId = organisation, ProducerId = list.ProducerId, PriceListId = list.Id });
            await db.SaveChangesAsync(Stop);
        });

        var line = (await ReadAsync(await _people.MemberAsync(organisation), $"{a.Sku}\t5"))["pad"]!["lines"]![0]!;

        Assert.Equal((1, a.Sku, 5, 800L, 4_000L), Told(line));
        Assert.Equal((20, 700L), ((int)line["cheaper"]!["minimum"]!, (long)line["cheaper"]!["unitPrice"]!["amount"]!));
    }

    [Theory]
    [InlineData("ALL_OR_NOTHING", 0, "ORDER_PAD_NOT_TAKEN")]
    [InlineData("KEEP_GOOD_ROWS", 1, null)]
    public async Task One_bad_row_keeps_the_good_ones_out_of_the_cart_only_where_the_buyer_wants_it_so(string policy, int added, string? problem)
    {
        var ((a, b), guest) = (await TwoAsync(), _people.Browser());
        await Stall.PutInAsync(guest, (a, 1));

        var answer = await guest.DoAsync("addOrderPad", new { text = $"{a.Sku}\t3\n{b.Sku}\t41\nCX-khong-co\t1", policy }, "added cart { lineCount } " + Pad);

        Assert.Equal((added, problem), ((int)answer["added"]!, Stall.Codes(answer).SingleOrDefault()));
        Assert.Equal((2, 1), (answer["pad"]!["lines"]!.AsArray().Count, answer["pad"]!["refused"]!.AsArray().Count));
        var line = Assert.Single((await guest.DataAsync("{ cart { sections { lines { sku quantity } } } }"))["cart"]!["sections"]![0]!["lines"]!.AsArray())!;
        Assert.Equal((a.Sku, added == 0 ? 1 : 4), ((string?)line["sku"], (int)line["quantity"]!));
    }

    [Theory]
    [InlineData("", "SHEET_EMPTY")]
    [InlineData("SKU\tGhi chú\nCX-1\tx", "ORDER_COLUMN_MISSING")]
    public async Task What_is_no_pad_at_all_is_one_problem(string text, string problem)
    {
        var answer = await ReadAsync(_people.Browser(), text);

        Assert.Equal([problem], Stall.Codes(answer));
        Assert.Null(answer["pad"]);
    }

    [Fact]
    public async Task A_thousand_rows_take_no_more_statements_than_one_and_a_thousand_and_one_are_refused()
    {
        var skus = await _stall.ThousandAsync();
        var member = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Distributor));

        await _app.CaughtUpAsync();
        await ReadAsync(member, $"{skus[0]}\t2");

        var one = await StatementsAsync(() => ReadAsync(member, $"{skus[0]}\t2"));
        var all = await StatementsAsync(async () => Assert.Equal(1000, (await ReadAsync(member, TextOf(skus)))["pad"]!["lines"]!.AsArray().Count));

        Assert.Equal(one, all);
        Assert.Equal(["ORDER_PAD_TOO_LONG"], Stall.Codes(await ReadAsync(member, TextOf([.. skus, "CX-1"]))));
        Assert.Equal(1000, (int)(await member.DoAsync("addOrderPad", new { text = TextOf(skus), policy = "ALL_OR_NOTHING" }, "added"))["added"]!);
    }

    [Fact]
    public async Task The_skus_of_the_catalogue_are_read_once_and_again_where_a_pad_names_one_that_was_made_since()
    {
        var guest = _people.Browser();
        var (a, _) = await TwoAsync();
        await ReadAsync(guest, $"{a.Sku}\t2");
        await _stall.ThousandAsync();
        await _app.CaughtUpAsync();
        var first = await StatementsAsync(() => ReadAsync(guest, $"{a.Sku}\t2"));
        Assert.InRange(await StatementsAsync(() => ReadAsync(guest, $"{a.Sku}\t2")), 1, first - 1);

        var fresh = (await _stall.ThousandAsync())[0];

        Assert.Equal(fresh, (string?)(await ReadAsync(guest, $"{fresh}\t2"))["pad"]!["lines"]![0]!["line"]!["sku"]);
    }

    [Theory]
    [InlineData("gửi.xlsx", SheetFormat.Xlsx)]
    [InlineData("gửi.csv", SheetFormat.Csv)]
    public async Task A_file_comes_back_as_the_text_of_its_two_columns_each_row_in_its_place(string name, SheetFormat format)
    {
        SheetCell Text(string text) => new(text);
        var file = SheetWriter.Write([[Text("Đơn hàng tháng 11")], [Text("Tên"), Text("SL"), Text("Mã hàng")], [Text("Kẹo \"dừa\""), new("12", CellKind.Number), Text("CX-A")], [Text("x"), new("1.234", CellKind.Number), Text("CX-B")]], format);

        using var answer = await SendAsync(name, file);

        Assert.True(answer.IsSuccessStatusCode);
        var told = (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        Assert.Equal(["", "Mã hàng\tSL", "CX-A\t12", format == SheetFormat.Xlsx ? "CX-B\t1.2340" : "CX-B\t1.234"], ((string)told["text"]!).Split('\n'));
    }

    [Fact]
    public async Task A_file_that_is_no_sheet_or_too_large_is_refused_in_words()
    {
        using var picture = await SendAsync("anh.xlsx", [0xFF, 0xD8, 0xFF, 0]);
        using var large = await SendAsync("lon.csv", new byte[(1024 * 1024) + 1]);

        Assert.Contains("SHEET_NOT_AS_NAMED", await picture.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("ORDER_PAD_FILE_TOO_LARGE", await large.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.All([picture, large], answer => Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, answer.StatusCode));
    }

    [Theory]
    [InlineData("vi", "Mã hàng (SKU)", "Số lượng", "dat-nhanh.xlsx")]
    [InlineData("en", "SKU", "Quantity", "order-pad.xlsx")]
    public async Task The_template_has_the_headers_that_are_read(string lang, string sku, string quantity, string name)
    {
        using var answer = await _people.Browser().Client.GetAsync(new Uri($"/order-pads/template.xlsx?lang={lang}", UriKind.Relative), Stop);

        Assert.Equal(name, answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.False(SheetReader.Read(await answer.Content.ReadAsByteArrayAsync(Stop), SheetFormat.Xlsx, fewestRows: 1).Failed(out _, out var sheet));
        Assert.Equal([sku, quantity], sheet.Rows[0].Cells.Select(cell => cell.Text));
    }

    public void Dispose() => _app.Dispose();

    private static (int, string?, int, long, long) Told(JsonNode? line) => (
        (int)line!["row"]!, (string?)line["line"]!["sku"], (int)line["line"]!["quantity"]!, (long)line["line"]!["unitPrice"]!["amount"]!, (long)line["line"]!["total"]!["amount"]!);

    private static string TextOf(IEnumerable<string> skus) => string.Join('\n', skus.Select(sku => $"{sku}\t2"));

    private static async Task<JsonNode> ReadAsync(Browser who, string text) =>
        (await who.DataAsync($$"""query($input: ReadOrderPadInput!) { readOrderPad(input: $input) { problems { code message } {{Pad}} } }""", new { input = new { text } }))["readOrderPad"]!;

    private async Task<(OfferOnSale A, OfferOnSale B)> TwoAsync()
    {
        var offers = await _stall.OffersAsync(2, stock: 40);
        return (offers[0], offers[1]);
    }

    private async Task<int> StatementsAsync(Func<Task> act)
    {
        _app.Sql.Clear();
        await act();
        return _app.Sql.Statements.Count;
    }

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        return await _people.Browser().Client.PutAsync(new Uri($"/order-pads/text?name={Uri.EscapeDataString(name)}", UriKind.Relative), content, Stop);
    }
}
