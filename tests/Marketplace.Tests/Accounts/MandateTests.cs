using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts;

/// <summary>A co-operative or the programme office acts for a producer, and both names are kept.</summary>
public sealed class MandateTests : IDisposable
{
    private readonly MarketplaceApp _app = new() { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;

    public MandateTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_co_operative_with_a_mandate_does_a_producers_work_and_the_audit_names_both()
    {
        var (producer, owner) = await ProducerAsync();
        var (cooperative, worker) = await CooperativeAsync();
        Assert.Equal(["NOTHING_THERE"], await worker.ProblemsAsync("actFor", new { organisation = Id(cooperative), onBehalfOf = Id(producer) }));

        Assert.Empty(await owner.ProblemsAsync("giveMandate", new { taxCode = "1300 999 888" }));
        var mandates = (await worker.DataAsync("{ viewer { mandates { organisation { id name } agent { name } } } }"))["viewer"]!["mandates"]!.AsArray();
        Assert.Equal(("Hộ Năm Dừa", "HTX Dừa Xanh"), ((string?)Assert.Single(mandates)!["organisation"]!["name"], (string?)mandates[0]!["agent"]!["name"]));
        Assert.Empty(await worker.ProblemsAsync("actFor", new { organisation = Id(cooperative), onBehalfOf = (string)mandates[0]!["organisation"]!["id"]! }));

        var viewer = (await worker.DataAsync("{ viewer { actingFor { role organisation { name members { name } } } actingThrough { name } } }"))["viewer"]!;
        Assert.Equal(("Hộ Năm Dừa", "EDITOR", "HTX Dừa Xanh"), ((string?)viewer["actingFor"]!["organisation"]!["name"], (string?)viewer["actingFor"]!["role"], (string?)viewer["actingThrough"]!["name"]));
        Assert.Empty(viewer["actingFor"]!["organisation"]!["members"]!.AsArray());
        Assert.Empty(await worker.ProblemsAsync("saveListing", new { name = new { vi = "Kẹo dừa nhà Năm" }, requestKey = "k1" }));

        await _app.WithAsync(async db =>
        {
            var entry = await db.Audit.SingleAsync(entry => entry.Action == "saveListing", Stop);
            Assert.Equal((cooperative, producer), (entry.OrganisationId, entry.OnBehalfOfId));
        });
        var officer = await _people.OfficerAsync();
        var line = (await officer.DataAsync("""{ auditLog(action: "saveListing") { nodes { organisation onBehalfOf } } }"""))["auditLog"]!["nodes"]![0]!;
        Assert.Equal(("HTX Dừa Xanh", "Hộ Năm Dừa"), ((string?)line["organisation"], (string?)line["onBehalfOf"]));
    }

    [Fact]
    public async Task A_mandate_that_ends_is_gone_with_the_next_request_and_never_makes_an_owner()
    {
        var (producer, owner) = await ProducerAsync();
        var (cooperative, worker) = await CooperativeAsync();
        await owner.DoAsync("giveMandate", new { taxCode = "1300999888" });
        await worker.DoAsync("actFor", new { organisation = Id(cooperative), onBehalfOf = Id(producer) });
        Assert.Equal("FORBIDDEN", await ErrorAsync(worker, """mutation { inviteMember(input: { email: "x@example.com", role: OWNER }) { problems { code } } }"""));
        Assert.Equal("FORBIDDEN", await ErrorAsync(worker, """mutation { giveMandate(input: { taxCode: "1" }) { problems { code } } }"""));

        Assert.Empty(await owner.ProblemsAsync("endMandate", new { agent = Id(cooperative) }));

        var viewer = (await worker.DataAsync("{ viewer { actingFor { organisation { name } } actingThrough { name } } }"))["viewer"]!;
        Assert.Equal(("HTX Dừa Xanh", null), ((string?)viewer["actingFor"]!["organisation"]!["name"], (string?)viewer["actingThrough"]?["name"]));
        Assert.Equal(["NOTHING_THERE"], await owner.ProblemsAsync("endMandate", new { agent = Id(cooperative) }));
    }

    [Theory]
    [InlineData("0000000000")]
    [InlineData("1300777666")]
    [InlineData("mã số thuế")]
    public async Task Only_a_verified_co_operative_can_be_given_one(string taxCode)
    {
        var (_, owner) = await ProducerAsync();
        await CooperativeAsync(taxCode: "1300777666", verified: false);

        Assert.Equal(["NO_SUCH_COOPERATIVE"], await owner.ProblemsAsync("giveMandate", new { taxCode }));
    }

    [Fact]
    public async Task A_mandate_rests_while_the_co_operatives_papers_wait_to_be_looked_at()
    {
        var (producer, owner) = await ProducerAsync();
        var (cooperative, worker) = await CooperativeAsync();
        await owner.DoAsync("giveMandate", new { taxCode = "1300999888" });
        var asked = new { organisation = Id(cooperative), onBehalfOf = Id(producer) };
        Assert.Empty(await worker.ProblemsAsync("actFor", asked));

        await StandingAsync(cooperative, IdentityStatus.Unverified);

        Assert.Equal(["NOTHING_THERE"], await worker.ProblemsAsync("actFor", asked));
        Assert.Null((await worker.DataAsync("{ viewer { actingThrough { name } } }"))["viewer"]!["actingThrough"]);

        await StandingAsync(cooperative, IdentityStatus.Verified);

        Assert.Empty(await worker.ProblemsAsync("actFor", asked));
    }

    [Fact]
    public async Task An_officer_acts_for_any_producer_and_nobody_else_does_without_a_mandate()
    {
        var (producer, _) = await ProducerAsync();
        var officer = await _people.OfficerAsync();
        var found = (await officer.DataAsync("""{ producersWithAccount(name: "nam dua") { id } }"""))["producersWithAccount"]!.AsArray();
        Assert.Equal(Id(producer), (string?)Assert.Single(found)!["id"]);

        Assert.Empty(await officer.ProblemsAsync("actFor", new { organisation = Id(await _people.OfficeAsync()), onBehalfOf = Id(producer) }));
        Assert.Equal("Hộ Năm Dừa", (string?)(await officer.DataAsync("{ viewer { actingFor { organisation { name } } } }"))["viewer"]!["actingFor"]!["organisation"]!["name"]);

        var distributor = await _people.OrganisationAsync(OrganisationKind.Distributor, "Nhà phân phối");
        Assert.Equal(["NOTHING_THERE"], await (await _people.MemberAsync(distributor)).ProblemsAsync("actFor", new { organisation = Id(distributor), onBehalfOf = Id(producer) }));
    }

    public void Dispose() => _app.Dispose();

    private Task StandingAsync(Guid organisation, IdentityStatus standing) => _app.WithAsync(db =>
        db.Organisations.Where(found => found.Id == organisation).ExecuteUpdateAsync(set => set.SetProperty(found => found.IdentityStatus, standing), Stop));

    private static string Id(Guid organisation) => Api.GlobalId.Encode("Organisation", organisation);

    private static async Task<string?> ErrorAsync(Browser browser, string mutation) => (string?)(await browser.AskAsync(mutation))["errors"]?[0]?["extensions"]?["code"];

    private async Task<(Guid Organisation, Browser Owner)> ProducerAsync()
    {
        Guid entry = default;
        await _app.WithAsync(async db => entry = await db.Producers.OrderBy(producer => producer.Slug).Select(producer => producer.Id).FirstAsync(Stop));
        var producer = await _people.OrganisationAsync(OrganisationKind.Producer, "Hộ Năm Dừa", entry);
        return (producer, await _people.MemberAsync(producer));
    }

    private async Task<(Guid Organisation, Browser Worker)> CooperativeAsync(string taxCode = "1300999888", bool verified = true)
    {
        var cooperative = await _people.OrganisationAsync(OrganisationKind.Producer, "HTX Dừa Xanh");
        await _app.WithAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync(found => found.Id == cooperative, Stop);
            organisation.Describe(new("HTX Dừa Xanh", ProducerKind.Cooperative, TaxCode: taxCode));
            if (verified)
            {
                organisation.Verify();
            }

            await db.SaveChangesAsync(Stop);
        });
        return (cooperative, await _people.MemberAsync(cooperative));
    }
}
