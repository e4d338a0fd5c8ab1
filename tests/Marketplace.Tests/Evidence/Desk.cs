using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Evidence;

/// <summary>A producer with a product that is shown, which sends papers; and an officer.</summary>
internal sealed class Desk
{
    public const string Fields = "evidence { id version state grade reason over title file { url contentType length sha256 } }";
    private const string MakerMail = "chu-hang@example.com";

    public required People People { get; init; }

    public required Guid Organisation { get; init; }

    public required Browser Maker { get; init; }

    public required Browser Officer { get; init; }

    /// <summary>The one product's id as a listing, and its name in addresses.</summary>
    public required string Listing { get; init; }

    public required string Slug { get; init; }

    public Task<OutgoingLetter> LetterAsync() => People.LetterAsync(MakerMail);

    public static async Task<Desk> OpenAsync(MarketplaceApp app)
    {
        var people = new People(app);
        (Guid Producer, Guid Id, string Slug) product = (default, default, "");
        await app.WithAsync(async db =>
        {
            var found = await db.Products.Where(product => product.ProducerId != null && !db.Organisations.Any(organisation => organisation.ProducerId == product.ProducerId)).OrderBy(product => product.Slug).FirstAsync(TestContext.Current.CancellationToken);
            product = (found.ProducerId.GetValueOrDefault(), found.Id, found.Slug);
        });
        var organisation = await people.OrganisationAsync(OrganisationKind.Producer, "Cơ sở Năm Dừa", product.Producer);
        return new()
        {
            People = people,
            Organisation = organisation,
            Maker = await people.MemberAsync(organisation, MemberRole.Editor, email: MakerMail),
            Officer = await people.OfficerAsync(),
            Listing = Api.GlobalId.Encode("Listing", product.Id),
            Slug = product.Slug,
        };
    }

    /// <summary>The same desk after so long a time that everybody has to sign in anew.</summary>
    public async Task<Desk> AgainAsync() => new()
    {
        People = People,
        Organisation = Organisation,
        Maker = await People.MemberAsync(Organisation),
        Officer = await People.OfficerAsync(),
        Listing = Listing,
        Slug = Slug,
    };

    public static object Details(string? listing = null, string kind = "ORGANIC", string title = "Chứng nhận hữu cơ", string? expiresOn = "2027-01-09", string? requestKey = null) =>
        new { listing, kind, title, number = "HC-12", issuedBy = "Vinacert", issuedOn = "2026-01-10", expiresOn, requestKey };

    /// <summary>Sends the bytes to an upload's address.</summary>
    public static async Task<(int Status, JsonNode Answer)> PutAsync(HttpClient client, string url, byte[] file, string type = "application/octet-stream")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await client.PutAsync(new Uri(url, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!);
    }

    /// <summary>A paper that waits: its id.</summary>
    public async Task<string> SentAsync(object? details = null, byte[]? file = null, Browser? sender = null)
    {
        People.Later();
        var asked = await (sender ?? Maker).DoAsync("requestEvidenceUpload", details ?? Details(), "url");
        Assert.Empty(asked["problems"]!.AsArray());
        var (status, answer) = await PutAsync(Maker.Client, (string)asked["url"]!, file ?? Papers.Pdf());
        Assert.Equal((201, 0), (status, answer["problems"]!.AsArray().Count));
        return (string)answer["evidence"]!;
    }

    /// <summary>A paper that an officer has accepted.</summary>
    public async Task<JsonNode> AcceptedAsync(object? details = null, byte[]? file = null, string grade = "A")
    {
        var id = await SentAsync(details, file);
        People.Later();
        var reviewed = await Officer.DoAsync("reviewEvidence", new { evidence = id, version = 0, grade }, Fields);
        Assert.Empty(reviewed["problems"]!.AsArray());
        return reviewed["evidence"]!;
    }

    public async Task<JsonNode> OwnAsync(string id) => (await Maker.DataAsync($$"""{ workspace { evidenceFile(id: "{{id}}") { id version state grade reason over title product file { url contentType length sha256 } } } }"""))["workspace"]!["evidenceFile"]!;

    public async Task<string> UrlOfAsync(string id) => (string)(await OwnAsync(id))["file"]!["url"]!;
}
