using System.Text;
using Marketplace.Api.Imports;
using Marketplace.Core.Imports;
using Marketplace.Data.Imports;
using Marketplace.Files.Sheets;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Imports;

/// <summary>A producer's sheet from the upload to the result, over HTTP on a real database.</summary>
public sealed class ImportApiTests : IDisposable
{
    private readonly MarketplaceApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stock_and_prices_hold_at_once_and_texts_become_drafts()
    {
        var sender = await Sender.OfAsync(_app);
        var offer = (await sender.StockAsync())[0];

        var import = await sender.ImportAsync($"SKU;Tồn kho;Giá;Tên;Ghi chú\n{offer.Sku};77;39.000 đ;Tên mới của sản phẩm;x\n");

        Assert.Equal(("DONE", 1, 1, 0), ((string?)import["state"], (int)import["rows"]!, (int)import["changed"]!, (int)import["faultCount"]!));
        Assert.Equal(["Ghi chú"], import["unknownHeaders"]!.AsArray().Select(header => (string)header!));
        Assert.Contains((await sender.StockAsync()), line => line.Sku == offer.Sku && line is { Stock: 77, Price: 39_000 });
        await _app.WithAsync(async db =>
        {
            var listing = await db.Listings.SingleAsync(Stop);
            Assert.Equal((Core.Listings.ListingState.Draft, "Tên mới của sản phẩm"), (listing.State, listing.Content.Name.Vi));
            Assert.NotEqual("Tên mới của sản phẩm", (await db.Products.SingleAsync(product => product.Id == listing.Id, Stop)).Name.Vi);
            Assert.Equal(["import", "startImport"], await db.Audit.Where(entry => entry.Subject == "Import").OrderBy(entry => entry.Action).Select(entry => entry.Action).ToListAsync(Stop));
        });
    }

    [Theory]
    [InlineData("CSV", "gia.csv", "vi")]
    [InlineData("XLSX", "gia.xlsx", "en")]
    public async Task An_export_that_is_sent_back_unchanged_changes_nothing(string format, string name, string language)
    {
        Guid[] producers = [];
        await _app.WithAsync(async db => producers = await db.Products.Where(product => product.ProducerId != null).GroupBy(product => product.ProducerId!.Value).OrderByDescending(products => products.Count()).Take(3).Select(products => products.Key).ToArrayAsync(Stop));
        foreach (var producer in producers)
        {
            var slug = "";
            await _app.WithAsync(async db => slug = (await db.Producers.SingleAsync(one => one.Id == producer, Stop)).Slug);
            var sender = await Sender.OfAsync(_app, slug);
            var before = await sender.StockAsync();
            var file = await sender.ExportAsync(format, language);

            var import = await sender.RunAsync(await sender.SendAsync(file, name), "ALL_OR_NOTHING");

            Assert.True((string?)import["state"] == "DONE" && (int)import["unchanged"]! == (int)import["rows"]! && (int)import["rows"]! > 0, import.ToJsonString());
            Assert.Equal(before, await sender.StockAsync());
            await _app.WithAsync(async db => Assert.Empty(await db.Listings.ToListAsync(Stop)));
            var again = await sender.ExportAsync(format, language);
            var kind = Enum.Parse<SheetFormat>(format, ignoreCase: true);
            Assert.Equal(CellsOf(file, kind), CellsOf(again, kind));
        }
    }

