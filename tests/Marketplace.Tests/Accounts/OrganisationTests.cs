using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Marketplace.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts;

/// <summary>Organisations, their members and for whom somebody acts, over HTTP.</summary>
public sealed partial class OrganisationTests : IDisposable
{
    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;

    public OrganisationTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_registers_a_co_operative_owns_it_and_acts_for_it()
    {
        var browser = await _people.RegisterAsync("dua@example.com");

        await browser.DoAsync("createOrganisation", new { kind = "PRODUCER", name = "  Hợp tác xã   Dừa Xanh ", form = "COOPERATIVE", taxCode = "1300 123 456", districtCode = "ba-tri" });

        var acting = await ActingForAsync(browser);
        Assert.Equal(("Hợp tác xã Dừa Xanh", "OWNER", "UNVERIFIED", "1300123456"), ((string?)acting!["organisation"]!["name"], (string?)acting["role"], (string?)acting["organisation"]!["identityStatus"], (string?)acting["organisation"]!["taxCode"]));
        await _app.WithAsync(async db => Assert.Equal(("Lê Thị Dừa", "createOrganisation"), await db.Audit.Select(entry => new ValueTuple<string, string>(entry.Who, entry.Action)).SingleAsync(Stop)));
        await _app.WithAsync(async db => Assert.Contains("\"Kind\":\"Producer\",\"Name\":", (await db.Audit.SingleAsync(Stop)).After, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PRODUCER", "X", "COOPERATIVE", null, "name")]
    [InlineData("PRODUCER", "Dừa Xanh", null, null, "form")]
    [InlineData("BUYER", "Dừa Xanh", null, "12345", "taxCode")]
    [InlineData("PROGRAMME_OFFICE", "Văn phòng giả", null, null, "kind")]
    public async Task What_is_wrong_with_an_organisation_is_said_of_its_field(string kind, string name, string? form, string? taxCode, string field)
    {
        var browser = await _people.MemberAsync(organisation: null);

        var problem = Assert.Single((await browser.DoAsync("createOrganisation", new { kind, name, form, taxCode }))["problems"]!.AsArray())!;

        Assert.Equal(field, (string?)problem["path"]![0]);
    }

    [Fact]
    public async Task The_same_request_key_makes_one_organisation_and_another_wish_is_refused()
    {
        var browser = await _people.MemberAsync(organisation: null);
        var input = new { kind = "BUYER", name = "Công ty Cọ Dừa", requestKey = "k1" };

        var first = await browser.DoAsync("createOrganisation", input, "organisation { id }");
        var again = await browser.DoAsync("createOrganisation", input, "organisation { id }");

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(["KEY_USED_BEFORE"], await browser.ProblemsAsync("createOrganisation", new { kind = "BUYER", name = "Khác", requestKey = "k1" }));
        await _app.WithAsync(async db => Assert.Equal(1, await db.Organisations.CountAsync(organisation => organisation.Name == "Công ty Cọ Dừa", Stop)));
    }

    [Fact]
    public async Task Somebody_of_two_organisations_says_for_whom_and_sees_it()
    {
        var (first, second) = (await _people.OrganisationAsync(OrganisationKind.Producer, "A"), await _people.OrganisationAsync(OrganisationKind.Distributor, "B"));
        var account = Guid.CreateVersion7(_app.Clock.GetUtcNow());
        await _people.MemberAsync(organisation: null);
        var browser = await JoinBothAsync(first, second, account);
        Assert.Null(await ActingForAsync(browser));
        var memberships = (await browser.DataAsync("{ viewer { memberships { organisation { id name } } } }"))["viewer"]!["memberships"]!.AsArray();
        Assert.Equal(["A", "B"], memberships.Select(membership => (string?)membership!["organisation"]!["name"]));

        Assert.Empty(await browser.ProblemsAsync("actFor", new { organisation = (string)memberships[1]!["organisation"]!["id"]! }));

        Assert.Equal("B", (string?)(await ActingForAsync(browser))!["organisation"]!["name"]);
    }

    [Fact]
    public async Task Nobody_acts_for_an_organisation_of_others()
    {
        var theirs = await _people.OrganisationAsync(OrganisationKind.Producer, "Của người khác");
        var browser = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer, "Của tôi"));

        Assert.Equal(["NOTHING_THERE"], await browser.ProblemsAsync("actFor", new { organisation = Api.GlobalId.Encode("Organisation", theirs) }));
        Assert.Equal("Của tôi", (string?)(await ActingForAsync(browser))!["organisation"]!["name"]);
    }

    [Fact]
    public async Task Who_is_invited_joins_by_the_letter_and_nobody_else_does()
    {
        var owner = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, "Tổ dừa sáp"));
        await owner.DoAsync("inviteMember", new { email = "moi@example.com", role = "EDITOR" });
        var secret = Secret().Match((await _people.LetterAsync("moi@example.com")).Text).Groups["secret"].Value;

