using Marketplace.Api.Background;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Data;
using Marketplace.Data.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Certification;

/// <summary>Writes to producers whose certificates end: one letter to each of their people, with every certificate that is due that day.</summary>
internal sealed partial class ExpiryReminders(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiryReminders> log) : BackgroundService
{
    /// <summary>Writes what is due; returns how many certificates were told of.</summary>
    public async Task<int> RemindAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        await using var scope = scopes.CreateAsyncScope();
        var ending = await scope.ServiceProvider.GetRequiredService<MarketplaceDb>().EndingAsync(today, today.AddDays(ExpiryReminder.Days[0]), cancellationToken);
        var told = 0;
        foreach (var organisation in ending.GroupBy(found => found.OrganisationId))
        {
            told += await RemindAsync(organisation.Key, [.. organisation], today, cancellationToken);
        }

        return told;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Hourly.LookAsync(clock, RemindAsync, Failed, stoppingToken);

    private async Task<int> RemindAsync(Guid organisationId, IReadOnlyList<EndingCertificate> ending, DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, letters) = (scope.ServiceProvider.GetRequiredService<MarketplaceDb>(), scope.ServiceProvider.GetRequiredService<Letters>());
        var reminded = await db.RemindedAsync([.. ending.Select(found => found.Certificate.Id)], cancellationToken);
        List<(EndingCertificate Found, int Days)> due = [];
        foreach (var found in ending)
        {
            if (ExpiryReminder.DueOn(found.Certificate, today) is { } days && days < reminded.GetValueOrDefault(found.Certificate.Id, int.MaxValue))
            {
                due.Add((found, days));
            }
        }

        if (due.Count == 0 || await db.WorkersOfAsync(organisationId, cancellationToken) is not { Count: > 0 } workers)
        {
            return 0;
        }

        foreach (var account in workers)
        {
            letters.CertificatesEnding(account, [.. due.Select(one => one.Found)], today);
        }

        db.CertificateReminders.AddRange(due.Select(one => new CertificateReminder { CertificateId = one.Found.Certificate.Id, Days = one.Days, SentAt = clock.GetUtcNow().UtcDateTime }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return due.Count;
        }
        catch (DbUpdateException clash) when (scope.ServiceProvider.GetRequiredService<IDatabaseEngine>().IsDuplicate(clash))
        {
            // Another node has just written the same letters.
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders of certificates that end could not be written; the next look tries again.")]
    private partial void Failed(Exception fault);
}
