using System.Text.Json.Nodes;
using Marketplace.Api.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Evidence;

/// <summary>A paper on its way from a producer over an officer to buyers, and back, over HTTP.</summary>
public sealed class EvidenceApiTests : IDisposable
{
    private readonly MarketplaceApp _app = new() { Given = [("Accounts:AttemptsPerMinute", "0")] };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_is_sent_accepted_seen_by_buyers_and_backs_the_claim_until_its_last_day()
    {
        var desk = await Desk.OpenAsync(_app);
        var listing = await OrganicDraftAsync(desk);
        Assert.Null(await BackedByAsync(desk, listing));
        var id = await desk.SentAsync();
        Assert.Equal(("IN_REVIEW", 0), ((string?)(await desk.OwnAsync(id))["state"], (await ShownAsync(desk)).Count));
        Assert.Null(await BackedByAsync(desk, listing));
        var queue = (await desk.Officer.DataAsync("{ evidenceQueue { total page { nodes { id version kind organisation product } } } }"))["evidenceQueue"]!;
        Assert.Equal((1, id, "ORGANIC", "Cơ sở Năm Dừa"), ((int)queue["total"]!, (string?)queue["page"]!["nodes"]![0]!["id"], (string?)queue["page"]!["nodes"]![0]!["kind"], (string?)queue["page"]!["nodes"]![0]!["organisation"]));
        desk.People.Later();

        Assert.Empty(await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = id, version = 0, grade = "B1" }));

        var shown = Assert.Single(await ShownAsync(desk))!;
        Assert.Equal(("ORGANIC", "Chứng nhận hữu cơ", "HC-12", "Vinacert", "2026-01-10", "2027-01-09", "B1"), ((string?)shown["kind"], (string?)shown["title"], (string?)shown["number"], (string?)shown["issuedBy"], (string?)shown["issuedOn"], (string?)shown["expiresOn"], (string?)shown["grade"]));
        Assert.Equal("EVIDENCE", await BackedByAsync(desk, listing));
        Assert.Contains("Chứng nhận hữu cơ", (await desk.LetterAsync()).Text, StringComparison.Ordinal);
        await _app.WithAsync(async db => Assert.Equal(["sendEvidence", "reviewEvidence"], await db.Audit.Where(entry => entry.Subject == "EvidenceFile").OrderBy(entry => entry.At).Select(entry => entry.Action).ToListAsync(Stop)));

        _app.Clock.Advance(TimeSpan.FromDays(49));
        desk = await desk.AgainAsync();
        Assert.Empty(await ShownAsync(desk));
        Assert.Null(await BackedByAsync(desk, listing));
        Assert.True((bool)(await desk.OwnAsync(id))["over"]!);
    }

    [Fact]
    public async Task A_paper_goes_back_with_a_reason_is_put_right_and_waits_again()
    {
        var desk = await Desk.OpenAsync(_app);
        var id = await desk.SentAsync();
        Assert.Equal(["INVALID_VALUE"], await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = id, version = 0 }));
        Assert.Equal(["INVALID_VALUE"], await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = id, version = 0, grade = "A", reason = "Mờ." }));
        Assert.Equal(["MISSING"], await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = id, version = 0, reason = " " }));

        Assert.Empty(await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = id, version = 0, reason = "Bản quét mờ, không đọc được số." }));

        Assert.Equal(("RETURNED", "Bản quét mờ, không đọc được số."), ((string?)(await desk.OwnAsync(id))["state"], (string?)(await desk.OwnAsync(id))["reason"]));
        Assert.Contains("Bản quét mờ, không đọc được số.", (await desk.LetterAsync()).Text, StringComparison.Ordinal);
        var today = (await desk.Maker.DataAsync("{ workspace { today { returnedEvidence { id } expiringEvidence { id } } } }"))["workspace"]!["today"]!;
        Assert.Equal((id, 0), ((string?)Assert.Single(today["returnedEvidence"]!.AsArray())!["id"], today["expiringEvidence"]!.AsArray().Count));

        var before = await desk.OwnAsync(id);
        var asked = await desk.Maker.DoAsync("replaceEvidence", new { evidence = id, version = (int)before["version"]! }, "url");
        Assert.Equal(201, (await Desk.PutAsync(desk.Maker.Client, (string)asked["url"]!, Pictures.Samples.Jpeg(900, 900))).Status);

        var after = await desk.OwnAsync(id);
        Assert.Equal(("IN_REVIEW", "image/jpeg", null), ((string?)after["state"], (string?)after["file"]!["contentType"], (string?)after["reason"]));
        Assert.NotEqual((string?)before["file"]!["sha256"], (string?)after["file"]!["sha256"]);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_app.DataDirectory, "files", "evidence")));
    }

    [Fact]
    public async Task An_accepted_paper_that_is_changed_is_out_of_sight_until_it_is_accepted_again()
    {
        var desk = await Desk.OpenAsync(_app);
        var accepted = await desk.AcceptedAsync();
        var id = (string)accepted["id"]!;
        Assert.Equal(["CHANGED_MEANWHILE"], await desk.Maker.ProblemsAsync("changeEvidence", Changed(id, 0, "Cũ")));

        Assert.Empty(await desk.Maker.ProblemsAsync("changeEvidence", Changed(id, (int)accepted["version"]!, "<script>alert(1)</script>")));

        var own = await desk.OwnAsync(id);
        Assert.Equal(("IN_REVIEW", "<script>alert(1)</script>", 0), ((string?)own["state"], (string?)own["title"], (await ShownAsync(desk)).Count));
        Assert.Equal(["CHANGED_MEANWHILE"], await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = id, version = (int)accepted["version"]!, grade = "A" }));
    }

    [Fact]
    public async Task A_withdrawn_paper_is_gone_with_its_file()
    {
        var desk = await Desk.OpenAsync(_app);
        var accepted = await desk.AcceptedAsync();
        Assert.Equal(["CHANGED_MEANWHILE"], await desk.Maker.ProblemsAsync("withdrawEvidence", new { evidence = (string)accepted["id"]!, version = 0 }));

        Assert.Empty(await desk.Maker.ProblemsAsync("withdrawEvidence", new { evidence = (string)accepted["id"]!, version = (int)accepted["version"]! }));

        Assert.Empty(await ShownAsync(desk));
        Assert.Empty((await desk.Maker.DataAsync("{ workspace { evidence { nodes { id } } } }"))["workspace"]!["evidence"]!["nodes"]!.AsArray());
        Assert.False(Directory.Exists(Path.Combine(_app.DataDirectory, "files", "evidence")));
        Assert.Equal(["NOTHING_THERE"], await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = (string)accepted["id"]!, version = 1, reason = "Sai." }));
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_and_a_good_one_goes_to_the_same_address_once()
    {
        var desk = await Desk.OpenAsync(_app);
        var url = (string)(await desk.Maker.DoAsync("requestEvidenceUpload", Desk.Details(requestKey: "k1"), "url"))["url"]!;

        Assert.Equal((422, "PAPER_KIND_REFUSED"), Told(await Desk.PutAsync(desk.Maker.Client, url, "<script>"u8.ToArray(), "application/pdf")));
        Assert.Equal((422, "PAPER_TOO_LARGE"), Told(await Desk.PutAsync(desk.Maker.Client, url, new byte[(10 << 20) + 1])));
        Assert.Equal((422, "PDF_ACTIVE"), Told(await Desk.PutAsync(desk.Maker.Client, url, Papers.PdfWith("/OpenAction << /S /JavaScript /JS (1) >>"))));
        Assert.False(Directory.Exists(Path.Combine(_app.DataDirectory, "files", "evidence")));
        Assert.Equal(201, (await Desk.PutAsync(desk.Maker.Client, url, Papers.Pdf())).Status);
        Assert.Equal((422, "UPLOAD_USED"), Told(await Desk.PutAsync(desk.Maker.Client, url, Papers.Pdf(2))));
        Assert.Equal((404, "LINK_NOT_VALID"), Told(await Desk.PutAsync(desk.Maker.Client, url + "x", Papers.Pdf())));

        var again = await desk.Maker.DoAsync("requestEvidenceUpload", Desk.Details(requestKey: "k1"), "url");
        Assert.Equal((0, null), (again["problems"]!.AsArray().Count, (string?)again["url"]));
        Assert.Equal(["KEY_USED_BEFORE"], await desk.Maker.ProblemsAsync("requestEvidenceUpload", Desk.Details(title: "Khác", requestKey: "k1")));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_app.DataDirectory, "files", "evidence")));
        _app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal((404, "LINK_NOT_VALID"), Told(await Desk.PutAsync(desk.Maker.Client, url, Papers.Pdf())));
    }

    [Fact]
    public async Task Every_fault_has_its_field_and_the_longest_words_still_fit_into_the_address()
    {
        var desk = await Desk.OpenAsync(_app);
        var refused = await desk.Maker.DoAsync("requestEvidenceUpload", new { kind = "ISO", title = "", issuedBy = "x\u0001", issuedOn = "2026-12-01", expiresOn = "2026-01-01" });
        Assert.Equal(["title", "issuedBy", "issuedOn", "expiresOn"], refused["problems"]!.AsArray().Select(problem => (string)problem!["path"]![0]!));
        Assert.Equal(["NOTHING_THERE"], await desk.Maker.ProblemsAsync("requestEvidenceUpload", Desk.Details(listing: "x")));

        var longest = new { kind = "ISO", title = new string('ế', 200), number = new string('ệ', 64), issuedBy = new string('ử', 200), issuedOn = "2026-01-10", requestKey = new string('k', 64) };
        Assert.InRange(((string)(await desk.Maker.DoAsync("requestEvidenceUpload", longest, "url"))["url"]!).Length, 1, 4000);
        await desk.SentAsync(longest);
    }

    [Fact]
    public async Task Lists_are_paged_and_those_of_a_listing_hold_only_its_own()
    {
        var desk = await Desk.OpenAsync(_app);
        var of = await desk.SentAsync(Desk.Details(desk.Listing, title: "Một"));
        var second = await desk.SentAsync(Desk.Details(title: "Hai"));
        var third = await desk.SentAsync(Desk.Details(title: "Ba"));

        var page = (await desk.Maker.DataAsync("{ workspace { evidence(first: 2) { nodes { id product } hasNextPage endCursor } } }"))["workspace"]!["evidence"]!;
        Assert.Equal([third, second], page["nodes"]!.AsArray().Select(node => (string)node!["id"]!));
        var rest = (await desk.Maker.DataAsync($$"""{ workspace { evidence(first: 2, after: "{{(string)page["endCursor"]!}}") { nodes { id } hasNextPage } } }"""))["workspace"]!["evidence"]!;
        Assert.Equal((of, false), ((string?)Assert.Single(rest["nodes"]!.AsArray())!["id"], (bool)rest["hasNextPage"]!));
        var its = (await desk.Maker.DataAsync($$"""{ workspace { evidence(listing: "{{desk.Listing}}") { nodes { id product } } } }"""))["workspace"]!["evidence"]!;
        Assert.Equal(of, (string?)Assert.Single(its["nodes"]!.AsArray())!["id"]);
        Assert.NotNull((string?)its["nodes"]![0]!["product"]);
        var queue = (await desk.Officer.DataAsync($$"""{ evidenceQueue(first: 1, after: "{{of}}") { total page { nodes { id } hasNextPage } } }"""))["evidenceQueue"]!;
        Assert.Equal((3, second, true), ((int)queue["total"]!, (string?)queue["page"]!["nodes"]![0]!["id"], (bool)queue["page"]!["hasNextPage"]!));
    }

    [Fact]
    public async Task Papers_of_many_products_take_no_statement_of_their_own_and_one_of_the_workshop_stands_at_each()
    {
        var desk = await Desk.OpenAsync(_app);
        await desk.AcceptedAsync(Desk.Details(desk.Listing, title: "Của sản phẩm"));
        await desk.AcceptedAsync(Desk.Details(kind: "HACCP", title: "Của cơ sở"));
        Assert.Equal(["Của cơ sở", "Của sản phẩm"], (await ShownAsync(desk)).Select(one => (string)one!["title"]!).Order(StringComparer.Ordinal));

        foreach (var size in new[] { 5, 40 })
        {
            Assert.Equal(await StatementsAsync("slug producer { slug }"), await StatementsAsync("slug producer { slug } evidence { title }"));

            async Task<int> StatementsAsync(string fields)
            {
                _app.Services.GetRequiredService<CatalogueCache>().ForgetAll();
                _app.Sql.Clear();
                await _app.DataAsync($$"""{ products(first: {{size}}) { nodes { {{fields}} } } }""");
                return _app.Sql.Statements.Count;
            }
        }
    }

    public void Dispose() => _app.Dispose();

    private static (int Status, string? Code) Told((int Status, JsonNode Answer) answer) => (answer.Status, (string?)answer.Answer["problems"]![0]!["code"]);

    private static object Changed(string evidence, int version, string title) =>
        new { evidence, version, kind = "ORGANIC", title, issuedBy = "Vinacert", issuedOn = "2026-01-10", expiresOn = "2027-01-09" };

    private async Task<JsonArray> ShownAsync(Desk desk)
    {
        await _app.CaughtUpAsync();
        return (await _app.DataAsync($$"""{ product(slug: "{{desk.Slug}}") { evidence { kind title number issuedBy issuedOn expiresOn grade file { url } } } }"""))["product"]!["evidence"]!.AsArray();
    }

    private static async Task<string> OrganicDraftAsync(Desk desk) =>
        (string)(await desk.Maker.DoAsync("saveListing", new { name = new { vi = "Dừa hữu cơ nhà Năm" } }, "listing { id }"))["listing"]!["id"]!;

    private static async Task<string?> BackedByAsync(Desk desk, string listing) =>
        (string?)Assert.Single((await desk.Maker.DataAsync($$"""{ workspace { listing(id: "{{listing}}") { claims { backedBy } } } }"""))["workspace"]!["listing"]!["claims"]!.AsArray())!["backedBy"];
}
