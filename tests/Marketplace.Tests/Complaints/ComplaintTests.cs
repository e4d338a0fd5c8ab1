using System.Text.Json.Nodes;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Complaints;

/// <summary>Somebody complains, the office answers in time and takes out of sight what must not be seen.</summary>
public sealed class ComplaintTests : IDisposable
{
    private const string Text = "Nhãn ghi 4 sao nhưng giấy đã bị thu hồi từ tháng 9.";

    private readonly MarketplaceApp _app = new() { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;

    public ComplaintTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-27", 1, "2026-11-30")]
    [InlineData("2026-11-22", 5, "2026-11-27")]
    [InlineData("2026-11-25", 15, "2026-12-16")]
    public void Saturdays_and_Sundays_are_no_working_days(string day, int days, string end) =>
        Assert.Equal(DateOnly.ParseExact(end, "yyyy-MM-dd"), DateOnly.ParseExact(day, "yyyy-MM-dd").AddWorkingDays(days));

    [Theory]
    [InlineData("DANGER", "2026-11-23")]
    [InlineData("STARS", "2026-11-27")]
    [InlineData("INFORMATION", "2026-12-11")]
    public async Task Anybody_complains_and_is_told_when_the_answer_comes(string about, string answerBy)
    {
        var (id, _) = await ProductAsync();
        var filed = await _people.Browser().DoAsync("fileComplaint", new { about, product = id, name = "Trần Văn Bưởi", email = "buoi@example.com", text = Text, requestKey = "k1" }, "reference answerBy");
        var again = await _people.Browser().DoAsync("fileComplaint", new { about, product = id, name = "Trần Văn Bưởi", email = "buoi@example.com", text = Text, requestKey = "k1" }, "reference answerBy");

        Assert.Equal(answerBy, (string?)filed["answerBy"]);
        Assert.Equal(filed.ToJsonString(), again.ToJsonString());
        var letter = Assert.Single(await _people.LettersAsync("buoi@example.com"));
        Assert.Contains((string)filed["reference"]!, letter.Subject, StringComparison.Ordinal);
        Assert.Contains(Text, letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_complaint_has_its_field()
    {
        var refused = await _people.Browser().DoAsync("fileComplaint", new { about = "STARS", product = "x", name = " ", email = "không phải thư", text = "Sai." });

        Assert.Equal(["name", "email", "text", "product"], refused["problems"]!.AsArray().Select(problem => (string)problem!["path"]![0]!));
    }

    [Fact]
    public async Task The_office_sees_the_most_urgent_first_and_answers_each_once()
    {
        await FileAsync("INFORMATION", "mot@example.com");
        await FileAsync("DANGER", "hai@example.com");
        await FileAsync("STARS", "ba@example.com");
        var officer = await _people.OfficerAsync();
        var first = await PageAsync(officer, "first: 2");
        Assert.Equal([("DANGER", "hai@example.com"), ("STARS", "ba@example.com")], first["nodes"]!.AsArray().Select(line => ((string)line!["about"]!, (string)line["email"]!)));
        Assert.Equal("INFORMATION", (string?)(await PageAsync(officer, $"first: 2, after: \"{(string)first["endCursor"]!}\""))["nodes"]![0]!["about"]);
        var complaint = (string)first["nodes"]![0]!["id"]!;

        Assert.Equal(["INVALID_VALUE"], await officer.ProblemsAsync("answerComplaint", new { complaint, answer = " " }));
        _people.Later();
        Assert.Empty(await officer.ProblemsAsync("answerComplaint", new { complaint, answer = "Hàng đã được gỡ khỏi chợ." }));

        Assert.Equal(["COMPLAINT_ANSWERED"], await officer.ProblemsAsync("answerComplaint", new { complaint, answer = "Lần nữa." }));
        Assert.Contains("Hàng đã được gỡ khỏi chợ.", (await _people.LetterAsync("hai@example.com")).Text, StringComparison.Ordinal);
        Assert.Equal("hai@example.com", (string?)Assert.Single((await PageAsync(officer, "answered: true"))["nodes"]!.AsArray())!["email"]);
        _app.Clock.Advance(TimeSpan.FromDays(6));
        var late = await PageAsync(await _people.OfficerAsync(), "first: 5");
        Assert.Equal([("STARS", true), ("INFORMATION", false)], late["nodes"]!.AsArray().Select(line => ((string)line!["about"]!, (bool)line["overdue"]!)));
    }

    [Fact]
    public async Task A_product_that_is_taken_down_is_seen_nowhere_and_its_maker_cannot_show_it_again()
    {
        var (product, producer) = await ProductAsync();
        var organisation = await _people.OrganisationAsync(OrganisationKind.Producer, "Chủ hàng", producer);
        var maker = await _people.MemberAsync(organisation, email: "chu-hang@example.com");
        var officer = await _people.OfficerAsync();
        var slug = (string)(await _app.DataAsync($$"""{ node(id: "{{product}}") { ... on Product { slug } } }"""))["node"]!["slug"]!;

        Assert.Empty(await officer.ProblemsAsync("takeDownProduct", new { product, ground = "MISLEADING", reason = "Nhãn ghi sao mà không có giấy." }));

        await _app.CaughtUpAsync();
        Assert.Null((await _app.DataAsync($$"""{ product(slug: "{{slug}}") { slug } }"""))["product"]);
        Assert.Equal(["TAKEN_DOWN_ALREADY"], await officer.ProblemsAsync("takeDownProduct", new { product, ground = "MISLEADING", reason = "Lần nữa." }));
        Assert.Contains("Nhãn ghi sao mà không có giấy.", (await _people.LetterAsync("chu-hang@example.com")).Text, StringComparison.Ordinal);
        var listing = (await maker.DataAsync($$"""{ workspace { listings(first: 100) { nodes { id slug version takedownReason allowed } } } }"""))["workspace"]!["listings"]!["nodes"]!.AsArray().Single(one => (string)one!["slug"]! == slug)!;
        Assert.Equal("Nhãn ghi sao mà không có giấy.", (string?)listing["takedownReason"]);
        await maker.ProblemsAsync("resumeListing", new { listing = (string)listing["id"]!, version = (int)listing["version"]! });
        await _app.CaughtUpAsync();
        Assert.Null((await _app.DataAsync($$"""{ product(slug: "{{slug}}") { slug } }"""))["product"]);

        Assert.Equal("Nhãn ghi sao mà không có giấy.", (string?)Assert.Single((await officer.DataAsync("{ takedowns { productId reason } }"))["takedowns"]!.AsArray())!["reason"]);
        _people.Later();
        Assert.Empty(await officer.ProblemsAsync("putBackProduct", new { product, reason = "Nhãn đã được sửa." }));

        await _app.CaughtUpAsync();
        Assert.Equal(slug, (string?)(await _app.DataAsync($$"""{ product(slug: "{{slug}}") { slug } }"""))["product"]?["slug"]);
        Assert.Equal(["NOT_TAKEN_DOWN"], await officer.ProblemsAsync("putBackProduct", new { product, reason = "Lần nữa." }));
        await _app.WithAsync(async db => Assert.Equal(["takeDownProduct", "putBackProduct"], await db.Audit.Where(entry => entry.Subject == "Product").OrderBy(entry => entry.At).Select(entry => entry.Action).ToListAsync(Stop)));
    }

    public void Dispose() => _app.Dispose();

    private static async Task<JsonNode> PageAsync(Browser officer, string arguments) =>
        (await officer.DataAsync($$"""{ complaints({{arguments}}) { nodes { id about email overdue } endCursor } }"""))["complaints"]!;

    private async Task FileAsync(string about, string email) =>
        Assert.Empty(await _people.Browser().ProblemsAsync("fileComplaint", new { about, name = "Trần Văn Bưởi", email, text = Text }));

    /// <summary>A product of a maker without an organisation.</summary>
    private async Task<(string Id, Guid Producer)> ProductAsync()
    {
        (string, Guid) found = default;
        await _app.WithAsync(async db =>
        {
            var product = await db.Products.Where(product => product.ProducerId != null && !db.Organisations.Any(organisation => organisation.ProducerId == product.ProducerId)).OrderBy(product => product.Slug).FirstAsync(Stop);
            found = (Api.GlobalId.Encode("Product", product.Id), product.ProducerId!.Value);
        });
        return found;
    }
}
