using System.Net;
using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Data.PersonalData;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Evidence;

/// <summary>Who gets a paper's file, how it is handed out, and what is told to everybody else: nothing.</summary>
public sealed class EvidenceAccessTests : IDisposable
{
    private readonly MarketplaceApp _app = new() { Given = [("Accounts:AttemptsPerMinute", "0")] };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_that_waits_is_its_organisations_and_the_officers_alone()
    {
        var desk = await Desk.OpenAsync(_app);
        var url = await desk.UrlOfAsync(await desk.SentAsync());
        var (people, office) = (desk.People, await desk.People.OfficeAsync());
        var stranger = await people.OrganisationAsync(OrganisationKind.Producer, "Người lạ");

        foreach (var allowed in new[]
        {
            desk.Maker, desk.Officer, await people.MemberAsync(desk.Organisation, MemberRole.Viewer),
            await people.MachineOfAsync(desk.Organisation, "LISTINGS"), await people.MachineOfAsync(office, "OFFICE"),
        })
        {
            using var answer = await allowed.Client.GetAsync(new Uri(url, UriKind.Relative), Stop);
            Assert.Equal((HttpStatusCode.OK, "no-store, private"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
            Assert.Equal(Papers.Pdf(), await answer.Content.ReadAsByteArrayAsync(Stop));
        }

        var unknown = await BodyAsync(people.Browser(), $"/evidence/{Guid.CreateVersion7(DateTimeOffset.UnixEpoch):N}");
        foreach (var refused in new[]
        {
            people.Browser(), await people.MemberAsync(organisation: null), await people.MemberAsync(stranger), await people.MemberAsync(office, MemberRole.Viewer),
            await people.MachineOfAsync(desk.Organisation, "STOCK"), await people.MachineOfAsync(stranger, "LISTINGS"), Forged(),
        })
        {
            Assert.Equal(unknown, await BodyAsync(refused, url));
        }

        Browser Forged()
        {
            var client = _app.CreateClient();
            client.DefaultRequestHeaders.Authorization = new("Bearer", "x");
            return new(client);
        }
    }

    [Fact]
    public async Task An_accepted_paper_is_everybodys_until_its_last_day_and_never_runs_anything()
    {
        var desk = await Desk.OpenAsync(_app);
        var accepted = await desk.AcceptedAsync(Desk.Details(title: "Chứng nhận \"hữu cơ\"\\.html"));
        var url = (string)accepted["file"]!["url"]!;

        using (var answer = await desk.People.Browser().Client.GetAsync(new Uri(url, UriKind.Relative), Stop))
        {
            Assert.Equal((HttpStatusCode.OK, "application/pdf", "no-cache", "nosniff"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), answer.Headers.CacheControl?.ToString(), answer.Headers.GetValues("X-Content-Type-Options").Single()));
            Assert.Equal("attachment; filename=chung-nhan-huu-co-html.pdf; filename*=UTF-8''chung-nhan-huu-co-html.pdf", answer.Content.Headers.ContentDisposition?.ToString());
            Assert.Contains("default-src 'none'; sandbox;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal($"\"{(string)accepted["file"]!["sha256"]!}\"", answer.Headers.ETag?.ToString());
        }

        _app.Clock.Advance(TimeSpan.FromDays(48));
        Assert.Equal(HttpStatusCode.OK, (await BodyAsync(desk.People.Browser(), url)).Status);
        _app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.NotFound, (await BodyAsync(desk.People.Browser(), url)).Status);
        Assert.Equal(HttpStatusCode.OK, (await BodyAsync(await desk.People.MemberAsync(desk.Organisation), url)).Status);
    }

    [Fact]
    public async Task A_picture_may_be_looked_at_where_it_is()
    {
        var desk = await Desk.OpenAsync(_app);
        var accepted = await desk.AcceptedAsync(file: Pictures.Samples.Png(800, 600));

        using var answer = await desk.People.Browser().Client.GetAsync(new Uri((string)accepted["file"]!["url"]!, UriKind.Relative), Stop);

        Assert.Equal(("image/jpeg", "inline; filename=\"chung-nhan-huu-co.jpg\""), (answer.Content.Headers.ContentType?.ToString(), answer.Content.Headers.ContentDisposition?.ToString()));
    }

    [Fact]
    public async Task A_paper_that_an_officer_gives_back_or_whose_product_is_taken_down_is_private_again()
    {
        var desk = await Desk.OpenAsync(_app);
        var (returned, down) = (await desk.AcceptedAsync(), await desk.AcceptedAsync(Desk.Details(desk.Listing)));
        var product = (string)(await _app.DataAsync($$"""{ product(slug: "{{desk.Slug}}") { id } }"""))["product"]!["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await BodyAsync(desk.People.Browser(), (string)returned["file"]!["url"]!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await BodyAsync(desk.People.Browser(), (string)down["file"]!["url"]!)).Status);

        Assert.Empty(await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = (string)returned["id"]!, version = (int)returned["version"]!, reason = "Giấy đã bị thu hồi." }));
        Assert.Empty(await desk.Officer.ProblemsAsync("takeDownProduct", new { product, ground = "MISLEADING", reason = "Nhãn sai." }));

