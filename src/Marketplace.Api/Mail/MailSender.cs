using Marketplace.Data;
using Marketplace.Data.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.Mail;

/// <summary>Sends what waits. A letter that cannot be sent is tried again, later and later; it goes out twice only when a node ends between handing it in and saying so, and it is never lost.</summary>
internal sealed partial class MailSender(IDbContextFactory<MarketplaceDb> databases, IPostbox postbox, TimeProvider clock, ILogger<MailSender> log) : BackgroundService
{
    private const int AtOnce = 20;
    private const int LongestFault = 200;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>Longer than handing one letter in can take: after it the node that took it is thought to be gone.</summary>
    private static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Sends what is due; returns how many letters went out.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.DueMailAsync(clock.GetUtcNow().UtcDateTime, AtOnce, cancellationToken);
        var sent = 0;
        foreach (var mail in due)
        {
            if (!await db.ClaimMailAsync(mail.Id, mail.DueAt, clock.GetUtcNow().UtcDateTime + ClaimedFor, cancellationToken))
            {
                continue;
            }

            try
            {
                await postbox.PostAsync(mail, cancellationToken);
                db.OutgoingMail.Remove(mail);
                sent++;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                mail.Attempts++;
                mail.Fault = fault.Message.Length <= LongestFault ? fault.Message : fault.Message[..LongestFault];
                var wait = TimeSpan.FromMinutes(Math.Min(Math.Pow(2, mail.Attempts - 1), LongestWait.TotalMinutes));
                mail.DueAt = clock.GetUtcNow().UtcDateTime + wait;
                NotSent(mail.Id, mail.Attempts, wait, fault.GetType().Name);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not a timer with a beat: a clock that is set forward by weeks would make it beat for each of their seconds.
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, clock, stoppingToken);
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is DbUpdateException or System.Data.Common.DbException or InvalidOperationException)
            {
                // The database is away: the next look finds what is left.
                Failed(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Id} could not be sent (attempt {Attempts}, {Fault}): next try in {Wait}.")]
    private partial void NotSent(Guid id, int attempts, TimeSpan wait, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters could not be read or marked as sent.")]
    private partial void Failed(Exception fault);
}

internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsRules>();
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsRules>();
        services.AddSingleton<SiteAddress>();
        if (configuration[$"{MailOptions.Section}:{nameof(MailOptions.Host)}"] is { Length: > 0 })
        {
            services.AddSingleton<IPostbox, SmtpPostbox>();
        }
        else
        {
            services.AddSingleton<IPostbox>(provider => ActivatorUtilities.CreateInstance<FolderPostbox>(
                provider, provider.GetRequiredService<IOptions<MailOptions>>().Value.Folder ?? Path.Combine(provider.GetRequiredService<Hosting.Settings>().DataDirectory, "mail")));
        }

        services.AddSingleton<MailSender>();
        services.AddHostedService(provider => provider.GetRequiredService<MailSender>());
    }
}
