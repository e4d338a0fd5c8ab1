using Marketplace.Api.Commands;
using Marketplace.Api.Hosting;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.Accounts;

/// <summary>
/// The programme office and its first officer, and with demonstration data an account for each role. Their passwords are drawn for each
/// installation and lie in a file of its data folder, so that no demonstration can be entered by somebody who has read the source.
/// </summary>
internal static class FirstAccounts
{
    private const string OfficeName = "Văn phòng điều phối OCOP";
    private const string File = "demo-accounts.txt";

    /// <summary>Whose name and products the trial account of a producer shows.</summary>
    private const string TrialProducer = "cong-ty-dong-a";

    public static async Task MakeAsync(MarketplaceDb db, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await db.Organisations.AnyAsync(organisation => organisation.Kind == OrganisationKind.ProgrammeOffice, cancellationToken))
        {
            await InviteFirstOfficerAsync(db, services, cancellationToken);
            return;
        }

        var (now, settings) = (services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<Settings>());
        var office = Make(OrganisationKind.ProgrammeOffice, OfficeName, now, isDemonstration: false);
        office.Verify();
        db.Organisations.Add(office);
        if (settings.Seed && await db.Producers.SingleOrDefaultAsync(producer => producer.Slug == TrialProducer, cancellationToken) is { } producer)
        {
            var maker = Make(OrganisationKind.Producer, producer.Name.Vi, now, isDemonstration: true);
            (maker.ProducerId, maker.Form, maker.DistrictCode) = (producer.Id, producer.Kind, producer.DistrictCode);
            maker.Verify();
            var distributor = Make(OrganisationKind.Distributor, "Nhà phân phối dùng thử", now, isDemonstration: true);
            var buyer = Make(OrganisationKind.Buyer, "Công ty mua hàng dùng thử", now, isDemonstration: true);
            db.Organisations.AddRange(maker, distributor, buyer);
            (string Email, string Name, Organisation Organisation)[] people =
            [
                ("can-bo@demo.example", "Cán bộ dùng thử", office),
                ("san-xuat@demo.example", "Nhà sản xuất dùng thử", maker),
                ("phan-phoi@demo.example", "Nhà phân phối dùng thử", distributor),
                ("nguoi-mua@demo.example", "Người mua dùng thử", buyer),
            ];
            // The file first: it may name accounts that were not saved, but no account has a password that nobody can read.
            var lines = people.Select(person => Add(db, person, now)).ToList();
            Directory.CreateDirectory(settings.DataDirectory);
            await WriteAsync(Path.Combine(settings.DataDirectory, File), lines, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await InviteFirstOfficerAsync(db, services, cancellationToken);
    }

    /// <summary>Tells the person at the console who can sign in, while there is anybody to try the marketplace with.</summary>
    public static void Tell(Settings settings)
    {
        var file = Path.Combine(settings.DataDirectory, File);
        foreach (var line in settings.Seed && System.IO.File.Exists(file) ? System.IO.File.ReadLines(file) : [])
        {
            Progress.Say(line);
        }
    }

    private static Organisation Make(OrganisationKind kind, string name, DateTimeOffset now, bool isDemonstration) =>
        new() { Id = Guid.CreateVersion7(now), Kind = kind, Name = name, CreatedAt = now.UtcDateTime, IsDemonstration = isDemonstration };

    private static string Add(MarketplaceDb db, (string Email, string Name, Organisation Organisation) person, DateTimeOffset now)
    {
        const int PasswordLength = 16;
        var password = Secrets.New()[..PasswordLength];
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            Name = person.Name,
            Email = person.Email,
            UserName = person.Email,
            NormalizedEmail = person.Email.ToUpperInvariant(),
            NormalizedUserName = person.Email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Secrets.New(),
            IsDemonstration = true,
            CreatedAt = now.UtcDateTime,
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, password);
        db.Accounts.Add(account);
        db.Memberships.Add(new Membership { OrganisationId = person.Organisation.Id, AccountId = account.Id, Role = MemberRole.Owner, Since = now.UtcDateTime });
        return $"Trial account: {person.Email}  password: {password}  ({person.Organisation.Kind})";
    }

    private static async Task WriteAsync(string file, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        await System.IO.File.WriteAllLinesAsync(file, lines, cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static async Task InviteFirstOfficerAsync(MarketplaceDb db, IServiceProvider services, CancellationToken cancellationToken)
    {
        var office = await db.Organisations.FirstAsync(organisation => organisation.Kind == OrganisationKind.ProgrammeOffice, cancellationToken);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (services.GetRequiredService<IOptions<OfficeOptions>>().Value.Email is not { } email
            || await db.Memberships.AnyAsync(membership => membership.OrganisationId == office.Id, cancellationToken)
            || (await db.OpenInvitationsAsync(office.Id, now.UtcDateTime, cancellationToken)).Any(invitation => invitation.Email == email))
        {
            return;
        }

        var secret = Secrets.New();
        db.Invitations.Add(new Invitation
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = office.Id,
            Email = email,
            Role = MemberRole.Owner,
            SecretHash = Secrets.HashOf(secret),
            ExpiresAt = (now + Invitation.Lifetime).UtcDateTime,
        });
        new Letters(db, services.GetRequiredService<SiteAddress>(), services.GetRequiredService<TimeProvider>()).Invite(email, Language.Vi, "Chợ Xứ Dừa", office.Name, secret);
        await db.SaveChangesAsync(cancellationToken);
    }
}
