using Marketplace.Core;
using Marketplace.Core.Payments;
using Marketplace.Payments.Stripe;

namespace Marketplace.Tests.Payments;

/// <summary>What we ask of Stripe, over HTTP, and what becomes of its refusals and silences.</summary>
public sealed class StripeGatewayTests : IAsyncLifetime
{
    private StripeStandIn _stripe = null!;
    private HttpClient _http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private StripeGateway Gateway => new(_stripe.Options, _http);

    public async ValueTask InitializeAsync() => (_stripe, _http) = (await StripeStandIn.OpenAsync(), new HttpClient { Timeout = TimeSpan.FromSeconds(20) });

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _stripe.DisposeAsync();
    }

    [Fact]
    public async Task A_page_is_asked_for_in_whole_dong_with_the_attempt_on_everything()
    {
        Assert.False((await Gateway.StartAsync(Some.Request(), Stop)).Failed(out _, out var start));

        var (path, form) = Assert.Single(_stripe.Done);
        Assert.Equal(("/v1/checkout/sessions", "cs_test_1", "https://checkout.stripe.example/c/pay/cs_test_1"), (path, start.Reference, start.RedirectTo!.AbsoluteUri));
        Assert.Equal(("1250000", "vnd", "1"), (form["line_items[0][price_data][unit_amount]"], form["line_items[0][price_data][currency]"], form["line_items[0][quantity]"]));
        Assert.Equal(("Đơn hàng DH-1042", "vi", "payment"), (form["line_items[0][price_data][product_data][name]"], form["locale"], form["mode"]));
        Assert.Equal([Some.AttemptId.ToString()], new[] { form["metadata[attempt]"], form["payment_intent_data[metadata][attempt]"], form["client_reference_id"] }.Distinct());
        Assert.Equal(("https://shop.example/don-hang/DH-1042", "https://shop.example/thanh-toan"), (form["success_url"], form["cancel_url"]));
        Assert.Equal(("false", $"{Some.Now.AddMinutes(35).ToUnixTimeSeconds()}"), (form["adaptive_pricing[enabled]"].ToLowerInvariant(), form["expires_at"]));
        Assert.NotEmpty(_stripe.Version!);
    }

    [Fact]
    public async Task The_same_attempt_started_twice_is_one_page_and_another_is_another()
    {
        await Gateway.StartAsync(Some.Request(), Stop);
        Assert.False((await Gateway.StartAsync(Some.Request(), Stop)).Failed(out _, out var again));
        Assert.False((await Gateway.StartAsync(Some.Request(Guid.CreateVersion7(Some.Now)), Stop)).Failed(out _, out var other));

        Assert.Equal(("cs_test_1", "cs_test_2"), (again.Reference, other.Reference));
        Assert.Equal(2, _stripe.Done.Count);
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_asked_for_again_and_nothing_is_made_twice()
    {
        _stripe.LoseNextAnswer();

        Assert.False((await Gateway.StartAsync(Some.Request(), Stop)).Failed(out _, out var start));

        Assert.Equal("cs_test_1", start.Reference);
        Assert.Single(_stripe.Done);
        Assert.Equal(2, _stripe.Asked);
    }

    [Fact]
    public async Task A_card_that_is_declined_is_the_buyers_news()
    {
        _stripe.RefuseNext(402, "card_error", "card_declined");

        Assert.IsType<PaymentDeclined>(await RefusedAsync());
    }

    [Theory]
    [InlineData(401, "invalid_request_error", null, "invalid_request_error")]
    [InlineData(400, "invalid_request_error", "amount_too_small", "amount_too_small")]
    [InlineData(400, "idempotency_error", null, "idempotency_error")]
    public async Task What_stripe_will_not_do_is_told_with_its_code_and_without_its_words(int status, string type, string? code, string told)
    {
        _stripe.RefuseNext(status, type, code);

        var problem = await RefusedAsync();

        Assert.Equal(new GatewayRefused("stripe", told), problem);
        Assert.DoesNotContain("4242", problem.Message.Vi + problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_fails_every_time_may_be_tried_again()
    {
        _stripe.BreakNext(3);

        Assert.Equal(new GatewayUnreachable("stripe"), await RefusedAsync());
        Assert.False((await Gateway.StartAsync(Some.Request(), Stop)).Failed(out _, out _));
    }

    [Fact]
    public async Task A_server_that_is_silent_or_not_there_may_be_tried_again()
    {
        using var impatient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };
        _stripe.HangNext(10);
        Assert.True((await new StripeGateway(_stripe.Options, impatient).StartAsync(Some.Request(), Stop)).Failed(out var silent, out _));
        Assert.True((await new StripeGateway(_stripe.Options with { ApiBase = "http://127.0.0.1:1" }, _http).StartAsync(Some.Request(), Stop)).Failed(out var absent, out _));

        Assert.Equal((new GatewayUnreachable("stripe"), new GatewayUnreachable("stripe")), (silent, absent));
    }

    [Fact]
    public async Task Whoever_stops_waiting_gets_no_answer_made_up()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Gateway.StartAsync(Some.Request(), gone.Token));
    }

    [Fact]
    public async Task Amounts_and_currencies_that_stripe_would_refuse_are_not_asked_for()
    {
        Assert.IsType<CurrencyNotTaken>(await RefusedAsync(new Money(100, "THB")));
        Assert.Equal(new AmountOutOfBounds(Money.Dong(15_000), Money.Dong(99_999_999)), await RefusedAsync(Money.Dong(14_999)));
        Assert.IsType<AmountOutOfBounds>(await RefusedAsync(Money.Dong(100_000_000)));

        Assert.Equal(0, _stripe.Asked);
    }

    [Fact]
    public async Task A_refund_is_asked_for_in_whole_dong_and_once_for_each_id()
    {
        var refund = new RefundRequest(Guid.CreateVersion7(Some.Now), Some.AttemptId, "pi_1", Money.Dong(250_000));

        Assert.False((await Gateway.RefundAsync(refund, Stop)).Failed(out _, out var first));
        Assert.False((await Gateway.RefundAsync(refund, Stop)).Failed(out _, out var again));

        Assert.Equal(first, again);
        var (path, form) = Assert.Single(_stripe.Done);
        Assert.Equal(("/v1/refunds", "pi_1", "250000"), (path, form["payment_intent"], form["amount"]));
        Assert.Equal((refund.RefundId.ToString(), Some.AttemptId.ToString()), (form["metadata[refund]"], form["metadata[attempt]"]));
    }

    [Fact]
    public async Task A_refund_that_stripe_will_not_make_is_told()
    {
        _stripe.RefuseNext(400, "invalid_request_error", "charge_already_refunded");

        Assert.True((await Gateway.RefundAsync(new(Guid.CreateVersion7(Some.Now), Some.AttemptId, "pi_1", Money.Dong(1)), Stop)).Failed(out var problem, out _));

        Assert.Equal(new GatewayRefused("stripe", "charge_already_refunded"), problem);
    }

    [Fact]
    public async Task A_page_is_closed_and_one_that_is_closed_already_is_as_good()
    {
        Assert.Null(await Gateway.CancelAsync(Some.AttemptId, "cs_test_1", Stop));
        _stripe.RefuseNext(400, "invalid_request_error");
        Assert.Null(await Gateway.CancelAsync(Some.AttemptId, "cs_test_1", Stop));
        _stripe.BreakNext(3);
        Assert.Equal(new GatewayUnreachable("stripe"), await Gateway.CancelAsync(Some.AttemptId, "cs_test_1", Stop));

        Assert.Equal("/v1/checkout/sessions/cs_test_1/expire", Assert.Single(_stripe.Done).Path);
    }

    private async Task<IProblem> RefusedAsync(Money? amount = null) =>
        (await Gateway.StartAsync(Some.Request(amount: amount), Stop)).Failed(out var problem, out _) ? problem : throw new InvalidOperationException("It was not refused.");
}
