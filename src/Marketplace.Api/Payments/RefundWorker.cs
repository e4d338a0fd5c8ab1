using Marketplace.Api.Background;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Payments;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Payments;

/// <summary>Wakes whoever sends refunds.</summary>
internal sealed class RefundSignal : ChangeSignal;

/// <summary>
/// Asks gateways for refunds that were decided. A refund is in the table before anybody outside hears of it, and asked for under its own id: after a
/// crash it is asked for again and paid once.
/// </summary>
internal sealed partial class RefundWorker(
    IDbContextFactory<MarketplaceDb> databases, PaymentGateways gateways, IServiceProvider services, RefundSignal signal, ILogger<RefundWorker> log) : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(20);

    /// <summary>Sends what is due; returns how many gateways were told of.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sent = 0;
        foreach (var id in await db.UnsentRefundsAsync(AtOnce, cancellationToken))
        {
            sent += await SendAsync(id, cancellationToken) ? 1 : 0;
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(fault);
            }

            await ChangeSignal.WaitAsync(next, BetweenLooks, services.GetRequiredService<TimeProvider>(), stoppingToken);
        }
    }

    private async Task<bool> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.RefundAsync(id, cancellationToken) is not { Work: RefundWork.Asked } refund)
        {
            return false;
        }

        var problem = gateways.Gateway(refund.Gateway) is not { } gateway ? new RefundByHand()
            : (await gateway.RefundAsync(refund.Request, cancellationToken)).Failed(out var refused, out _) ? refused : null;
        switch (problem)
        {
            case GatewayUnreachable:
                Unreachable(refund.Id, refund.Gateway);
                return false;
            case RefundByHand:
                await MarkAsync(refund.Id, RefundWork.ByHand, cancellationToken);
                return true;
            case not null when await db.AttemptAsync(refund.AttemptId, cancellationToken) is { } attempt:
                // What was set aside is free again, and a person looks at it.
                await services.GetRequiredService<PaymentIntake>().TakeAsync(PaymentEvent.NotSentBack(attempt, refund.Request, services.GetRequiredService<TimeProvider>().GetUtcNow()), cancellationToken);
                return true;
            default:
                await MarkAsync(refund.Id, RefundWork.Sent, cancellationToken);
                return true;
        }
    }

    /// <summary>Only from asked: the event that tells of its end may have been quicker.</summary>
    private async Task MarkAsync(Guid id, RefundWork work, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Refunds.Where(refund => refund.Id == id && refund.Work == RefundWork.Asked).ExecuteUpdateAsync(set => set.SetProperty(refund => refund.Work, work), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refund {Refund} could not be told to {Gateway}. Tried again in a moment.")]
    private partial void Unreachable(Guid refund, string gateway);

    [LoggerMessage(Level = LogLevel.Error, Message = "Refunds could not be sent. Tried again in a moment.")]
    private partial void Failed(Exception fault);
}
