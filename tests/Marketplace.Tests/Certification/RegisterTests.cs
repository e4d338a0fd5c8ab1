using System.Text.Json.Nodes;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Certification;

/// <summary>The programme office keeps the register, and what buyers see follows it: over HTTP, on a real database and index.</summary>
public sealed class RegisterTests : IDisposable
{
    private const string Entry = "certificate { id number state validUntil events { kind until reason } }";

    private readonly MarketplaceApp _app = new();
    private readonly People _people;

    public RegisterTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_certificate_lives_from_its_decision_to_its_last_day_without_a_restart()
    {
        var (officer, product) = (await _people.OfficerAsync(), (await UncertifiedAsync(1))[0]);
        Assert.Equal((null, false), await SeenAsync(product));

        var made = await officer.DoAsync("recordDecision", Decision("2026-11-20", (product, "VL-001", 4)), "certificates { number state expiresOn }");

        Assert.Equal(("VL-001", "VALID", "2029-11-20"), ((string?)made["certificates"]![0]!["number"], (string?)made["certificates"]![0]!["state"], (string?)made["certificates"]![0]!["expiresOn"]));
        await _app.CaughtUpAsync();
        Assert.Equal((4, true), await SeenAsync(product));

        // Its last day, and the first minute of the day after in Bến Tre.
        _app.Clock.SetUtcNow(new DateTimeOffset(2029, 11, 20, 16, 59, 0, TimeSpan.Zero));
        Assert.Equal((4, true), await SeenAsync(product));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((null, false), await SeenAsync(product));
    }

    [Fact]
    public async Task A_revoked_certificate_is_shown_no_more_and_says_why()
    {
        var (officer, product) = (await _people.OfficerAsync(), (await UncertifiedAsync(1))[0]);
        await officer.DoAsync("recordDecision", Decision("2026-11-20", (product, "VL-002", 3)));
        await _app.CaughtUpAsync();
        Assert.Equal((3, true), await SeenAsync(product));
        var id = await IdAsync(officer, "VL-002");
        Assert.Equal(["INVALID_VALUE"], await officer.ProblemsAsync("revokeCertificate", new { certificate = id, ground = "MISUSE_OF_MARK", reason = " " }));

        var revoked = await officer.DoAsync("revokeCertificate", new { certificate = id, ground = "MISUSE_OF_MARK", reason = "Dùng nhãn OCOP cho hàng khác." }, Entry);

        Assert.Equal("REVOKED", (string?)revoked["certificate"]!["state"]);
        await _app.CaughtUpAsync();
        Assert.Equal((null, false), await SeenAsync(product));
        var page = (await _app.DataAsync("""{ certificate(number: "VL-002") { state events { reason } } }"""))["certificate"]!;
        Assert.Equal(("REVOKED", "Dùng nhãn OCOP cho hàng khác."), ((string?)page["state"], (string?)page["events"]![0]!["reason"]));
        Assert.Equal(["CERTIFICATE_ALREADY_ENDED"], await officer.ProblemsAsync("revokeCertificate", new { certificate = id, ground = "MISUSE_OF_MARK", reason = "Lần nữa." }));
        await _app.WithAsync(async db => Assert.Contains(await db.Audit.ToListAsync(Stop), entry => entry.Action == "revokeCertificate" && entry.Why == "Dùng nhãn OCOP cho hàng khác."));
    }

    [Fact]
    public async Task A_decision_certifies_all_its_products_or_none_and_every_fault_is_named()
    {
        var (officer, products) = (await _people.OfficerAsync(), await UncertifiedAsync(2));
        var decision = Decision("2026-11-20", (products[0], "VL-003", 2), (products[1], "VL-003", 4), ("zz", "", 5));

        var refused = await officer.DoAsync("recordDecision", decision, "certificates { number }");

        Assert.Equal(["products.0.stars", "products.1.number", "products.2.product", "products.2.number"], refused["problems"]!.AsArray().Select(problem => string.Join('.', problem!["path"]!.AsArray().Select(part => (string)part!))));
        Assert.Empty(refused["certificates"]!.AsArray());
        Assert.Empty((await officer.DataAsync("""{ certificateRegister(number: "VL-003") { nodes { number } } }"""))["certificateRegister"]!["nodes"]!.AsArray());
        Assert.Equal(["OUT_OF_RANGE", "OUT_OF_RANGE"], await officer.ProblemsAsync("recordDecision", new { issuer = " ", issuedOn = "2027-01-01", evidenceGrade = "A", products = new[] { new { product = products[0], number = "VL-004", stars = 3 } } }));
        Assert.Empty(await officer.ProblemsAsync("recordDecision", Decision("2026-11-20", (products[0], "VL-003", 3), (products[1], "VL-004", 4))));
    }

    [Fact]
    public async Task A_renewal_takes_the_place_of_the_certificate_before()
    {
        var (officer, product) = (await _people.OfficerAsync(), (await UncertifiedAsync(1))[0]);
        await officer.DoAsync("recordDecision", Decision("2024-03-01", (product, "VL-005", 3)));
        var old = await IdAsync(officer, "VL-005");

        var renewal = new { issuer = "UBND tỉnh Vĩnh Long", issuedOn = "2026-11-20", evidenceGrade = "A", products = new[] { new { product, number = "VL-006", stars = 5, supersedes = old } } };
        Assert.Empty(await officer.ProblemsAsync("recordDecision", renewal));

        await _app.CaughtUpAsync();
        Assert.Equal((5, true), await SeenAsync(product));
        Assert.Equal("SUPERSEDED", (string?)(await _app.DataAsync("""{ certificate(number: "VL-005") { state } }"""))["certificate"]!["state"]);
    }