        Assert.Equal(["INVITED_SOMEBODY_ELSE"], await (await _people.RegisterAsync("khac@example.com")).ProblemsAsync("acceptInvitation", new { secret }));
        var invited = await _people.RegisterAsync("moi@example.com");
        Assert.Empty(await invited.ProblemsAsync("acceptInvitation", new { secret }));

        Assert.Equal(("Tổ dừa sáp", "EDITOR"), ((string?)(await ActingForAsync(invited))!["organisation"]!["name"], (string?)(await ActingForAsync(invited))!["role"]));
        Assert.Equal(["LINK_NOT_VALID"], await invited.ProblemsAsync("acceptInvitation", new { secret }));
        var members = (await owner.DataAsync("{ viewer { actingFor { organisation { members { name role } invitations { email } } } } }"))["viewer"]!["actingFor"]!["organisation"]!;
        Assert.Equal(2, members["members"]!.AsArray().Count);
        Assert.Empty(members["invitations"]!.AsArray());
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_with_the_next_request()
    {
        var organisation = await _people.OrganisationAsync(OrganisationKind.Producer);
        var owner = await _people.MemberAsync(organisation);
        var other = await _people.MemberAsync(organisation, MemberRole.Owner);
        var members = (await owner.DataAsync("{ viewer { actingFor { organisation { members { id email } } } } }"))["viewer"]!["actingFor"]!["organisation"]!["members"]!.AsArray();
        var email = (string?)(await other.DataAsync("{ viewer { email } }"))["viewer"]!["email"];
        var id = (string)members.Single(member => (string?)member!["email"] == email)!["id"]!;

        Assert.Empty(await owner.ProblemsAsync("changeMember", new { member = id, role = "VIEWER" }));
        var refused = await other.AskAsync("""mutation { inviteMember(input: { email: "x@example.com", role: VIEWER }) { problems { code } } }""");
        Assert.Equal("FORBIDDEN", (string?)refused["errors"]![0]!["extensions"]!["code"]);

        Assert.Empty(await owner.ProblemsAsync("changeMember", new { member = id }));
        Assert.Null(await ActingForAsync(other));
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        var owner = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer));
        var id = (string)(await owner.DataAsync("{ viewer { actingFor { organisation { members { id } } } } }"))["viewer"]!["actingFor"]!["organisation"]!["members"]![0]!["id"]!;

        Assert.Equal(["LAST_OWNER"], await owner.ProblemsAsync("changeMember", new { member = id }));
        Assert.Equal(["LAST_OWNER"], await owner.ProblemsAsync("changeMember", new { member = id, role = "EDITOR" }));
    }

    public void Dispose() => _app.Dispose();

    private static async Task<JsonNode?> ActingForAsync(Browser browser) =>
        (await browser.DataAsync("{ viewer { actingFor { role organisation { name identityStatus taxCode } } } }"))["viewer"]!["actingFor"];

    private async Task<Browser> JoinBothAsync(Guid first, Guid second, Guid account)
    {
        await _app.WithAsync(async db =>
        {
            db.Accounts.Add(new() { Id = account, Name = "Hai nơi", Email = "hai@example.com", UserName = "hai@example.com", NormalizedEmail = "HAI@EXAMPLE.COM", NormalizedUserName = "HAI@EXAMPLE.COM", EmailConfirmed = true, SecurityStamp = "stamp", CreatedAt = DateTime.UnixEpoch });
            await db.SaveChangesAsync(Stop);
        });
        await _people.MemberAsync(first, MemberRole.Editor, account);
        return await _people.MemberAsync(second, MemberRole.Viewer, account);
    }

    [GeneratedRegex(@"\?secret=(?<secret>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
