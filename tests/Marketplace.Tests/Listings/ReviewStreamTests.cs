using System.Text.Json.Nodes;
using Marketplace.Api;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Listings;
using Marketplace.Data.Listings;
using Marketplace.Tests.Accounts;
using Marketplace.Tests.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Listings;

/// <summary>What officers and producers are told of review as it happens, and until when.</summary>
public sealed class ReviewStreamTests : IDisposable
{
    private const string Queue = "subscription { reviewChanges { waiting listings { id state } } }";
    private const string Own = "subscription { listingReview { waiting listings { id state reasons { text } } } }";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(12);

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0"), ("GraphQL:StreamMinutes", "600")] };
    private readonly People _people;

    public ReviewStreamTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_is_told_how_the_queue_stands_and_each_step_at_once()
    {
        var (maker, officer) = (await MakerAsync("cong-ty-dong-a"), await _people.OfficerAsync());
        var (first, second) = (await DraftAsync(maker, "Kẹo thứ nhất"), await DraftAsync(maker, "Kẹo thứ hai"));
        await StepAsync(maker, "submitListing", first);

        using var queue = await Listener.ToAsync(officer.Client, Queue);
        Assert.Equal((1, $"{first.Id} IN_REVIEW"), await HeardAsync(queue, "reviewChanges"));
        second = await StepAsync(maker, "submitListing", second);
        Assert.Equal((2, $"{second.Id} IN_REVIEW"), await HeardAsync(queue, "reviewChanges"));
        await StepAsync(maker, "withdrawListing", second);
        Assert.Equal((1, $"{second.Id} DRAFT"), await HeardAsync(queue, "reviewChanges"));
        await ApproveAsync(officer, first);
        Assert.Equal((0, $"{first.Id} APPROVED"), await HeardAsync(queue, "reviewChanges"));
    }

    [Fact]
    public async Task A_producer_is_told_of_its_own_listings_and_of_nobody_elses()
    {
        var (maker, other, officer) = (await MakerAsync("cong-ty-dong-a"), await MakerAsync("co-so-du-xuan"), await _people.OfficerAsync());
        var (own, foreign) = (await DraftAsync(maker, "Kẹo của mình"), await DraftAsync(other, "Kẹo của người khác"));

        using var told = await Listener.ToAsync(maker.Client, Own);
        Assert.Equal((0, ""), await HeardAsync(told, "listingReview"));
        foreign = await StepAsync(other, "submitListing", foreign);
        await ApproveAsync(officer, foreign);
        own = await StepAsync(maker, "submitListing", own);
        Assert.Equal((1, $"{own.Id} IN_REVIEW"), await HeardAsync(told, "listingReview"));
        Assert.Empty(await officer.ProblemsAsync("returnListing", new { listing = own.Id, version = own.Version, reasons = new[] { new { field = "listing", text = "Thiếu ảnh." } } }));
        var returned = (await told.DataAsync())["listingReview"]!;
        Assert.Equal((0, "RETURNED", "Thiếu ảnh."), ((int)returned["waiting"]!, (string?)returned["listings"]![0]!["state"], (string?)returned["listings"]![0]!["reasons"]![0]!["text"]));
    }

    [Fact]
    public async Task A_producer_hears_of_a_decision_that_was_taken_elsewhere_between_two_looks()
    {
        var maker = await MakerAsync("cong-ty-dong-a");
        var own = await DraftAsync(maker, "Kẹo nơi khác");
        using var told = await Listener.ToAsync(maker.Client, Own);
        Assert.Equal((0, ""), await HeardAsync(told, "listingReview"));

        await ElsewhereAsync(own, listing => listing.Submit(Backing.Of(null, [], [], _app.Clock.Today()), new HashSet<string> { "food" }, Guid.Empty, _app.Clock.GetUtcNow()));
        await ElsewhereAsync(own, listing => listing.Return([new("listing", "Thiếu.")], Guid.Empty, _app.Clock.GetUtcNow()));
        await _app.Clock.PassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal((0, $"{own.Id} RETURNED"), await HeardAsync(told, "listingReview"));
    }

