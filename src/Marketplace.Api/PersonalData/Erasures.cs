using Marketplace.Api.Accounts;
using Marketplace.Api.Background;
using Marketplace.Api.Mail;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.PersonalData;

/// <summary>Erases accounts whose week has passed.</summary>
internal sealed partial class Erasures(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Erasures> log) : BackgroundService
{
    /// <summary>Erases what is due; returns how many accounts.</summary>
    public async Task<int> EraseDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, letters, now) = (scope.ServiceProvider.GetRequiredService<MarketplaceDb>(), scope.ServiceProvider.GetRequiredService<Letters>(), clock.GetUtcNow().UtcDateTime);
        var due = await db.DueErasuresAsync(now, cancellationToken);
        foreach (var request in due)
        {
            var account = await db.Accounts.SingleAsync(found => found.Id == request.AccountId, cancellationToken);
            var reader = (account.Name, account.Email, account.Language);
            await PassOnAsync(db, account, cancellationToken);
            await db.EraseAsync(account, now, cancellationToken);
            letters.Erased(reader.Name, reader.Email!, reader.Language);
            request.DoneAt = now;
            await db.SaveChangesAsync(cancellationToken);
            Done(request.AccountId);
        }

        return due.Count;
    }

    /// <summary>Who asked was not the only owner; in the week since then the others may have gone.</summary>
    private async Task PassOnAsync(MarketplaceDb db, Account account, CancellationToken cancellationToken)
    {
        var leaving = new Person(account.Id, Pseudonyms.Of(account.Id), "", Guid.Empty);
        foreach (var heir in await db.HeirsOfAsync(account.Id, cancellationToken))
        {
            heir.Role = MemberRole.Owner;
            db.Note(leaving, actor: null, "passOwnership", ("Organisation", heir.OrganisationId), clock.GetUtcNow(), after: new { heir.AccountId, Role = nameof(MemberRole.Owner) });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Hourly.LookAsync(clock, EraseDueAsync, Failed, stoppingToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "An account was erased as its owner had asked: {Account}.")]
    private partial void Done(Guid account);

    [LoggerMessage(Level = LogLevel.Error, Message = "Accounts whose erasure is due could not be erased; the next look tries again.")]
    private partial void Failed(Exception fault);
}
