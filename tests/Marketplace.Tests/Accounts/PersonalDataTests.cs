using System.Text.Json.Nodes;
using Marketplace.Api.PersonalData;
using Marketplace.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts;

/// <summary>What people may ask for about their own data: consent, a copy, being forgotten; each with its clock.</summary>
public sealed class PersonalDataTests : IDisposable
{
    private readonly MarketplaceApp _app = new() { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;

    public PersonalDataTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_gets_an_account_without_agreeing_and_what_was_agreed_to_is_kept_with_its_words_and_time()
    {
        var refused = await _people.Browser().DoAsync("register", new { email = "nam@example.com", password = People.Password, name = "Năm", consents = new[] { "NEWS" } });
        Assert.Equal(["consents"], Assert.Single(refused["problems"]!.AsArray())!["path"]!.AsArray().Select(part => (string)part!));

        var person = await _people.RegisterAsync("nam@example.com");

        var asked = (await person.DataAsync("{ consentTexts { purpose text required } }"))["consentTexts"]!.AsArray();
        Assert.Equal([("ACCOUNT", true), ("NEWS", false)], asked.Select(text => ((string)text!["purpose"]!, (bool)text["required"]!)));
        var kept = Assert.Single((await ViewerAsync(person))["consents"]!.AsArray())!;
        Assert.Equal(("ACCOUNT", (string)asked[0]!["text"]!, null), ((string)kept["purpose"]!, (string)kept["text"]!, (string?)kept["withdrawnAt"]));
        Assert.StartsWith("2026-11-22T02:00:00", (string)kept["givenAt"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_is_given_and_withdrawn_and_both_stay_on_record()
    {
        var person = await _people.RegisterAsync("nam@example.com");
        Assert.Equal(["CONSENT_NEEDED"], await person.ProblemsAsync("changeConsent", new { purpose = "ACCOUNT", given = false }));

        await person.DoAsync("changeConsent", new { purpose = "NEWS", given = true });
        await person.DoAsync("changeConsent", new { purpose = "NEWS", given = true });
        _people.Later();
        await person.DoAsync("changeConsent", new { purpose = "NEWS", given = false });
        _people.Later();
        await person.DoAsync("changeConsent", new { purpose = "NEWS", given = true });

        var consents = (await ViewerAsync(person))["consents"]!.AsArray().Where(consent => (string)consent!["purpose"]! == "NEWS");
        Assert.Equal([true, false], consents.Select(consent => consent!["withdrawnAt"] is not null));
    }

    [Fact]
    public async Task A_person_gets_a_copy_of_everything_but_secrets()
    {
        var person = await _people.RegisterAsync("nam@example.com", "Nguyễn Văn Năm");
        await person.DoAsync("createOrganisation", new { kind = "BUYER", name = "Công ty Cọ Dừa" });
        _people.Later();

        var copy = JsonNode.Parse((string)(await person.DataAsync("mutation { exportPersonalData { data } }"))["exportPersonalData"]!["data"]!)!;

        Assert.Equal(("Nguyễn Văn Năm", "nam@example.com"), ((string?)copy["account"]!["name"], (string?)copy["account"]!["email"]));
        Assert.Equal("Công ty Cọ Dừa", (string?)copy["organisations"]![0]!["name"]);
        Assert.Equal(["createOrganisation", "exportPersonalData"], copy["deeds"]!.AsArray().Select(deed => (string)deed!["action"]!));
        Assert.Equal("EXPORT", ((string?)copy["requests"]![0]!["kind"])!.ToUpperInvariant());
        await _app.WithAsync(async db =>
        {
            var hash = await db.Accounts.Where(account => account.Email == "nam@example.com").Select(account => account.PasswordHash!).SingleAsync(Stop);
            Assert.DoesNotContain(hash, copy.ToJsonString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_is_after_a_week_and_what_was_done_stays_under_another_name()
    {
        var person = await _people.RegisterAsync("nam@example.com", "Nguyễn Văn Năm");
        await person.DoAsync("createOrganisation", new { kind = "BUYER", name = "Công ty Cọ Dừa" });
        await person.DoAsync("inviteMember", new { email = "nam@example.com", role = "VIEWER" });
        Assert.Equal(["WRONG_PASSWORD"], await person.ProblemsAsync("eraseAccount", new { currentPassword = "không phải câu này" }));

        _people.Later();
        var asked = await person.DoAsync("eraseAccount", new { currentPassword = People.Password }, "erasure { dueAt legalEnd }");

        Assert.StartsWith("2026-11-29", (string)asked["erasure"]!["dueAt"]!, StringComparison.Ordinal);
        Assert.StartsWith("2026-12-12", (string)asked["erasure"]!["legalEnd"]!, StringComparison.Ordinal);
        Assert.Contains("29/11/2026", (await _people.LetterAsync("nam@example.com")).Text, StringComparison.Ordinal);
        await AfterAsync(TimeSpan.FromDays(6));
        Assert.Equal("Nguyễn Văn Năm", await person.NameAsync());

        await AfterAsync(TimeSpan.FromDays(1));

        Assert.Null(await person.NameAsync());
        Assert.Equal(["SIGN_IN_FAILED"], await _people.Browser().ProblemsAsync("signIn", new { email = "nam@example.com", password = People.Password }));
        Assert.Equal("Tài khoản đã được xóa – Chợ Xứ Dừa", (await _people.LetterAsync("nam@example.com")).Subject);
        await _app.WithAsync(async db =>
        {
            var entries = await db.Audit.Where(entry => entry.Subject == "Organisation" && entry.Action != "verifyOrganisation").ToListAsync(Stop);
            Assert.Equal(2, entries.Count);
            Assert.All(entries, entry => Assert.StartsWith("Người đã xóa tài khoản", entry.Who, StringComparison.Ordinal));
            Assert.False(await db.Audit.AnyAsync(entry => entry.After!.Contains("nam@example.com") || entry.Who.Contains("Năm"), Stop));
            Assert.False(await db.Accounts.AnyAsync(account => account.Email == "nam@example.com" || account.Name.Contains("Năm"), Stop));
            Assert.False(await db.Invitations.AnyAsync(invitation => invitation.Email == "nam@example.com", Stop));
            Assert.NotNull((await db.Consents.SingleAsync(Stop)).WithdrawnAt);
        });
        await _people.RegisterAsync("nam@example.com", "Năm lần nữa");
    }

    [Fact]
    public async Task Who_changes_their_mind_within_the_week_keeps_the_account()
    {
        var person = await _people.RegisterAsync("nam@example.com");
        await person.DoAsync("eraseAccount", new { currentPassword = People.Password });

        await person.DataAsync("mutation { keepAccount { erasure { dueAt } } }");
        await AfterAsync(TimeSpan.FromDays(8));

        Assert.Equal("Lê Thị Dừa", await person.NameAsync());
        Assert.Null((await ViewerAsync(person))["erasure"]);
    }

    [Fact]
    public async Task The_only_owner_of_others_cannot_leave_them_without_one()
    {
        var person = await _people.RegisterAsync("nam@example.com");
        await person.DoAsync("createOrganisation", new { kind = "BUYER", name = "Công ty Cọ Dừa" });
        await _app.WithAsync(async db => await _people.MemberAsync(await db.Organisations.Where(found => found.Name == "Công ty Cọ Dừa").Select(found => found.Id).SingleAsync(Stop), MemberRole.Viewer));

        var refused = (await person.DoAsync("eraseAccount", new { currentPassword = People.Password }))["problems"]![0]!;

        Assert.Equal("OWNS_WITH_OTHERS", (string?)refused["code"]);
        Assert.Contains("Công ty Cọ Dừa", (string)refused["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_whose_other_owner_goes_meanwhile_is_left_to_a_member_who_becomes_its_owner()
    {
        var person = await _people.RegisterAsync("nam@example.com");
        await person.DoAsync("createOrganisation", new { kind = "BUYER", name = "Công ty Cọ Dừa" });
        var organisation = Guid.Empty;
        await _app.WithAsync(async db => organisation = await db.Organisations.Where(found => found.Name == "Công ty Cọ Dừa").Select(found => found.Id).SingleAsync(Stop));
        var first = await _people.MemberAsync(organisation, MemberRole.Viewer);
        _people.Later();
        var owner = await _people.MemberAsync(organisation, MemberRole.Owner);
        await person.DoAsync("eraseAccount", new { currentPassword = People.Password });
        await _app.WithAsync(db => db.Memberships.Where(member => member.OrganisationId == organisation && member.Role == MemberRole.Owner && member.Since == DateTime.UnixEpoch).ExecuteDeleteAsync(Stop));

        await AfterAsync(TimeSpan.FromDays(7));

        Assert.Equal(["OWNER"], (await first.DataAsync("{ viewer { memberships { role } } }"))["viewer"]!["memberships"]!.AsArray().Select(membership => (string)membership!["role"]!));
        Assert.Empty((await owner.DataAsync("{ viewer { memberships { role } } }"))["viewer"]!["memberships"]!.AsArray());
        await _app.WithAsync(async db => Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "passOwnership" && entry.SubjectId == organisation, Stop)));
    }

    public void Dispose() => _app.Dispose();

    private static async Task<JsonNode> ViewerAsync(Browser person) =>
        (await person.DataAsync("{ viewer { consents { purpose text givenAt withdrawnAt } erasure { dueAt } } }"))["viewer"]!;

    private async Task AfterAsync(TimeSpan time)
    {
        _app.Clock.Advance(time);
        await _app.Services.GetRequiredService<Erasures>().EraseDueAsync(Stop);
    }
}
