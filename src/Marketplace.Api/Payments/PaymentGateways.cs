using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Payments;
using Marketplace.Payments.AtTheDoor;
using Marketplace.Payments.Sandbox;
using Marketplace.Payments.Stripe;
using Marketplace.Payments.Transfers;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.Payments;

/// <summary>The ways to pay that the settings give, and who reads what is reported about them. Cash at the door is always there.</summary>
internal sealed class PaymentGateways
{
    /// <summary>Where the sandbox has its page.</summary>
    internal const string SandboxPath = "/sandbox/pay";

    private static readonly BankAccount TrialAccount = new("970436", "0000000000", "TAI KHOAN THU NGHIEM");

    /// <summary>A buyer waits for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, IPaymentGateway> _gateways;
    private readonly Dictionary<string, IPaymentEventReader> _readers;

    public PaymentGateways(IOptions<StripeOptions> stripe, IOptions<BankOptions> bank, IOptions<SandboxOptions> sandbox, PostEvent post, SiteAddress site, TimeProvider clock)
    {
        List<IPaymentGateway> gateways = [new CashOnDeliveryGateway()];
        List<IPaymentEventReader> readers = [];
        if (stripe.Value.ApiKey is not null)
        {
            gateways.Add(new StripeGateway(stripe.Value, new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { Timeout = Patience }));
            readers.Add(new StripeEvents(stripe.Value, clock));
        }

        if (bank.Value.Account is { } account)
        {
            var notified = bank.Value.NotificationSecret is not null;
            gateways.AddRange([new VietQrGateway(account, notified), new BankTransferGateway(account, notified)]);
        }

        if (bank.Value is { Account: not null, NotificationSecret: { } word })
        {
            readers.Add(new BankNotifications(word, clock));
        }

        if (sandbox.Value.Enabled ?? (stripe.Value.ApiKey is null && bank.Value.Account is null))
        {
            SandboxSecret = sandbox.Value.Secret ?? Secrets.New();
            Sandbox = new SandboxDelivery(SandboxSecret, clock, post);
            if (bank.Value.Account is null)
            {
                // Nobody has this account: the sandbox plays its bank.
                gateways.AddRange([new VietQrGateway(TrialAccount, notified: true), new BankTransferGateway(TrialAccount, notified: true)]);
                readers.Add(new BankNotifications(SandboxSecret, clock));
                PlaysBank = true;
            }

            gateways.Add(new SandboxGateway(SandboxSecret, () => new Uri(site.At(Language.Vi, SandboxPath, SandboxPath)), Sandbox));
            readers.Add(new SandboxEvents(SandboxSecret, clock));
        }

        (_gateways, _readers) = (gateways.ToDictionary(gateway => gateway.Capabilities.Code), readers.ToDictionary(reader => reader.Code));
    }

    /// <summary>What every gateway can do, for whoever offers them to buyers.</summary>
    public IEnumerable<PaymentCapabilities> Capabilities => _gateways.Values.Select(gateway => gateway.Capabilities);

    /// <summary>Signs what the sandbox hands out; null when it is off.</summary>
    public string? SandboxSecret { get; }

    /// <summary>Whether the bank of transfers is played by the sandbox.</summary>
    public bool PlaysBank { get; }

    /// <summary>Sends the sandbox's events; null when it is off.</summary>
    public SandboxDelivery? Sandbox { get; }

    /// <summary>The gateway of that code; null when the settings do not give it.</summary>
    public IPaymentGateway? Gateway(string code) => _gateways.GetValueOrDefault(code);

    /// <summary>The reader of that code; null when nothing is taken from there.</summary>
    public IPaymentEventReader? Reader(string code) => _readers.GetValueOrDefault(code);
}