        Assert.Equal(HttpStatusCode.NotFound, (await BodyAsync(desk.People.Browser(), (string)returned["file"]!["url"]!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await BodyAsync(desk.People.Browser(), (string)down["file"]!["url"]!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await BodyAsync(desk.Maker, (string)down["file"]!["url"]!)).Status);
    }

    [Fact]
    public async Task Another_producers_papers_are_nothing_to_anybody_else()
    {
        var desk = await Desk.OpenAsync(_app);
        var id = await desk.SentAsync(Desk.Details(desk.Listing));
        Guid entry = default;
        await _app.WithAsync(async db => entry = await db.Producers.Where(producer => !db.Organisations.Any(organisation => organisation.ProducerId == producer.Id)).OrderBy(producer => producer.Slug).Select(producer => producer.Id).FirstAsync(Stop));
        var stranger = await desk.People.MemberAsync(await desk.People.OrganisationAsync(OrganisationKind.Producer, "Người lạ", entry));

        Assert.Null((await stranger.DataAsync($$"""{ workspace { evidenceFile(id: "{{id}}") { title } } }"""))["workspace"]!["evidenceFile"]);
        Assert.Empty((await stranger.DataAsync($$"""{ workspace { evidence(listing: "{{desk.Listing}}") { nodes { id } } } }"""))["workspace"]!["evidence"]!["nodes"]!.AsArray());
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("requestEvidenceUpload", Desk.Details(desk.Listing)));
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("replaceEvidence", new { evidence = id, version = 0 }));
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("withdrawEvidence", new { evidence = id, version = 0 }));
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("changeEvidence", new { evidence = id, version = 0, kind = "ORGANIC", title = "Của tôi", issuedBy = "Tôi", issuedOn = "2026-01-10" }));
        Assert.Equal(["NOTHING_THERE"], await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = Api.GlobalId.Encode("Listing", entry), version = 0, grade = "A" }));
    }

    [Fact]
    public async Task An_officer_who_sent_a_paper_for_a_producer_does_not_accept_it_and_the_audit_names_both()
    {
        var desk = await Desk.OpenAsync(_app);
        var office = await desk.People.OfficeAsync();
        await desk.Officer.DoAsync("actFor", new { organisation = Id(office), onBehalfOf = Id(desk.Organisation) });
        var id = await desk.SentAsync(sender: desk.Officer);
        Assert.Equal(HttpStatusCode.OK, (await BodyAsync(desk.Officer, await desk.UrlOfAsync(id))).Status);
        await desk.Officer.DoAsync("actFor", new { organisation = Id(office) });

        Assert.Equal(["OWN_SUBMISSION"], await desk.Officer.ProblemsAsync("reviewEvidence", new { evidence = id, version = 0, grade = "A" }));
        Assert.Empty(await (await desk.People.OfficerAsync()).ProblemsAsync("reviewEvidence", new { evidence = id, version = 0, grade = "A" }));

        await _app.WithAsync(async db =>
        {
            var sent = await db.Audit.SingleAsync(entry => entry.Action == "sendEvidence", Stop);
            Assert.Equal((office, desk.Organisation), (sent.OrganisationId, sent.OnBehalfOfId));
        });

        static string Id(Guid organisation) => Api.GlobalId.Encode("Organisation", organisation);
    }

    [Fact]
    public async Task Whoever_sent_a_paper_finds_it_in_the_copy_of_their_data_and_leaves_it_to_the_organisation()
    {
        var desk = await Desk.OpenAsync(_app);
        var id = await desk.SentAsync();

        var copy = (string)(await desk.Maker.DataAsync("mutation { exportPersonalData { data } }"))["exportPersonalData"]!["data"]!;

        Assert.Equal("Chứng nhận hữu cơ", (string?)Assert.Single(JsonNode.Parse(copy)!["papers"]!.AsArray()));
        await _app.WithAsync(async db => await db.EraseAsync(await db.Accounts.SingleAsync(account => account.Email == "chu-hang@example.com", Stop), DateTime.UnixEpoch, Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await BodyAsync(desk.Maker, $"/evidence/{Key(id):N}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await BodyAsync(await desk.People.MemberAsync(desk.Organisation), $"/evidence/{Key(id):N}")).Status);

        static Guid Key(string id) => Api.GlobalId.TryDecode(id, "EvidenceFile", out var key) ? key : throw new InvalidOperationException("No paper's id.");
    }

    public void Dispose() => _app.Dispose();

    private static async Task<(HttpStatusCode Status, string Body)> BodyAsync(Browser browser, string url)
    {
        using var answer = await browser.Client.GetAsync(new Uri(url, UriKind.Relative), Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
