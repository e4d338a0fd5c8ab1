using System.Text.Json.Nodes;
using Marketplace.Core.Listings;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Certification;

/// <summary>A decision on its way from a sheet into the register, over HTTP on a real database.</summary>
public sealed class DecisionTests : IDisposable
{
    private readonly MarketplaceApp _app = new();
    private readonly People _people;

    public DecisionTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_names_its_products_as_people_do_and_every_fault_is_at_its_row()
    {
        var (officer, all) = (await _people.OfficerAsync(), await UncertifiedAsync(100));
        // One whose address was made of its name is found however the name is written.
        var plain = all.First(product => product.Slug == Slug.Of(product.Name));
        var others = all.Where(product => product != plain).ToList();
        (string Id, string Slug, string Name)[] products = [others[0], plain, others[1], others[2]];
        await officer.DoAsync("recordDecision", Sent(null, (products[0].Id, "BT-001", 3)));

        var read = await CheckAsync(
            officer,
            (products[0].Name, "BT-010", 4, "BT-001"),
            (products[1].Name.ToUpperInvariant(), "BT-011", 4, null),
            (products[2].Slug, " BT-012 ", 5, " "),
            (products[3].Id, "BT-013", 3, null),
            ("Không ai biết", "BT-001", 2, "BT-999"));

        Assert.Equal([products[0].Id, products[1].Id, products[2].Id, products[3].Id, null], read["rows"]!.AsArray().Select(row => (string?)row!["productId"]));
        Assert.Equal(["BT-001", null, null, null, null], read["rows"]!.AsArray().Select(row => (string?)row!["supersedes"]?["number"]));
        Assert.Equal(["products.4.product UNKNOWN", "products.4.number TWICE", "products.4.stars OUT_OF_RANGE"], Faults(read));
        await _app.WithAsync(async db => Assert.False(await db.Certificates.AnyAsync(certificate => certificate.Number.StartsWith("BT-01"), Stop)));
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_superseded_by_none()
    {
        var (officer, products) = (await _people.OfficerAsync(), await UncertifiedAsync(2));
        await officer.DoAsync("recordDecision", Sent(null, (products[0].Id, "BT-001", 3)));

        var read = await CheckAsync(officer, (products[1].Slug, "BT-010", 4, "BT-001"), (products[0].Slug, "BT-011", 4, "BT-999"));

        Assert.Equal(["products.0.supersedes UNKNOWN", "products.1.supersedes UNKNOWN"], Faults(read));
    }

    [Fact]
    public async Task A_name_that_several_products_bear_is_told_with_their_slugs()
    {
        var (officer, products) = (await _people.OfficerAsync(), await UncertifiedAsync(2));
        await _app.WithAsync(async db =>
        {
            var (one, other) = (await db.Products.SingleAsync(product => product.Slug == products[0].Slug, Stop), await db.Products.SingleAsync(product => product.Slug == products[1].Slug, Stop));
            other.Name = new(one.Name.Vi);
            await db.SaveChangesAsync(Stop);
        });

        var read = await CheckAsync(officer, (products[0].Name, "BT-010", 4, null));

        Assert.Null(read["rows"]![0]!["productId"]);
        var problem = Assert.Single(read["problems"]!.AsArray())!;
        Assert.All(products, product => Assert.Contains(product.Slug, (string)problem["message"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Faults_of_the_decision_and_of_its_rows_are_told_together()
    {
        var (officer, product) = (await _people.OfficerAsync(), (await UncertifiedAsync(1))[0]);

        var read = (await officer.DataAsync(
            "query($input: CheckDecisionInput!) { checkDecision(input: $input) { rows { product { vi } } problems { code path } } }",
            new { input = new { issuer = " ", issuedOn = "1999-01-01", evidenceGrade = "A", products = new[] { new { product = product.Slug, number = "", stars = 3 } } } }))["checkDecision"]!;

        Assert.Equal(["issuer OUT_OF_RANGE", "issuedOn OUT_OF_RANGE", "products.0.number OUT_OF_RANGE"], Faults(read));
        Assert.Equal(product.Name, (string?)read["rows"]![0]!["product"]!["vi"]);
    }

    [Fact]
    public async Task A_decision_that_is_sent_twice_with_its_key_is_recorded_once()
    {
        var (officer, products) = (await _people.OfficerAsync(), await UncertifiedAsync(2));
        var decision = Sent("one-press", (products[0].Id, "BT-020", 3), (products[1].Id, "BT-021", 4));
        const string Fields = "certificates { id number }";

        var first = await officer.DoAsync("recordDecision", decision, Fields);
        var second = await officer.DoAsync("recordDecision", decision, Fields);

        Assert.Equal(["BT-020", "BT-021"], first["certificates"]!.AsArray().Select(entry => (string)entry!["number"]!));
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        await _app.WithAsync(async db => Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Action == "recordDecision", Stop)));
        Assert.Equal(["TWICE", "TWICE"], await officer.ProblemsAsync("recordDecision", Sent("one-press", (products[0].Id, "BT-020", 4), (products[1].Id, "BT-021", 4))));
        Assert.Equal(["TWICE", "TWICE"], await officer.ProblemsAsync("recordDecision", Sent(null, (products[0].Id, "BT-020", 3), (products[1].Id, "BT-021", 4))));
    }

    [Fact]
    public async Task Two_presses_at_the_same_moment_are_answered_alike()
    {
        var (officer, products) = (await _people.OfficerAsync(), await UncertifiedAsync(1));
        var decision = Sent("one-press", (products[0].Id, "BT-030", 3));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => officer.DoAsync("recordDecision", decision, "certificates { id }")));

        Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.Empty(answers[0]["problems"]!.AsArray());
    }

    public void Dispose() => _app.Dispose();

    private static object Sent(string? requestKey, params (string Product, string Number, int Stars)[] rows) => new
    {
        decisionNumber = "2100/QĐ-UBND",
        issuer = "UBND tỉnh Vĩnh Long",
        issuedOn = "2026-11-20",
        evidenceGrade = "A",
        products = rows.Select(row => new { product = row.Product, number = row.Number, stars = row.Stars }),
        requestKey,
    };

    private static async Task<JsonNode> CheckAsync(Browser officer, params (string Product, string Number, int Stars, string? Supersedes)[] rows) => (await officer.DataAsync(
        "query($input: CheckDecisionInput!) { checkDecision(input: $input) { rows { productId product { vi } producer { vi } supersedes { number } } problems { code message path } } }",
        new
        {
            input = new
            {
                decisionNumber = "2101/QĐ-UBND",
                issuer = "UBND tỉnh Vĩnh Long",
                issuedOn = "2026-11-21",
                evidenceGrade = "A",
                products = rows.Select(row => new { product = row.Product, number = row.Number, stars = row.Stars, supersedes = row.Supersedes }),
            },
        }))["checkDecision"]!;

    private static IEnumerable<string> Faults(JsonNode answer) =>
        answer["problems"]!.AsArray().Select(problem => $"{string.Join('.', problem!["path"]!.AsArray().Select(part => (string)part!))} {(string)problem["code"]!}");

    /// <summary>Products that never had a certificate.</summary>
    private async Task<(string Id, string Slug, string Name)[]> UncertifiedAsync(int count) =>
        [.. (await _app.DataAsync("{ products(filter: { certified: false }, first: 100) { nodes { id slug name certificates { number } } } }"))["products"]!["nodes"]!.AsArray()
            .Where(product => product!["certificates"]!.AsArray().Count == 0).Take(count).Select(product => ((string)product!["id"]!, (string)product["slug"]!, (string)product["name"]!))];
}