    [Fact]
    public async Task An_extension_needs_proof_and_goes_no_further_than_the_law()
    {
        var (officer, product) = (await _people.OfficerAsync(), (await UncertifiedAsync(1))[0]);
        await officer.DoAsync("recordDecision", Decision("2023-12-01", (product, "VL-007", 4)));
        var id = await IdAsync(officer, "VL-007");
        Assert.Empty(await officer.ProblemsAsync("fileRenewal", new { certificate = id, evidence = "Biên nhận 15/2026" }));

        Assert.Equal(["EXTENSION_REFUSED"], await officer.ProblemsAsync("extendCertificate", new { certificate = id, until = "2027-06-30", evidence = "Biên nhận 15/2026" }));
        var extended = await officer.DoAsync("extendCertificate", new { certificate = id, until = "2027-03-01", evidence = "Biên nhận 15/2026" }, Entry);

        Assert.Equal("2027-03-01", (string?)extended["certificate"]!["validUntil"]);
        Assert.Equal(["RENEWAL_FILED", "EXTENDED"], extended["certificate"]!["events"]!.AsArray().Select(happened => (string)happened!["kind"]!));
    }

    [Fact]
    public async Task The_calendar_names_what_ends_soon_the_next_first_page_by_page()
    {
        var officer = await _people.OfficerAsync();

        var all = await PageAsync(officer, "endingWithinDays: 180, first: 100");
        var first = await PageAsync(officer, "endingWithinDays: 180, first: 2");
        var second = await PageAsync(officer, $"endingWithinDays: 180, first: 2, after: \"{(string)first["endCursor"]!}\"");

        var days = all["nodes"]!.AsArray().Select(entry => (string)entry!["expiresOn"]!).ToList();
        Assert.NotEmpty(days);
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.All(days, day => Assert.InRange(day, "2026-11-22", "2027-05-21"));
        Assert.Equal(all["nodes"]!.AsArray().Take(4).Select(entry => (string)entry!["number"]!), [.. first["nodes"]!.AsArray().Select(entry => (string)entry!["number"]!), .. second["nodes"]!.AsArray().Select(entry => (string)entry!["number"]!)]);
    }

    [Fact]
    public async Task One_certificate_of_the_register_is_read_by_its_id()
    {
        var (officer, product) = (await _people.OfficerAsync(), (await UncertifiedAsync(1))[0]);
        var recorded = await officer.DoAsync("recordDecision", Decision("2026-11-20", (product, "VL-008", 3)), "certificates { id }");
        const string Query = "query($id: ID!) { registerEntry(id: $id) { number productId daysLeft stateLabel } }";

        var entry = (await officer.DataAsync(Query, new { id = (string)recorded["certificates"]![0]!["id"]! }))["registerEntry"]!;

        Assert.Equal(("VL-008", product, 1094, "Còn hiệu lực"), ((string)entry["number"]!, (string)entry["productId"]!, (int)entry["daysLeft"]!, (string)entry["stateLabel"]!));
        Assert.Null((await officer.DataAsync(Query, new { id = product }))["registerEntry"]);
    }

    public void Dispose() => _app.Dispose();

    private static object Decision(string on, params (string Product, string Number, int Stars)[] rows) => new
    {
        decisionNumber = "2100/QĐ-UBND",
        issuer = "UBND tỉnh Vĩnh Long",
        issuedOn = on,
        evidenceGrade = "A",
        products = rows.Select(row => new { product = row.Product, number = row.Number, stars = row.Stars }),
    };

    private static async Task<JsonNode> PageAsync(Browser officer, string arguments) =>
        (await officer.DataAsync($$"""{ certificateRegister({{arguments}}) { nodes { number expiresOn } hasNextPage endCursor } }"""))["certificateRegister"]!;

    private static async Task<string> IdAsync(Browser officer, string number) =>
        (string)(await officer.DataAsync($$"""{ certificateRegister(number: "{{number}}") { nodes { id } } }"""))["certificateRegister"]!["nodes"]![0]!["id"]!;

    /// <summary>Ids of products that never had a certificate.</summary>
    private async Task<string[]> UncertifiedAsync(int count) =>
        [.. (await _app.DataAsync("{ products(filter: { certified: false }, first: 100) { nodes { id certificates { number } } } }"))["products"]!["nodes"]!.AsArray()
            .Where(product => product!["certificates"]!.AsArray().Count == 0).Take(count).Select(product => (string)product!["id"]!)];

    /// <summary>The stars on the product's page, and whether the filter for certified ones finds it.</summary>
    private async Task<(int? Stars, bool Found)> SeenAsync(string id)
    {
        var product = (await _app.DataAsync($$"""{ node(id: "{{id}}") { ... on Product { stars name } } }"""))["node"]!;
        var found = (await _app.DataAsync("query($t: String!) { products(search: $t, filter: { certified: true }, first: 100) { nodes { id } } }", new { t = (string)product["name"]! }))["products"]!["nodes"]!.AsArray();
        return ((int?)product["stars"], found.Any(node => (string)node!["id"]! == id));
    }
}