    [Fact]
    public async Task Of_many_steps_at_once_an_event_tells_no_more_than_asked_for()
    {
        var (maker, officer) = (await MakerAsync("cong-ty-dong-a"), await _people.OfficerAsync());
        using var queue = await Listener.ToAsync(officer.Client, Queue.Replace("reviewChanges", "reviewChanges(first: 2)", StringComparison.Ordinal));
        await queue.DataAsync();
        foreach (var name in new[] { "Một", "Hai", "Ba" })
        {
            _people.Later();
            await ElsewhereAsync(await DraftAsync(maker, name), listing => listing.Submit(Backing.Of(null, [], [], _app.Clock.Today()), new HashSet<string> { "food" }, Guid.Empty, _app.Clock.GetUtcNow()));
        }

        await _app.Clock.PassAsync(TimeSpan.FromSeconds(3));

        var (full, rest) = (await queue.DataAsync(), await queue.DataAsync());
        Assert.Equal((2, 1), (full["reviewChanges"]!["listings"]!.AsArray().Count, rest["reviewChanges"]!["listings"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("the session is ended", "UNAUTHENTICATED")]
    [InlineData("the session is out of date", "UNAUTHENTICATED")]
    [InlineData("the role is lowered", "FORBIDDEN")]
    [InlineData("the membership is taken away", "FORBIDDEN")]
    [InlineData("the person works for another office", "FORBIDDEN")]
    public async Task A_stream_ends_when_whoever_listens_may_do_so_no_more(string because, string code)
    {
        var (account, officer) = await OfficerAsync();
        var other = await _people.OrganisationAsync(OrganisationKind.ProgrammeOffice);
        using var queue = await Listener.ToAsync(officer.Client, Queue);
        await queue.DataAsync();
        await _app.Clock.PassAsync(Beat);
        await queue.LiveAsync();

        await _app.WithAsync(async db =>
        {
            var (sessions, members) = (db.Sessions.Where(session => session.AccountId == account), db.Memberships.Where(member => member.AccountId == account));
            _ = because switch
            {
                "the session is ended" => await sessions.ExecuteDeleteAsync(Stop),
                "the session is out of date" => await sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.ExpiresAt, _app.Clock.GetUtcNow().UtcDateTime), Stop),
                "the role is lowered" => await members.ExecuteUpdateAsync(set => set.SetProperty(member => member.Role, MemberRole.Viewer), Stop),
                "the membership is taken away" => await members.ExecuteDeleteAsync(Stop),
                _ => await members.ExecuteUpdateAsync(set => set.SetProperty(member => member.OrganisationId, other), Stop),
            };
        });
        await _app.Clock.PassAsync(Beat);

        Assert.Equal(code, await queue.ErrorAsync());
        await queue.EndAsync();
    }

    [Fact]
    public async Task No_event_reaches_somebody_who_has_just_lost_the_right_to_it()
    {
        var (account, officer) = await OfficerAsync();
        var maker = await MakerAsync("cong-ty-dong-a");
        var draft = await DraftAsync(maker, "Kẹo kín");
        using var queue = await Listener.ToAsync(officer.Client, Queue);
        await queue.DataAsync();

        await _app.WithAsync(db => db.Memberships.Where(member => member.AccountId == account).ExecuteDeleteAsync(Stop));
        await StepAsync(maker, "submitListing", draft);

        Assert.Equal("FORBIDDEN", await queue.ErrorAsync());
        await queue.EndAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_machine_listens_until_its_key_is_revoked_or_its_token_ends(bool revoked)
    {
        var machine = await _people.MachineOfAsync(await _people.OfficeAsync(), "OFFICE");
        using var queue = await Listener.ToAsync(machine.Client, Queue);
        await queue.DataAsync();
        await _app.Clock.PassAsync(Beat);
        await queue.LiveAsync();

        if (revoked)
        {
            await _app.WithAsync(db => db.MachineKeys.ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, DateTime.UnixEpoch), Stop));
        }

        await _app.Clock.PassAsync(Beat, by: revoked ? Beat : TimeSpan.FromMinutes(61));

        Assert.Equal("UNAUTHENTICATED", await queue.ErrorAsync());
        await queue.EndAsync();
    }

    public void Dispose() => _app.Dispose();

    /// <summary>How many wait, and which listings are told, each with its state.</summary>
    private static async Task<(int Waiting, string Listings)> HeardAsync(Listener listener, string field)
    {
        var standing = (await listener.DataAsync())[field]!;
        return ((int)standing["waiting"]!, string.Join(' ', standing["listings"]!.AsArray().Select(listing => $"{listing!["id"]} {listing["state"]}")));
    }

    private async Task<Browser> MakerAsync(string producer)
    {
        Guid id = default;
        await _app.WithAsync(async db => id = await db.Producers.Where(one => one.Slug == producer).Select(one => one.Id).SingleAsync(Stop));
        return await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: id), MemberRole.Editor);
    }

    private async Task<Seen> DraftAsync(Browser maker, string name)
    {
        _people.Later();
        return Of(await maker.DoAsync(
            "saveListing",
            new { name = new { vi = name }, description = new { vi = "Kẹo mềm nấu từ nước cốt dừa." }, packaging = new { vi = "Túi 500 g" }, category = "coconut-candy", group = "food", keywords = Array.Empty<string>() },
            "listing { id version }"));
    }

    private async Task<Seen> StepAsync(Browser browser, string step, Seen seen)
    {
        _people.Later();
        return Of(await browser.DoAsync(step, new { listing = seen.Id, version = seen.Version }, "listing { id version }"));
    }

    private async Task ApproveAsync(Browser officer, Seen seen)
    {
        var version = (int)(await officer.DataAsync("query($id: ID!) { listing(id: $id) { version } }", new { id = seen.Id }))["listing"]!["version"]!;
        await StepAsync(officer, "approveListing", seen with { Version = version });
    }

    /// <summary>A step that no signal of this host tells of.</summary>
    private Task ElsewhereAsync(Seen seen, Func<Listing, Result<Listing>> step) => _app.WithAsync(async db =>
    {
        Assert.True(GlobalId.TryDecode(seen.Id, "Listing", out var id));
        var at = (await db.ListingAsync(id, Stop))!;
        Assert.False(step(at.Listing).Failed(out _, out _));
        db.Record(at);
        await db.SaveChangesAsync(Stop);
    });

    private async Task<(Guid Account, Browser Browser)> OfficerAsync()
    {
        var browser = await _people.MemberAsync(await _people.OfficeAsync(), MemberRole.Editor, email: "duyet@example.com");
        Guid id = default;
        await _app.WithAsync(async db => id = await db.Accounts.Where(account => account.Email == "duyet@example.com").Select(account => account.Id).SingleAsync(Stop));
        return (id, browser);
    }

    private static Seen Of(JsonNode payload)
    {
        Assert.True(payload["problems"]!.AsArray().Count == 0, payload.ToJsonString());
        return new((string)payload["listing"]!["id"]!, (int)payload["listing"]!["version"]!);
    }

    private sealed record Seen(string Id, int Version);
}
