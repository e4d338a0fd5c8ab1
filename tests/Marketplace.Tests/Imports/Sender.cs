using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Core.Imports;
using Marketplace.Files.Sheets;
using Marketplace.Tests.Accounts;
using Marketplace.Tests.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Imports;

/// <summary>Somebody of a producer who sends sheets, over HTTP like everybody.</summary>
internal sealed class Sender(MarketplaceApp app, Browser browser)
{
    private const string Fields = """
        id state dryRun policy rows done made changed unchanged waiting refused faultCount unknownHeaders resultUrl endedAt faults { row column code message }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Browser Browser => browser;

    public static async Task<Sender> OfAsync(MarketplaceApp app, string producer = "cong-ty-dong-a", MemberRole role = MemberRole.Editor)
    {
        var people = new People(app);
        Guid id = default;
        await app.WithAsync(async db => id = await db.Producers.Where(one => one.Slug == producer).Select(one => one.Id).SingleAsync(Stop));
        return new(app, await people.MemberAsync(await people.OrganisationAsync(OrganisationKind.Producer, producerId: id), role));
    }

    /// <summary>A machine with a key of the producer.</summary>
    public static async Task<Sender> MachineAsync(MarketplaceApp app, string producer = "cong-ty-dong-a", params string[] scopes)
    {
        var people = new People(app);
        var owner = await OfAsync(app, producer, MemberRole.Owner);
        return new(app, await people.MachineWithAsync(owner.Browser, scopes));
    }

    public Task<string> SendAsync(string csv) => SendAsync(Encoding.UTF8.GetBytes(csv), "gia.csv");

    /// <summary>The id of the import that waits to be started.</summary>
    public async Task<string> SendAsync(byte[] file, string name)
    {
        var (status, answer) = await PutAsync(file, name);
        Assert.True(status == 201, answer.ToJsonString());
        return (string)answer["import"]!;
    }

    public async Task<(int Status, JsonNode Answer)> PutAsync(byte[] file, string name)
    {
        var url = (string)(await browser.DoAsync("requestImportUpload", new { fileName = name }, "url"))["url"]!;
        using var client = app.CreateClient();
        using var content = new ByteArrayContent(file);
        using var response = await client.PutAsync(url, content, Stop);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!);
    }

    /// <summary>Sends, starts and waits: the import as it ended.</summary>
    public async Task<JsonNode> ImportAsync(string csv, string policy = "KEEP_GOOD_ROWS", bool dryRun = false) => await RunAsync(await SendAsync(csv), policy, dryRun);

    public async Task<JsonNode> RunAsync(string import, string policy = "KEEP_GOOD_ROWS", bool dryRun = false)
    {
        Assert.Empty((await browser.DoAsync("startImport", new { import, policy, dryRun }))["problems"]!.AsArray());
        return await EndAsync(import);
    }

    public async Task<JsonNode> EndAsync(string import)
    {
        using var listener = await ListenAsync(import);
        while ((string?)(await listener.DataAsync())["importProgress"]!["state"] is "QUEUED" or "RUNNING")
        {
            // It goes on.
        }

        return await LookAsync(import);
    }

    public async Task<JsonNode> LookAsync(string import) =>
        (await browser.DataAsync($$"""query($id: ID!) { import(id: $id) { {{Fields}} } }""", new { id = import }))["import"]!;

    public Task<Listener> ListenAsync(string import) =>
        Listener.ToAsync(browser.Client, "subscription($id: ID!) { importProgress(id: $id) { state rows done faultCount } }", new { id = import });

    public async Task<byte[]> ExportAsync(string format, string language = "vi")
    {
        browser.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        browser.Client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        var url = (string)(await browser.DataAsync($$"""{ exportListings(format: {{format}}) }"""))["exportListings"]!;
        return await browser.Client.GetByteArrayAsync(url, Stop);
    }

    public async Task<Sheet> ResultAsync(JsonNode import, SheetFormat format = SheetFormat.Csv) =>
        SheetReader.Read(await browser.Client.GetByteArrayAsync((string)import["resultUrl"]!, Stop), format).Failed(out var problem, out var sheet)
            ? throw new InvalidOperationException(problem.Message.En)
            : sheet;

    /// <summary>The producer's offers: SKU, stock, price of one, version.</summary>
    public async Task<IReadOnlyList<(string Sku, int Stock, long Price, int Version)>> StockAsync() =>
    [
        .. (await browser.DataAsync("{ workspace { stock { sku stock unitPrice version } } }"))["workspace"]!["stock"]!.AsArray()
            .Select(line => ((string)line!["sku"]!, (int)line["stock"]!, (long)line["unitPrice"]!, (int)line["version"]!)),
    ];
}
