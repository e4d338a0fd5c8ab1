using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Ordering;
using Marketplace.Api.Payments;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Marketplace.Data.Payments;
using Marketplace.Payments.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What a buyer needs in order to pay.</summary>
[Name("PaymentRequest")]
public sealed class PaymentRequestGraph
{
    private readonly PaymentAsked _asked;

    internal PaymentRequestGraph(PaymentAsked asked) => _asked = asked;

    /// <summary>What is to be paid.</summary>
    public MoneyGraph Amount => new(_asked.Start.Transfer?.Amount ?? _asked.Attempt.Amount);

    /// <summary>Until when the goods are kept; null where nothing waits for the money.</summary>
    public DateTime? ExpiresAt => _asked.Attempt.ExpiresAt;

    /// <summary>The page of the payment service; null where it is paid by transfer.</summary>
    public string? RedirectUrl => _asked.Start.RedirectTo?.AbsoluteUri;

    /// <summary>The QR code for the bank's app, as an SVG image; null where there is none.</summary>
    public string? QrSvg => _asked.Start.QrPayload is { } payload ? QrDrawing.Svg(payload) : null;

    /// <summary>The text of the QR code; null where there is none.</summary>
    public string? QrPayload => _asked.Start.QrPayload;

    /// <summary>What to write on a transfer by hand; null where nothing is transferred.</summary>
    public TransferGraph? Transfer => _asked.Start.Transfer is { } transfer ? new(transfer) : null;

    /// <summary>The last day to pay; null where it is paid at once.</summary>
    public DateOnly? DueOn => _asked.Start.DueOn;

    /// <summary>A page on which the buyer's bank is played, in a shop that takes no real money; null everywhere else.</summary>
    public string? SandboxUrl => _asked.SandboxPage?.AbsoluteUri;
}

/// <summary>What to write on a transfer.</summary>
[Name("Transfer")]
public sealed class TransferGraph
{
    private readonly TransferDetails _transfer;

    internal TransferGraph(TransferDetails transfer) => _transfer = transfer;

    /// <summary>The bank's number at NAPAS, six digits.</summary>
    public string Bank => _transfer.Account.Bin;

    /// <summary>The account's number.</summary>
    public string Account => _transfer.Account.Number;

    /// <summary>The account's holder, as the bank writes it.</summary>
    public string Holder => _transfer.Account.Holder;

    /// <summary>What must stand in the message, so that the money finds its order.</summary>
    public string Code => _transfer.Code;

    /// <summary>To the đồng.</summary>
    public MoneyGraph Amount => new(_transfer.Amount);
}

/// <summary>What has been paid for a group of orders, and what is left.</summary>
[Name("PaymentStanding")]
public sealed class PaymentStandingGraph
{
    private readonly string _currency;
    private readonly long _received;
    private readonly long _refunded;
    private readonly long _open;
    private readonly long _credit;
    private readonly long _returning;

    internal PaymentStandingGraph(OrderGroup group, IReadOnlyList<PaymentAttempt> attempts, PaymentAsked? asked)
    {
        _currency = group.Currency;
        (_received, _refunded) = (attempts.Sum(attempt => attempt.Received.Amount), attempts.Sum(attempt => attempt.Refunded.Amount));
        (_open, _credit) = (Settlement.Open(group, attempts), Settlement.Credit(group, attempts));
        _returning = _received - _refunded - Settlement.Kept(attempts);
        Request = asked is null ? null : new(asked);
    }

    /// <summary>Came in.</summary>
    public MoneyGraph Received => new(new Money(_received, _currency));

    /// <summary>Went back.</summary>
    public MoneyGraph Refunded => new(new Money(_refunded, _currency));

    /// <summary>On its way back.</summary>
    public MoneyGraph Returning => new(new Money(_returning, _currency));

    /// <summary>Still to be paid.</summary>
    public MoneyGraph Open => new(new Money(_open, _currency));

    /// <summary>Paid for refused orders, and kept while the buyer chooses.</summary>
    public MoneyGraph Credit => new(new Money(_credit, _currency));

    /// <summary>How to pay by the transfer that was started; null where none is open.</summary>
    public PaymentRequestGraph? Request { get; }
}

/// <summary>Which order is to be paid.</summary>
[Name("StartPaymentInput")]
public sealed class StartPaymentInput
{
    /// <summary>The order's number, with or without the dash.</summary>
    public required string Number { get; init; }

    /// <summary>From a guest's link; not needed by whoever is signed in.</summary>
    public string? Secret { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same key starts one payment.</summary>
    public required string RequestKey { get; init; }
}

/// <summary>How to pay.</summary>
[Name("StartPaymentPayload")]
public sealed class StartPaymentPayload : Payload
{
    internal StartPaymentPayload(IEnumerable<IProblem> problems, Ask ask, PaymentRequestGraph? payment = null)
        : base(problems, ask) => Payment = payment;

    /// <summary>Null with problems.</summary>
    public PaymentRequestGraph? Payment { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Starts to pay what is open of an order, by the way that was chosen when it was placed. That money has moved is said by the provider alone, so whoever comes back from its
    /// page may be quicker. Problems: NOTHING_THERE, NOTHING_TO_PAY, PAID_OTHERWISE, AMOUNT_OUT_OF_BOUNDS, CURRENCY_NOT_TAKEN, PAYMENT_DECLINED, GATEWAY_UNREACHABLE, GATEWAY_REFUSED.
    /// </summary>
    [Cost(50)]
    public static async Task<StartPaymentPayload> StartPayment(StartPaymentInput input, Purchaser purchaser, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(cancellationToken);
        if (!OrderNumber.TryRead(input.Number, out var number) || await db.OrderGroupOfNumberAsync(number, cancellationToken) is not { } group || !OrderAccess.IsTheirs(group, purchaser.Buyer, input.Secret))
        {
            return new([new NothingThere(["number"])], ask);
        }

        var (asked, problem) = await services.GetRequiredService<PaymentDesk>().StartAsync(group, input.RequestKey, input.Secret ?? "", cancellationToken);
        return asked is null ? new([problem!], ask) : new([], ask, new(asked));
    }
}

public sealed partial class Query
{
    /// <summary>What has been paid for an order and what is left; null when there is no such order for whoever asks.</summary>
    /// <param name="secret">From a guest's link; not needed by whoever is signed in.</param>
    [Cost(10)]
    public static async Task<PaymentStandingGraph?> Payment(string number, Buyer buyer, [FromServices] IServiceProvider services, CancellationToken cancellationToken, string? secret = null)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(cancellationToken);
        if (!OrderNumber.TryRead(number, out var code) || await db.OrderGroupOfNumberAsync(code, cancellationToken) is not { } group || !OrderAccess.IsTheirs(group, buyer, secret))
        {
            return null;
        }

        var attempts = await db.AttemptsOfGroupAsync(group.Id, cancellationToken);
        var asked = attempts.Select(attempt => services.GetRequiredService<PaymentDesk>().Again(group, attempt, secret ?? "")).LastOrDefault(one => one is not null);
        return new(group, attempts, asked);
    }

    /// <summary>The ways to pay that this shop offers.</summary>
    public static IReadOnlyList<PaymentMethod> PaymentMethods([FromServices] IServiceProvider services) =>
        [.. Enum.GetValues<PaymentMethod>().Where(method => method == PaymentMethod.CashOnDelivery || services.GetRequiredService<PaymentDesk>().GatewayOf(method) is not null)];
}
