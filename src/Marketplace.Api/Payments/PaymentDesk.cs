using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Payments;
using Marketplace.Payments.Sandbox;
using Marketplace.Payments.Stripe;
using Marketplace.Payments.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Payments;

/// <summary>What a buyer needs in order to pay.</summary>
internal sealed record PaymentAsked(PaymentAttempt Attempt, PaymentStart Start, Uri? SandboxPage);

/// <summary>Starts attempts to pay. The attempt is in the table before anybody outside hears of it, and no gateway is called inside a transaction.</summary>
internal sealed class PaymentDesk(IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, PaymentGateways gateways, SiteAddress site, TimeProvider clock)
{
    /// <summary>The gateway by which a method is paid; null where the settings give none, and for cash.</summary>
    public IPaymentGateway? GatewayOf(PaymentMethod method) => method switch
    {
        PaymentMethod.Card => gateways.Gateway(StripeGateway.Code) ?? gateways.Gateway(SandboxGateway.Code),
        PaymentMethod.VietQr => gateways.Gateway(VietQrGateway.Code),
        PaymentMethod.Terms => gateways.Gateway(BankTransferGateway.Code),
        _ => null,
    };

    /// <summary>
    /// Starts to pay what is open, or goes on with what was started: the same key, and the same amount by the same gateway, are the same payment.
    /// </summary>
    public async Task<(PaymentAsked? Asked, IProblem? Problem)> StartAsync(OrderGroup group, string requestKey, string linkSecret, CancellationToken cancellationToken)
    {
        RequestKeys.Check(requestKey);
        if (GatewayOf(group.Method) is not { } gateway)
        {
            return (null, new PaidOtherwise());
        }

        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var attempts = await db.AttemptsOfGroupAsync(group.Id, cancellationToken);
        var open = Settlement.Open(group, attempts);
        if (open == 0 || group.PayBy <= now.UtcDateTime)
        {
            return (null, new NothingToPay());
        }

        var amount = new Money(open, group.Currency);
        if (gateway.Capabilities.Refusal(amount) is { } refusal)
        {
            return (null, refusal);
        }

        var id = RequestKeys.IdOf(requestKey, group.Id, nameof(PaymentAttempt), now);
        var attempt = attempts.FirstOrDefault(one => one.Id == id)
            ?? attempts.LastOrDefault(one => one.Gateway == gateway.Capabilities.Code && one.Amount == amount && one.State is PaymentState.Created or PaymentState.Started)
            ?? db.PaymentAttempts.Add(new PaymentAttempt { Id = id, GroupId = group.Id, Gateway = gateway.Capabilities.Code, Amount = amount, CreatedAt = now.UtcDateTime, ExpiresAt = group.PayBy }).Entity;
        if (db.Entry(attempt).State == EntityState.Added)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException twice) when (engine.IsDuplicate(twice))
            {
                // The same key in another request: that one is the attempt.
                db.Entry(attempt).State = EntityState.Detached;
                attempt = (await db.AttemptAsync(id, cancellationToken))!;
            }
        }

        var request = RequestOf(group, attempt, linkSecret);
        if ((await gateway.StartAsync(request, cancellationToken)).Failed(out var problem, out var start))
        {
            return (null, problem);
        }

        for (var tries = 0; attempt.Reference is null && tries < 5; tries++)
        {
            attempt.Start(start);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The event that tells of the money was quicker.
                await db.Entry(attempt).ReloadAsync(cancellationToken);
            }
        }

        return (new(attempt, start, SandboxOf(request, start.Transfer)), null);
    }

    /// <summary>What an attempt that was started tells the buyer, once more, with what is left of its sum; null for one that is over, or that leads to a page.</summary>
    public PaymentAsked? Again(OrderGroup group, PaymentAttempt attempt, string linkSecret)
    {
        if (attempt is not { State: PaymentState.Started, Transfer: { } asked })
        {
            return null;
        }

        var transfer = asked with { Amount = asked.Amount with { Amount = asked.Amount.Amount - attempt.Received.Amount } };
        return new(
            attempt,
            new PaymentStart { Reference = transfer.Code, Transfer = transfer, QrPayload = VietQrPayload.Of(transfer.Account, transfer.Amount, transfer.Code) },
            SandboxOf(RequestOf(group, attempt, linkSecret) with { Amount = transfer.Amount }, transfer));
    }

    private Uri? SandboxOf(PaymentRequest request, TransferDetails? transfer) => gateways is { PlaysBank: true, SandboxSecret: { } secret } && transfer is not null
        ? new Uri($"{site.At(request.Language, PaymentGateways.SandboxPath, PaymentGateways.SandboxPath)}?{SandboxPage.TicketField}={SandboxPayment.Of(request, transfer).Ticket(secret)}")
        : null;

    private PaymentRequest RequestOf(OrderGroup group, PaymentAttempt attempt, string linkSecret)
    {
        var page = $"{site.At(group.Language, "/don-hang/", "/en/orders/")}{group.Number}";
        var key = linkSecret.Length > 0 ? $"?key={Uri.EscapeDataString(linkSecret)}" : "";
        return new PaymentRequest
        {
            AttemptId = attempt.Id,
            Amount = attempt.Amount,
            OrderNumber = OrderNumber.Written(group.Number),
            Language = group.Language,
            ReturnTo = new Uri(page + key),
            CancelTo = new Uri(page + key),
            AskedAt = attempt.CreatedAt,
            ExpiresAt = attempt.ExpiresAt,
            TermsDays = OrderGroup.TermsDays,
        };
    }
}

/// <summary>The order is paid in another way.</summary>
public sealed record PaidOtherwise : IProblem
{
    public LocalizedText Message => new("Đơn này không thanh toán trực tuyến.", "This order is not paid online.");
}

/// <summary>Nothing is open.</summary>
public sealed record NothingToPay : IProblem
{
    public LocalizedText Message => new("Đơn này không còn gì phải trả, hoặc đã quá hạn thanh toán.", "Nothing is left to pay for this order, or its time is over.");
}
