using System.Globalization;
using System.Text.Json;
using Marketplace.Core.Payments;
using Marketplace.Payments.Transfers;

namespace Marketplace.Payments.Sandbox;

/// <summary>Takes one event to whoever listens: the reader's code, body and signature, as they stand in the request.</summary>
public delegate Task PostEvent(string reader, string body, string signature, CancellationToken cancellationToken);

/// <summary>Signs and sends what the sandbox reports, one event after the other.</summary>
/// <param name="post">To the shop's own address for events, by HTTP in a host.</param>
public sealed class SandboxDelivery(string secret, TimeProvider clock, PostEvent post)
{
    /// <summary>Plays a trick to its end, which for <see cref="SandboxTrick.Delay"/> is half a minute away by the clock.</summary>
    public async Task PlayAsync(SandboxPayment payment, SandboxTrick trick, CancellationToken cancellationToken)
    {
        foreach (var (wait, kind) in SandboxScript.Of(trick))
        {
            if (wait > default(TimeSpan))
            {
                await Task.Delay(wait, clock, cancellationToken);
            }

            if (payment.Transfer is { } transfer)
            {
                await TransferAsync(payment, transfer, kind, cancellationToken);
                continue;
            }

            await SendAsync(SandboxGateway.Code, SandboxEvent.Of(kind, payment.AttemptId, payment.Amount, clock.GetUtcNow()), cancellationToken);
        }
    }

    internal Task GiveBackAsync(RefundRequest request, CancellationToken cancellationToken) => SendAsync(SandboxGateway.Code, SandboxEvent.Of(request, clock.GetUtcNow()), cancellationToken);

    /// <summary>As a bank would report it, which tells of money alone.</summary>
    private Task TransferAsync(SandboxPayment payment, TransferDetails transfer, PaymentEventKind kind, CancellationToken cancellationToken) => kind != PaymentEventKind.Succeeded ? Task.CompletedTask : SendAsync(
        BankNotifications.ReaderCode,
        new
        {
            transactionId = $"sandbox-{payment.AttemptId:N}",
            reference = $"FT{payment.AttemptId:N}"[..16].ToUpperInvariant(),
            account = transfer.Account.Number,
            amount = transfer.Amount.Amount,
            direction = "credit",
            content = $"CK {transfer.Code.ToLowerInvariant()} mua hang",
            time = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        },
        cancellationToken);

    private Task SendAsync<T>(string reader, T told, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(told, JsonSerializerOptions.Web);
        return post(reader, body, EventSignature.Of(secret, body, clock.GetUtcNow()), cancellationToken);
    }
}