    [Fact]
    public async Task With_one_bad_row_nothing_is_changed_or_the_good_ones_are_as_the_policy_says()
    {
        var sender = await Sender.OfAsync(_app);
        var offers = await sender.StockAsync();
        var csv = $"SKU,Stock\n{offers[0].Sku},71\n{offers[1].Sku},-5\n";

        var all = await sender.ImportAsync(csv, "ALL_OR_NOTHING");
        Assert.Equal(offers, await sender.StockAsync());
        var kept = await sender.ImportAsync(csv);

        Assert.Equal(("REFUSED", 1, 0), ((string?)all["state"], (int)all["refused"]!, (int)all["changed"]!));
        Assert.Equal(("DONE", 1, 1), ((string?)kept["state"], (int)kept["refused"]!, (int)kept["changed"]!));
        Assert.Equal((3, "Stock", "OUT_OF_RANGE"), ((int)kept["faults"]![0]!["row"]!, (string?)kept["faults"]![0]!["column"], (string?)kept["faults"]![0]!["code"]));
        Assert.Equal((71, offers[1].Stock), ((await sender.StockAsync())[0].Stock, (await sender.StockAsync())[1].Stock));
        Assert.Equal([ImportRowStatus.LeftOut, ImportRowStatus.Refused], await StatusesAsync(all));
        Assert.Contains("đã nhận -5", (string)kept["faults"]![0]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_everything_and_changes_nothing_and_can_be_followed_by_the_real_one()
    {
        var sender = await Sender.OfAsync(_app);
        var offers = await sender.StockAsync();
        var id = await sender.SendAsync($"SKU;Tồn kho;Tên\n{offers[0].Sku};5;\n{offers[1].Sku};x;\n;;Mứt dừa dẻo\n");

        var dry = await sender.RunAsync(id, dryRun: true);
        Assert.Equal(offers, await sender.StockAsync());
        await _app.WithAsync(async db => Assert.Empty(await db.Listings.ToListAsync(Stop)));
        var real = await sender.RunAsync(id);

        Assert.Equal(("CHECKED", 1, 1, 1), ((string?)dry["state"], (int)dry["changed"]!, (int)dry["made"]!, (int)dry["refused"]!));
        Assert.Equal(("DONE", 1, 1, 1), ((string?)real["state"], (int)real["changed"]!, (int)real["made"]!, (int)real["refused"]!));
        Assert.Equal(5, (await sender.StockAsync())[0].Stock);
        Assert.Equal(["IMPORT_STARTED"], await sender.Browser.ProblemsAsync("startImport", new { import = id }));
    }

    [Fact]
    public async Task A_request_key_starts_an_import_once()
    {
        var sender = await Sender.OfAsync(_app);
        var id = await sender.SendAsync($"SKU;Tồn kho\n{(await sender.StockAsync())[0].Sku};5\n");

        Assert.Empty(await sender.Browser.ProblemsAsync("startImport", new { import = id, requestKey = "một" }));
        await sender.EndAsync(id);
        Assert.Empty(await sender.Browser.ProblemsAsync("startImport", new { import = id, requestKey = "một" }));
        Assert.Equal(["IMPORT_STARTED"], await sender.Browser.ProblemsAsync("startImport", new { import = id, requestKey = "hai" }));
        await _app.WithAsync(async db => Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "startImport", Stop)));
    }

