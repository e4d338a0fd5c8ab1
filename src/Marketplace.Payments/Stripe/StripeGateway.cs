using System.Net;
using Marketplace.Core;
using Marketplace.Core.Payments;
using Stripe;
using Stripe.Checkout;

namespace Marketplace.Payments.Stripe;

/// <summary>Cards and wallets on Stripe's own page: nothing of a card ever comes to us.</summary>
public sealed class StripeGateway(StripeOptions options, HttpClient http) : IPaymentGateway
{
    /// <summary>Names the gateway and its reader.</summary>
    public const string Code = "stripe";

    /// <summary>Keys of the metadata that Stripe gives back with every event.</summary>
    internal const string AttemptKey = "attempt";

    internal const string RefundKey = "refund";

    private const int Retries = 2;

    /// <summary>Stripe keeps a page open for at least 30 minutes after its request and at most a day; the first five are for trying again.</summary>
    private static readonly TimeSpan ShortestPage = TimeSpan.FromMinutes(35);

    private static readonly TimeSpan LongestPage = TimeSpan.FromHours(23);

    private readonly StripeClient _client = new(new StripeClientOptions
    {
        ApiKey = options.ApiKey,
        ApiBase = options.ApiBase.TrimEnd('/'),
        HttpClient = new SystemNetHttpClient(http, Retries, enableTelemetry: false),
    });

    /// <summary>The least is about half a dollar, the most eight digits, as Stripe's table of currencies has it. It does not multiply đồng: 1250000 is 1,250,000 đ.</summary>
    public PaymentCapabilities Capabilities { get; } = new()
    {
        Code = Code,
        Form = PaymentForm.HostedPage,
        StartsOutside = true,
        ConfirmsByEvents = true,
        NeedsPerson = false,
        Refunds = RefundScope.Part,
        Currencies = [new(Money.Vnd, 15_000, 99_999_999), new("USD", 50, 99_999_999), new("EUR", 50, 99_999_999)],
    };

    public async Task<Result<PaymentStart>> StartAsync(PaymentRequest request, CancellationToken cancellationToken)
    {
        if (Capabilities.Refusal(request.Amount) is { } refusal)
        {
            return new(refusal);
        }

        try
        {
            var session = await _client.V1.Checkout.Sessions.CreateAsync(PageOf(request), new RequestOptions { IdempotencyKey = $"start-{request.AttemptId:N}" }, cancellationToken);
            return Uri.TryCreate(session.Url, UriKind.Absolute, out var page)
                ? new(new PaymentStart { Reference = session.Id, RedirectTo = page })
                : new(new GatewayRefused(Code, "no_page"));
        }
        catch (Exception failure) when (ProblemOf(failure, cancellationToken) is { } problem)
        {
            return new(problem);
        }
    }

    public async Task<IProblem?> CancelAsync(Guid attemptId, string reference, CancellationToken cancellationToken)
    {
        try
        {
            await _client.V1.Checkout.Sessions.ExpireAsync(reference, options: null, new RequestOptions { IdempotencyKey = $"cancel-{attemptId:N}" }, cancellationToken);
            return null;
        }
        catch (StripeException closed) when (closed.HttpStatusCode == HttpStatusCode.BadRequest)
        {
            // A page that is paid, expired or closed is no longer open, which is all that was asked for.
            return null;
        }
        catch (Exception failure) when (ProblemOf(failure, cancellationToken) is { } problem)
        {
            return problem;
        }
    }

    public async Task<Result<RefundStart>> RefundAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        var create = new RefundCreateOptions
        {
            PaymentIntent = request.Payment,
            Amount = request.Amount.Amount,
            Metadata = new() { [AttemptKey] = request.AttemptId.ToString(), [RefundKey] = request.RefundId.ToString() },
        };
        try
        {
            var refund = await _client.V1.Refunds.CreateAsync(create, new RequestOptions { IdempotencyKey = $"refund-{request.RefundId:N}" }, cancellationToken);
            return new(new RefundStart(refund.Id));
        }
        catch (Exception failure) when (ProblemOf(failure, cancellationToken) is { } problem)
        {
            return new(problem);
        }
    }

    private static SessionCreateOptions PageOf(PaymentRequest request)
    {
        var attempt = new Dictionary<string, string> { [AttemptKey] = request.AttemptId.ToString() };
        var (earliest, latest) = (request.AskedAt + ShortestPage, request.AskedAt + LongestPage);
        return new()
        {
            Mode = "payment",
            ClientReferenceId = request.AttemptId.ToString(),
            Metadata = attempt,
            PaymentIntentData = new() { Metadata = attempt },
            // Prices inside Vietnam are shown in đồng alone.
            AdaptivePricing = new() { Enabled = false },
            LineItems =
            [
                new()
                {
                    Quantity = 1,
                    PriceData = new()
                    {
                        Currency = request.Amount.Currency.ToLowerInvariant(),
                        UnitAmount = request.Amount.Amount,
                        ProductData = new() { Name = request.Language == Language.En ? $"Order {request.OrderNumber}" : $"Đơn hàng {request.OrderNumber}" },
                    },
                },
            ],
            Locale = request.Language == Language.En ? "en" : "vi",
            SuccessUrl = request.ReturnTo.AbsoluteUri,
            CancelUrl = request.CancelTo.AbsoluteUri,
            ExpiresAt = request.ExpiresAt is { } end && end > earliest ? end < latest ? end : latest : earliest,
        };
    }

    /// <summary>What a caller can do about a failure; null for our own faults and for callers who went away.</summary>
    private static IProblem? ProblemOf(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        StripeException { StripeError.Type: "card_error" } => new PaymentDeclined(),
        StripeException { StripeError: null } or StripeException { HttpStatusCode: HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => new GatewayUnreachable(Code),
        StripeException { StripeError: var error } => new GatewayRefused(Code, error.Code ?? error.Type ?? "unknown"),
        HttpRequestException => new GatewayUnreachable(Code),
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new GatewayUnreachable(Code),
        _ => null,
    };
}
