using System.Text.Json;
using Marketplace.Core.Payments;

namespace Marketplace.Payments.Sandbox;

/// <summary>Takes one event to whoever listens: body and signature, as they stand in the request.</summary>
public delegate Task PostEvent(string body, string signature, CancellationToken cancellationToken);

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

            await SendAsync(SandboxEvent.Of(kind, payment.AttemptId, payment.Amount, clock.GetUtcNow()), cancellationToken);
        }
    }

    internal Task GiveBackAsync(RefundRequest request, CancellationToken cancellationToken) => SendAsync(SandboxEvent.Of(request, clock.GetUtcNow()), cancellationToken);

    private Task SendAsync(SandboxEvent told, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(told, JsonSerializerOptions.Web);
        return post(body, EventSignature.Of(secret, body, clock.GetUtcNow()), cancellationToken);
    }
}