    [Fact]
    public async Task The_result_stands_beside_the_rows_and_can_be_sent_again_without_making_anything_twice()
    {
        var sender = await Sender.OfAsync(_app);
        var (listing, _) = await OwnAsync();

        var import = await sender.ImportAsync($"Mã sản phẩm;Tên;Gói bán;Đơn vị;Giá;Tồn kho\n;=Mứt dừa;;;;\n{listing};;Thùng 24;thùng;900.000;3\n{listing};;Thùng 48;thùng;x;3\n");

        var result = await sender.ResultAsync(import);
        Assert.Equal(["Mã hàng (SKU)", "Mã sản phẩm", "Tên", "Gói bán", "Đơn vị", "Giá", "Tồn kho", "Kết quả", "Cần sửa"], result.Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["Đã tạo", "Đã tạo", "Không nhận"], result.Rows.Skip(1).Select(row => row[7].Text));
        Assert.Equal(("mut-dua", "=Mứt dừa"), (result.Rows[1][1].Text, result.Rows[1][2].Text));
        Assert.StartsWith("CX-", result.Rows[2][0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Giá: ", result.Rows[3][8].Text, StringComparison.Ordinal);

        var again = await sender.RunAsync(await sender.SendAsync(SheetWriter.Write(result.Rows.Select(row => row.Cells), SheetFormat.Csv, ';'), "gia.csv"));
        Assert.Equal(("DONE", 0, 2, 1), ((string?)again["state"], (int)again["made"]!, (int)again["unchanged"]!, (int)again["refused"]!));
        Assert.Empty(again["unknownHeaders"]!.AsArray());
        await _app.WithAsync(async db => Assert.Equal(1, await db.Listings.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_result_is_of_the_kind_that_was_sent_and_runs_no_formula()
    {
        var sender = await Sender.OfAsync(_app);
        var file = SheetWriter.Write([[new("Tên"), new("Mô tả")], [new("=HYPERLINK(\"http://x\")"), new("@x")]], SheetFormat.Xlsx);

        var import = await sender.RunAsync(await sender.SendAsync(file, "mau.xlsx"));

        var raw = await sender.Browser.Client.GetAsync((string)import["resultUrl"]!, Stop);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", raw.Content.Headers.ContentType!.MediaType);
        Assert.Equal("=HYPERLINK(\"http://x\")", (await sender.ResultAsync(import, SheetFormat.Xlsx)).Rows[1][2].Text);
        var csv = Encoding.UTF8.GetString(await sender.ExportAsync("CSV"));
        Assert.Contains("\"'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Contains(";'@x;", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_why()
    {
        var sender = await Sender.OfAsync(_app);

        var (status, answer) = await sender.PutAsync("Tên\nx"u8.ToArray(), "a.xlsx");
        Assert.Equal((422, "SHEET_NOT_AS_NAMED"), (status, (string?)answer["problems"]![0]!["code"]));
        (status, answer) = await sender.PutAsync(new byte[Sheet.MostBytes + 1], "a.csv");
        Assert.Equal((422, "SHEET_TOO_LARGE"), (status, (string?)answer["problems"]![0]!["code"]));
        Assert.Equal(["SHEET_NAME_REFUSED"], await sender.Browser.ProblemsAsync("requestImportUpload", new { fileName = "a.exe" }));

        var import = await sender.RunAsync(await sender.SendAsync(Encoding.Latin1.GetBytes("T\u00ean\nx"), "a.csv"));
        Assert.Equal(("REFUSED", 1), ((string?)import["state"], (int)import["faultCount"]!));
        Assert.Contains("UTF-8", (string)import["faults"]![0]!["message"]!, StringComparison.Ordinal);
        var headers = await sender.ImportAsync("Giá;Tồn kho\n1;2\n");
        Assert.Equal(("REFUSED", "MISSING"), ((string?)headers["state"], (string?)headers["faults"]![0]!["code"]));
    }

    [Fact]
    public async Task Whatever_belongs_to_an_organisation_is_there_for_its_members_alone()
    {
        var sender = await Sender.OfAsync(_app);
        var import = await sender.ImportAsync($"SKU;Tồn kho\n{(await sender.StockAsync())[0].Sku};5\n");
        var id = (string)import["id"]!;
        var stranger = await Sender.OfAsync(_app, "co-so-du-xuan");
        var foreign = (await stranger.StockAsync()).Select(line => line.Sku).ToList();

        foreach (var nosy in new[] { stranger.Browser.Client, new People(_app).Browser().Client })
        {
            using var answer = await nosy.GetAsync((string)import["resultUrl"]!, Stop);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var export = await new People(_app).Browser().Client.GetAsync("/exports/listings.csv", Stop);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, export.StatusCode);
        Assert.Null((await stranger.Browser.DataAsync("query($id: ID!) { import(id: $id) { id } }", new { id }))["import"]);
        using var nothing = await stranger.ListenAsync(id);
        Assert.Null((await nothing.DataAsync())["importProgress"]);
        await nothing.EndAsync();
        Assert.Equal(["NOTHING_THERE"], await stranger.Browser.ProblemsAsync("startImport", new { import = id }));
        Assert.Empty((await stranger.Browser.DataAsync("{ imports { id } }"))["imports"]!.AsArray());
        var theirs = await stranger.ImportAsync($"SKU;Tồn kho\n{(await sender.StockAsync())[0].Sku};1\n");
        Assert.Equal("UNKNOWN", (string?)theirs["faults"]![0]!["code"]);
        var own = Encoding.UTF8.GetString(await sender.ExportAsync("CSV"));
        Assert.DoesNotContain(foreign, sku => own.Contains(sku, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_machine_with_both_scopes_sends_sheets_and_the_audit_names_its_key_and_nobody()
    {
        var machine = await Sender.MachineAsync(_app, scopes: ["LISTINGS", "STOCK"]);

        var import = await machine.ImportAsync($"SKU;Tồn kho\n{(await machine.StockAsync())[0].Sku};5\n");

        Assert.Equal(("DONE", 1), ((string?)import["state"], (int)import["changed"]!));
        await _app.WithAsync(async db => Assert.All(
            await db.Audit.Where(entry => entry.Subject == "Import").ToListAsync(Stop), entry => Assert.Equal((null, "Máy"), (entry.AccountId, entry.Who))));
    }

    [Fact]
    public async Task A_machine_with_one_scope_sends_none()
    {
        var machine = await Sender.MachineAsync(_app, scopes: ["STOCK"]);

        var answer = await machine.Browser.AskAsync("""mutation { requestImportUpload(input: { fileName: "gia.csv" }) { url } }""");

        Assert.Equal("FORBIDDEN", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task A_token_that_nobody_gave_out_fetches_nothing_and_breaks_nothing()
    {
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "something");

        foreach (var path in new[] { "/exports/listings.csv", "/imports/x/result" })
        {
            using var answer = await client.GetAsync(path, Stop);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Old_imports_go_with_their_files()
    {
        var sender = await Sender.OfAsync(_app);
        await sender.ImportAsync($"SKU;Tồn kho\n{(await sender.StockAsync())[0].Sku};5\n");
        await sender.SendAsync("SKU\nx\n");
        var files = Path.Combine(_app.DataDirectory, "files", "imports");
        Assert.Equal(2, Directory.GetFiles(files, "*", SearchOption.AllDirectories).Length);

        _app.Clock.Advance(TimeSpan.FromDays(31));
        await _app.Services.GetRequiredService<ImportWorker>().PruneAsync(Stop);

        Assert.False(Directory.Exists(files) && Directory.GetFiles(files, "*", SearchOption.AllDirectories).Length > 0);
        await _app.WithAsync(async db => Assert.Empty(await db.Imports.ToListAsync(Stop)));
    }

    public void Dispose() => _app.Dispose();

    private static IEnumerable<string> CellsOf(byte[] file, SheetFormat format) => SheetReader.Read(file, format).Failed(out var problem, out var sheet)
        ? throw new InvalidOperationException(problem.Message.En)
        : sheet.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text);

    private async Task<(string Slug, Guid Id)> OwnAsync()
    {
        (string, Guid) found = default;
        await _app.WithAsync(async db => found = await db.Products.Where(product => db.Producers.Any(producer => producer.Slug == "cong-ty-dong-a" && producer.Id == product.ProducerId)).OrderBy(product => product.Slug).Select(product => new ValueTuple<string, Guid>(product.Slug, product.Id)).FirstAsync(Stop));
        return found;
    }

    private async Task<IReadOnlyList<ImportRowStatus>> StatusesAsync(System.Text.Json.Nodes.JsonNode import)
    {
        List<ImportRowStatus> statuses = [];
        Assert.True(Api.GlobalId.TryDecode((string)import["id"]!, "Import", out var id));
        await _app.WithAsync(async db => statuses.AddRange((await db.ImportBatchesAsync(id, Stop)).SelectMany(batch => batch.Outcomes).Select(row => row.Status)));
        return statuses;
    }
}
