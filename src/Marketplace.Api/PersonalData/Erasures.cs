using Marketplace.Api.Accounts;
using Marketplace.Api.Background;
using Marketplace.Api.Mail;
using Marketplace.Core.Accounts;
using Marketplace.Core.PersonalData;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.Ordering;
using Marketplace.Data.Payments;
using Marketplace.Data.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.PersonalData;

/// <summary>Erases accounts whose week has passed, and then what their people ordered for themselves, as soon as goods and money have arrived.</summary>
internal sealed partial class Erasures(IServiceScopeFactory scopes, IDbContextFactory<MarketplaceDb> databases, TimeProvider clock, ILogger<Erasures> log) : BackgroundService
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

        foreach (var id in await db.OrdersOfErasedAsync(cancellationToken))
        {
            await databases.FreshlyAsync(fresh => ForgetAsync(fresh, id, now, cancellationToken), cancellationToken);
        }

        return due.Count;
    }

    /// <summary>Forgets who placed an order, unless it still has to find them. False where it has, or where somebody has just taken a step: the next look tries again.</summary>
    private static async Task<bool> ForgetAsync(MarketplaceDb db, Guid id, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.OrderGroupAsync(id, cancellationToken) is not { AccountId: { } account } group || BuyerData.IsNeeded(group, await db.AttemptsOfGroupAsync(id, cancellationToken), now))
        {
            return false;
        }

        group.Forget(Pseudonyms.Of(account));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
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
