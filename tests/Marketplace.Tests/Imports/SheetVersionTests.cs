using System.Text.Json.Nodes;
using Marketplace.Core.Imports;
using Marketplace.Files.Sheets;

namespace Marketplace.Tests.Imports;

/// <summary>A sheet lies on somebody's desk for days. What others have changed meanwhile is not overwritten by it unseen.</summary>
public sealed class SheetVersionTests : IDisposable
{
    private const string Sku = "Mã hàng (SKU)";
    private const string Stock = "Tồn kho";
    private const string Name = "Tên (tiếng Việt)";
    private const string Version = "Phiên bản";

    private readonly MarketplaceApp _app = new();

    [Fact]
    public async Task A_row_of_an_offer_that_was_changed_since_the_sheet_was_fetched_is_refused_unless_it_is_told_to_overwrite()
    {
        var sender = await Sender.OfAsync(_app);
        var (fetched, sku) = await FetchAsync(sender);
        await sender.ImportAsync($"SKU;Tồn kho\n{sku};500\n");

        var refused = await SendAsync(sender, With(fetched, Stock, "7"));
        var kept = await StockOfAsync(sender, sku);
        var taken = await SendAsync(sender, With(With(fetched, Stock, "7"), Version, ""));

        Assert.Equal((1, 0), ((int)refused["refused"]!, (int)refused["changed"]!));
        Assert.StartsWith($"{Version}: Dòng này đã được sửa ở nơi khác", await FaultsAsync(sender, refused), StringComparison.Ordinal);
        Assert.Equal(500, kept);
        Assert.Equal((1, 7), ((int)taken["changed"]!, await StockOfAsync(sender, sku)));
    }

    [Fact]
    public async Task A_row_that_changes_nothing_is_never_too_old()
    {
        var sender = await Sender.OfAsync(_app);
        var (fetched, sku) = await FetchAsync(sender);
        var before = await StockOfAsync(sender, sku);
        await sender.ImportAsync($"SKU;Tồn kho\n{sku};500\n");
        await sender.ImportAsync($"SKU;Tồn kho\n{sku};{before}\n");

        var sent = await SendAsync(sender, fetched);

        Assert.Equal(1, (int)sent["unchanged"]!);
    }

    [Fact]
    public async Task A_text_that_was_edited_since_then_is_not_overwritten_nor_is_the_first_edit_of_a_shipped_product()
    {
        var sender = await Sender.OfAsync(_app);
        var (fetched, sku) = await FetchAsync(sender);
        await sender.ImportAsync($"SKU;Tên\n{sku};Tên của người khác\n");

        var refused = await SendAsync(sender, With(fetched, Name, "Tên của tôi"));

        Assert.Equal(1, (int)refused["refused"]!);
        Assert.StartsWith($"{Version}: ", await FaultsAsync(sender, refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_is_of_the_version_that_its_row_has_made_and_can_be_worked_on_and_sent_again()
    {
        var sender = await Sender.OfAsync(_app);
        var (fetched, sku) = await FetchAsync(sender);
        var sent = await SendAsync(sender, With(With(fetched, Stock, "7"), Name, "Tên mới"));

        var result = (await sender.ResultAsync(sent)).Rows.Select(row => row.Cells).ToList();
        var again = await SendAsync(sender, With(With(result, Stock, "8"), Name, "Tên mới hơn"));
        var tooOld = await SendAsync(sender, With(fetched, Stock, "9"));

        Assert.Equal((1, 1), ((int)sent["changed"]!, (int)again["changed"]!));
        Assert.Equal((1, 8), ((int)tooOld["refused"]!, await StockOfAsync(sender, sku)));
    }

    [Theory]
    [InlineData("v0.12", 0, 12)]
    [InlineData("v7", 7, null)]
    [InlineData("7.1", null, null)]
    [InlineData("v1.2.3", null, null)]
    [InlineData("v99999999999", null, null)]
    public void Only_what_an_export_writes_is_read_as_a_version(string text, int? listing, int? offer)
    {
        var version = RowVersion.Read(text);

        Assert.Equal((listing, offer), (version?.Listing, version?.Offer));
        Assert.Equal(listing is null ? "" : text, version?.ToString() ?? "");
    }

    public void Dispose() => _app.Dispose();

    /// <summary>An export of one offer: headers and a row.</summary>
    private static async Task<(IReadOnlyList<IReadOnlyList<SheetCell>> Rows, string Sku)> FetchAsync(Sender sender)
    {
        var file = await sender.ExportAsync("CSV");
        Assert.False(SheetReader.Read(file, SheetFormat.Csv).Failed(out _, out var sheet));
        var headers = sheet.Rows[0].Cells;
        var at = headers.Index().Single(header => header.Item.Text == Sku).Index;
        var row = sheet.Rows.Skip(1).First(row => row[at].Text.Length > 0);
        return ([headers, row.Cells], row[at].Text);
    }

    private static List<IReadOnlyList<SheetCell>> With(IReadOnlyList<IReadOnlyList<SheetCell>> rows, string header, string text)
    {
        var at = rows[0].Index().Single(cell => cell.Item.Text == header).Index;
        return [rows[0], [.. rows[1].Select((cell, place) => place == at ? new SheetCell(text) : cell)]];
    }

    private static async Task<JsonNode> SendAsync(Sender sender, IReadOnlyList<IReadOnlyList<SheetCell>> rows) =>
        await sender.RunAsync(await sender.SendAsync(SheetWriter.Write(rows, SheetFormat.Csv, ';'), "gia.csv"));

    private static async Task<string> FaultsAsync(Sender sender, JsonNode import) => (await sender.ResultAsync(import)).Rows[1].Cells[^1].Text;

    private static async Task<int> StockOfAsync(Sender sender, string sku) => (await sender.StockAsync()).Single(line => line.Sku == sku).Stock;
}
