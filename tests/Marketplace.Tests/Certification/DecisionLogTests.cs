using System.Text.Json.Nodes;
using Marketplace.Tests.Accounts;

namespace Marketplace.Tests.Certification;

/// <summary>What the public reads of decisions.</summary>
public sealed class DecisionLogTests : IDisposable
{
    private readonly MarketplaceApp _app = new();

    [Fact]
    public async Task Everybody_reads_what_was_decided_the_newest_first_page_by_page()
    {
        var all = await PageAsync("first: 100");
        var first = await PageAsync("first: 3");
        var second = await PageAsync($"first: 3, after: \"{(string)first["endCursor"]!}\"");

        var days = Days(all);
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        Assert.Equal(Names(all).Take(6), Names(first).Concat(Names(second)));
        Assert.True((bool)first["hasNextPage"]!);
    }

    [Fact]
    public async Task A_revocation_stands_there_with_its_reason_and_no_officers_name()
    {
        var people = new People(_app);
        var officer = await people.OfficerAsync();
        var product = (string)(await _app.DataAsync("{ products(filter: { certified: false }, first: 1) { nodes { id } } }"))["products"]!["nodes"]![0]!["id"]!;
        var made = await officer.DoAsync("recordDecision", new { decisionNumber = "2100/QĐ-UBND", issuer = "UBND tỉnh Vĩnh Long", issuedOn = "2026-11-20", evidenceGrade = "A", products = new[] { new { product, number = "VL-900", stars = 3 } } }, "certificates { id }");
        await officer.DoAsync("revokeCertificate", new { certificate = (string)made["certificates"]![0]!["id"]!, ground = "MISUSE_OF_MARK", reason = "Dùng nhãn OCOP cho hàng khác." });

        var log = (await PageAsync("first: 100"))["nodes"]!.AsArray().Where(entry => (string)entry!["certificateNumber"]! == "VL-900").ToList();

        Assert.Equal([("REVOKED", "Dùng nhãn OCOP cho hàng khác."), (null, null)], log.Select(entry => ((string?)entry!["event"]?["kind"], (string?)entry["event"]?["reason"])));
        Assert.All(log, entry => Assert.Equal("2100/QĐ-UBND", (string?)entry!["decisionNumber"]));
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused_with_words()
    {
        var answer = await _app.AskAsync("""{ decisionLog(after: "hôm qua") { hasNextPage } }""");

        Assert.Equal("after không phải là endCursor của một trang.", (string?)answer["errors"]![0]!["message"]);
    }

    public void Dispose() => _app.Dispose();

    private async Task<JsonNode> PageAsync(string arguments) =>
        (await _app.DataAsync($$"""{ decisionLog({{arguments}}) { nodes { on certificateNumber decisionNumber product event { kind reason } } hasNextPage endCursor } }"""))["decisionLog"]!;

    private static List<string> Days(JsonNode page) => [.. page["nodes"]!.AsArray().Select(entry => (string)entry!["on"]!)];

    private static IEnumerable<string> Names(JsonNode page) => page["nodes"]!.AsArray().Select(entry => $"{entry!["on"]} {entry["certificateNumber"]} {entry["event"]?["kind"]}");
}
