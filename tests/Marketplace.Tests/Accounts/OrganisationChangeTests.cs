using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Marketplace.Core.Accounts;

namespace Marketplace.Tests.Accounts;

/// <summary>An organisation changes what it says of itself and takes invitations back; the office sees everything that was done.</summary>
public sealed partial class OrganisationChangeTests : IDisposable
{
    private readonly MarketplaceApp _app = new() { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;

    public OrganisationChangeTests() => _people = new People(_app);

    [Fact]
    public async Task New_papers_are_looked_at_again_and_a_new_district_alone_is_not()
    {
        var (organisation, owner) = await CompanyAsync();
        var officer = await _people.OfficerAsync();
        await officer.DoAsync("verifyOrganisation", new { organisation });
        Assert.Equal("VERIFIED", await StateAsync(owner));

        await ChangeAsync(owner, new { version = await VersionAsync(owner), name = "Công ty Cọ Dừa", districtCode = "ba-tri" });
        Assert.Equal("VERIFIED", await StateAsync(owner));
        await ChangeAsync(owner, new { version = await VersionAsync(owner), name = "Công ty Cọ Dừa", taxCode = "1300123456", districtCode = "ba-tri" });
        Assert.Equal("UNVERIFIED", await StateAsync(owner));

        var log = (await officer.DataAsync($$"""{ auditLog(subject: "{{organisation}}") { nodes { action who before after } } }"""))["auditLog"]!["nodes"]!.AsArray();
        Assert.Equal(["changeOrganisation", "changeOrganisation", "verifyOrganisation"], log.Select(entry => (string)entry!["action"]!));
        Assert.Contains("1300123456", (string)log[0]!["after"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("1300123456", (string)log[0]!["before"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_it_at_once_do_not_overwrite_each_other_and_every_fault_has_its_field()
    {
        var (_, owner) = await CompanyAsync();
        var version = await VersionAsync(owner);
        await ChangeAsync(owner, new { version, name = "Công ty Cọ Dừa Mới" });

        Assert.Equal(["CHANGED_MEANWHILE"], await owner.ProblemsAsync("changeOrganisation", new { version, name = "Công ty khác" }));
        var wrong = await owner.DoAsync("changeOrganisation", new { version = version + 1, name = "X", taxCode = "12" });
        Assert.Equal(["name", "taxCode"], wrong["problems"]!.AsArray().Select(problem => (string)problem!["path"]![0]!));
        Assert.Equal(["districtCode"], (await owner.DoAsync("changeOrganisation", new { version = version + 1, name = "Công ty", districtCode = "sao-hoa" }))["problems"]![0]!["path"]!.AsArray().Select(part => (string)part!));
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_opens_nothing()
    {
        var (_, owner) = await CompanyAsync();
        await owner.DoAsync("inviteMember", new { email = "moi@example.com", role = "EDITOR" });
        var secret = Secret().Match((await _people.LetterAsync("moi@example.com")).Text).Groups["secret"].Value;
        var invitation = (string)(await owner.DataAsync("{ viewer { actingFor { organisation { invitations { id } } } } }"))["viewer"]!["actingFor"]!["organisation"]!["invitations"]![0]!["id"]!;
        var stranger = (await CompanyAsync()).Owner;
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("withdrawInvitation", new { invitation }));

        var left = await owner.DoAsync("withdrawInvitation", new { invitation }, "organisation { invitations { id } }");

        Assert.Empty(left["organisation"]!["invitations"]!.AsArray());
        Assert.Equal(["LINK_NOT_VALID"], await (await _people.RegisterAsync("moi@example.com")).ProblemsAsync("acceptInvitation", new { secret }));
    }

    [Fact]
    public async Task The_audit_is_read_page_by_page_the_newest_first()
    {
        var (organisation, owner) = await CompanyAsync();
        for (var i = 0; i < 5; i++)
        {
            await ChangeAsync(owner, new { version = await VersionAsync(owner), name = $"Công ty số {i}" });
        }

        var officer = await _people.OfficerAsync();
        var first = await PageAsync($"subject: \"{organisation}\", first: 2");
        var second = await PageAsync($"subject: \"{organisation}\", first: 3, after: \"{(string)first["endCursor"]!}\"");

        Assert.Equal([(4, true), (2, false)], [(Last(first, 0), (bool)first["hasNextPage"]!), (Last(second, 0), (bool)second["hasNextPage"]!)]);
        Assert.Empty((await PageAsync("subject: \"x\""))["nodes"]!.AsArray());

        async Task<JsonNode> PageAsync(string arguments) => (await officer.DataAsync($$"""{ auditLog({{arguments}}) { nodes { after } hasNextPage endCursor } }"""))["auditLog"]!;
        static int Last(JsonNode page, int at) => ((string)page["nodes"]![at]!["after"]!).Split("Công ty số ")[1][0] - '0';
    }

    public void Dispose() => _app.Dispose();

    private async Task ChangeAsync(Browser owner, object input)
    {
        _people.Later();
        Assert.Empty(await owner.ProblemsAsync("changeOrganisation", input));
    }

    private static async Task<JsonNode> OrganisationAsync(Browser owner) =>
        (await owner.DataAsync("{ viewer { actingFor { organisation { version identityStatus } } } }"))["viewer"]!["actingFor"]!["organisation"]!;

    private static async Task<int> VersionAsync(Browser owner) => (int)(await OrganisationAsync(owner))["version"]!;

    private static async Task<string?> StateAsync(Browser owner) => (string?)(await OrganisationAsync(owner))["identityStatus"];

    private async Task<(string Id, Browser Owner)> CompanyAsync()
    {
        var organisation = await _people.OrganisationAsync(OrganisationKind.Buyer, "Công ty Cọ Dừa");
        return (Api.GlobalId.Encode("Organisation", organisation), await _people.MemberAsync(organisation));
    }

    [GeneratedRegex(@"\?secret=(?<secret>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
