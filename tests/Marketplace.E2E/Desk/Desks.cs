using System.Text;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Marketplace.E2E.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>People who work at desks, made without the steps that other tests are about.</summary>
internal static class Desks
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An officer of the programme office.</summary>
    public static async Task<Person> OfficerAsync(Site site)
    {
        var person = await Person.WithAccountAsync(site);
        await using var db = await DbAsync(site);
        await JoinAsync(db, person, await db.Organisations.Where(organisation => organisation.Kind == OrganisationKind.ProgrammeOffice).Select(organisation => organisation.Id).FirstAsync(Stop));
        return person;
    }

    /// <summary>Somebody who buys for a verified distributor, whose name ends in its tax code.</summary>
    public static async Task<(Person Person, string TaxCode)> BuyerAsync(Site site)
    {
        var person = await Person.WithAccountAsync(site);
        await using var db = await DbAsync(site);
        var taxCode = $"{System.Security.Cryptography.RandomNumberGenerator.GetInt32(1_000_000_000):D10}";
        var organisation = new Organisation { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Kind = OrganisationKind.Distributor, Name = $"Đại lý {taxCode}", TaxCode = taxCode, CreatedAt = DateTime.UnixEpoch };
        organisation.Verify();
        db.Organisations.Add(organisation);
        await JoinAsync(db, person, organisation.Id);
        return (person, taxCode);
    }

    /// <summary>An editor of a verified producer: of the catalogue's, by its slug, or of a new one that has nothing yet.</summary>
    public static async Task<Person> ProducerAsync(Site site, string? slug = null)
    {
        var person = await Person.WithAccountAsync(site);
        await using var db = await DbAsync(site);
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var entry = slug is null ? null : await db.Producers.SingleAsync(producer => producer.Slug == slug, Stop);
        if (entry is null)
        {
            entry = new Producer { Id = id, Slug = $"co-so-{id:N}", Name = new($"Cơ sở Thử Bàn {id.ToString("N")[^6..]}"), Kind = ProducerKind.Household, DistrictCode = "ba-tri" };
            entry.Rename(entry.Name);
            db.Producers.Add(entry);
        }

        var organisation = new Organisation { Id = id, Kind = OrganisationKind.Producer, Name = entry.Name.Vi, CreatedAt = now.UtcDateTime, ProducerId = entry.Id };
        organisation.Verify();
        db.Organisations.Add(organisation);
        await JoinAsync(db, person, id);
        return person;
    }

    /// <summary>Makes the organisation of somebody who has one another, and the person something else in it; returns its name.</summary>
    public static async Task<string> BecomeAsync(Site site, Person person, Action<Organisation> change, MemberRole role = MemberRole.Editor)
    {
        await using var db = await DbAsync(site);
        var membership = await db.Memberships.SingleAsync(membership => db.Accounts.Any(account => account.Id == membership.AccountId && account.Email == person.Email), Stop);
        var organisation = await db.Organisations.SingleAsync(organisation => organisation.Id == membership.OrganisationId, Stop);
        membership.Role = role;
        change(organisation);
        await db.SaveChangesAsync(Stop);
        return organisation.Name;
    }

    /// <summary>Another person of the same organisation.</summary>
    public static async Task<Person> ColleagueAsync(Site site, Person of)
    {
        var person = await Person.WithAccountAsync(site);
        await using var db = await DbAsync(site);
        await JoinAsync(db, person, await OrganisationAsync(db, of));
        return person;
    }

    /// <summary>Lets one producer's person, who is signed in, act for another producer and tells what that one is called.</summary>
    public static async Task<string> ActByMandateAsync(Site site, Person agent, Person producer)
    {
        await using var db = await DbAsync(site);
        var (acting, represented) = (await OrganisationAsync(db, agent), await OrganisationAsync(db, producer));
        db.Mandates.Add(new Mandate { OrganisationId = represented, AgentId = acting, Since = DateTime.UnixEpoch });
        await db.SaveChangesAsync(Stop);
        await db.Sessions.Where(session => db.Accounts.Any(account => account.Id == session.AccountId && account.Email == agent.Email))
            .ExecuteUpdateAsync(session => session.SetProperty(s => s.OrganisationId, acting).SetProperty(s => s.OnBehalfOfId, represented), Stop);
        return (await db.Organisations.SingleAsync(organisation => organisation.Id == represented, Stop)).Name;
    }

    /// <summary>Writes a draft that lacks nothing and leads to its page.</summary>
    public static async Task<string> DraftAsync(Visit visit, string name)
    {
        await visit.OpenAsync("/co-so/san-pham/new");
        await visit.Field("listing-name.vi").FillAsync(name);
        await visit.Field("listing-description.vi").FillAsync("Làm từ dừa chín, phơi nắng hai ngày.");
        await visit.Field("listing-packaging.vi").FillAsync("Hũ 250 g");
        await visit.Field("listing-group").SelectOptionAsync("food");
        await visit.Field("listing-category").SelectOptionAsync("preserve");
        await visit.SendAsync("listing");
        await Expect(visit.Page.Locator("main h1")).ToHaveTextAsync(name);
        return new Uri(visit.Page.Url).AbsolutePath;
    }

    /// <summary>A field by its id, in which there may be dots.</summary>
    public static ILocator Field(this Visit visit, string id) => visit.Page.Locator($"[id='{id}']");

    /// <summary>Hands the listing in whose page is open.</summary>
    public static async Task SubmitAsync(this Visit visit)
    {
        await visit.Page.Locator("form#listing button[name=then]").ClickAsync();
        await Expect(visit.Page.Locator("main .done-note")).ToContainTextAsync("Đã gửi duyệt");
    }

    /// <summary>Sends a sheet to be checked and leads to its page, once the check has ended.</summary>
    public static async Task<string> SendSheetAsync(this Visit visit, string name, string text)
    {
        await visit.OpenAsync("/co-so/bang-tinh");
        await visit.Field("send-file").SetInputFilesAsync(SheetOf(name, Encoding.UTF8.GetBytes(text)));
        await visit.SendAsync("send");
        await Expect(visit.Page.Locator("main h1")).ToHaveTextAsync(name);
        await visit.SheetEndedAsync();
        return new Uri(visit.Page.Url).AbsolutePath;
    }

    public static FilePayload SheetOf(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    /// <summary>Waits until the sheet whose page is open is not worked on any more; where no script follows the work, by looking again.</summary>
    public static async Task SheetEndedAsync(this Visit visit)
    {
        var progress = visit.Page.Locator("main progress");
        for (var look = 0; !visit.HasScripts && look < 100 && await progress.CountAsync() > 0; look++)
        {
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Xem lại" }).ClickAsync();
        }

        await Expect(progress).ToHaveCountAsync(0);
    }

    private static async Task<MarketplaceDb> DbAsync(Site site) =>
        await site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);

    private static Task<Guid> OrganisationAsync(MarketplaceDb db, Person of) =>
        db.Memberships.Where(membership => db.Accounts.Any(account => account.Id == membership.AccountId && account.Email == of.Email)).Select(membership => membership.OrganisationId).SingleAsync(Stop);

    private static async Task JoinAsync(MarketplaceDb db, Person person, Guid organisation)
    {
        var account = await db.Accounts.Where(account => account.Email == person.Email).Select(account => account.Id).SingleAsync(Stop);
        db.Memberships.Add(new Membership { OrganisationId = organisation, AccountId = account, Role = MemberRole.Editor, Since = DateTime.UnixEpoch });
        await db.SaveChangesAsync(Stop);
    }
}
