using System.Net;
using Marketplace.Api.Payments;
using Marketplace.Core;
using Marketplace.Core.Payments;
using Marketplace.Payments.AtTheDoor;
using Marketplace.Payments.Sandbox;
using Marketplace.Payments.Stripe;
using Marketplace.Payments.Transfers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Payments;

/// <summary>Ways to pay say what they can, and the settings say which there are.</summary>
public sealed class GatewayTests(MarketplaceApp app)
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static readonly PaymentRules Rules = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_qr_code_fills_in_payee_amount_and_code_and_tells_nobody()
    {
        var gateway = new VietQrGateway(Some.Account, notified: true);

        Assert.False((await gateway.StartAsync(Some.Request(), Stop)).Failed(out _, out var start));

        var code = TransferCode.Of(Some.AttemptId);
        Assert.Equal((code, new TransferDetails(Some.Account, code, Money.Dong(Some.Price)), null), (start.Reference, start.Transfer, start.RedirectTo));
        Assert.Equal(VietQrPayload.Of(Some.Account, Money.Dong(Some.Price), code), start.QrPayload);
        Assert.Equal((false, true, false), (gateway.Capabilities.StartsOutside, gateway.Capabilities.ConfirmsByEvents, gateway.Capabilities.NeedsPerson));
        Assert.True(new VietQrGateway(Some.Account, notified: false).Capabilities.NeedsPerson);
    }

    [Fact]
    public async Task A_producers_own_account_is_paid_when_the_request_names_it()
    {
        var own = new BankAccount("970415", "101000123456", "HTX DUA CHAU THANH");

        Assert.False((await new VietQrGateway(Some.Account, notified: true).StartAsync(Some.Request() with { PayTo = own }, Stop)).Failed(out _, out var start));

        Assert.Equal(own, start.Transfer!.Account);
        Assert.Contains(own.Number, start.QrPayload!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_on_terms_is_due_so_many_days_after_the_day_in_vietnam()
    {
        var lateAtNight = new DateTime(2026, 11, 29, 17, 30, 0, DateTimeKind.Utc);

        Assert.False((await new BankTransferGateway(Some.Account, notified: false).StartAsync(Some.Request() with { AskedAt = lateAtNight, TermsDays = 30, ExpiresAt = null }, Stop)).Failed(out _, out var start));

        Assert.Equal((new DateOnly(2026, 12, 30), TransferCode.Of(Some.AttemptId)), (start.DueOn, start.Transfer!.Code));
    }

    [Fact]
    public async Task Cash_starts_nothing_and_needs_a_person()
    {
        var gateway = new CashOnDeliveryGateway();

        Assert.False((await gateway.StartAsync(Some.Request(), Stop)).Failed(out _, out var start));

        Assert.Equal(new PaymentStart { Reference = Some.AttemptId.ToString("N") }, start);
        Assert.Equal((false, false, true), (gateway.Capabilities.StartsOutside, gateway.Capabilities.ConfirmsByEvents, gateway.Capabilities.NeedsPerson));
    }

    [Fact]
    public async Task What_is_given_back_by_hand_says_so_and_foreign_money_is_not_taken_by_transfer()
    {
        IPaymentGateway[] byHand = [new CashOnDeliveryGateway(), new VietQrGateway(Some.Account, notified: true), new BankTransferGateway(Some.Account, notified: true)];

        foreach (var gateway in byHand)
        {
            Assert.Equal(RefundScope.None, gateway.Capabilities.Refunds);
            Assert.True((await gateway.RefundAsync(new(Guid.Empty, Some.AttemptId, "r", Money.Dong(1)), Stop)).Failed(out var refund, out _));
            Assert.IsType<RefundByHand>(refund);
            Assert.True((await gateway.StartAsync(Some.Request(amount: new Money(100, "USD")), Stop)).Failed(out var foreign, out _));
            Assert.Equal(["VND"], Assert.IsType<CurrencyNotTaken>(foreign).Taken);
            Assert.Null(await gateway.CancelAsync(Some.AttemptId, "r", Stop));
        }
    }

    [Fact]
    public void Without_settings_there_are_cash_and_the_sandbox_which_plays_the_bank_too()
    {
        var gateways = app.Services.GetRequiredService<PaymentGateways>();

        Assert.Equal(["bank-transfer", "cash-on-delivery", "sandbox", "vietqr"], gateways.Capabilities.Select(capabilities => capabilities.Code).Order(StringComparer.Ordinal));
        Assert.NotNull(gateways.Reader("sandbox"));
        Assert.Null(gateways.Reader("stripe"));
        Assert.True(gateways.PlaysBank);
    }

    [Fact]
    public async Task The_sandboxs_page_takes_a_choice_and_sends_the_buyer_back()
    {
        var gateways = app.Services.GetRequiredService<PaymentGateways>();
        Assert.False((await gateways.Gateway("sandbox")!.StartAsync(Some.Request(), Stop)).Failed(out _, out var start));
        using var buyer = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        var page = await buyer.GetAsync(start.RedirectTo!.PathAndQuery, Stop);
        Assert.Equal(SandboxPage.Policy, page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("1.250.000", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        var ticket = start.RedirectTo.Query.Split("payment=")[1];
        Assert.Equal((HttpStatusCode.SeeOther, "https://shop.example/don-hang/DH-1042"), await ChooseAsync(SandboxTrick.Drop.ToString(), ticket));
        Assert.Equal((HttpStatusCode.OK, null), await ChooseAsync("Steal", ticket));
        Assert.Equal((HttpStatusCode.NotFound, null), await ChooseAsync(SandboxTrick.Pay.ToString(), ticket + "0"));

        async Task<(HttpStatusCode, string?)> ChooseAsync(string trick, string with)
        {
            using var form = new FormUrlEncodedContent([new(SandboxPage.TicketField, with), new(SandboxPage.TrickField, trick)]);
            using var answer = await buyer.PostAsync(start.RedirectTo!.AbsolutePath, form, Stop);
            return (answer.StatusCode, answer.Headers.Location?.AbsoluteUri);
        }
    }

    [Theory]
    [InlineData("Stripe__ApiKey and Stripe__WebhookSecret go together: set both or neither.", "sk_test_1234567890", null)]
    [InlineData("Stripe__ApiKey and Stripe__WebhookSecret go together: set both or neither.", null, "whsec_1")]
    [InlineData("Stripe__ApiKey is not a secret key as Stripe gives it: it begins with sk_test_, sk_live_, rk_test_ or rk_live_.", "pk_test_1234567890", "whsec_1")]
    [InlineData("Stripe__WebhookSecret is not a secret as Stripe gives it: it begins with whsec_.", "sk_live_1234567890", "1234567890")]
    [InlineData("Stripe__ApiBase is \"stripe\" but must be an address without a path, as in https://api.stripe.com.", null, null, "stripe")]
    [InlineData(null, "rk_live_1234567890", "whsec_1")]
    [InlineData(null, null, null)]
    public void Bad_settings_of_stripe_are_refused_in_one_sentence(string? message, string? key, string? webhook, string? address = null) => Assert.Equal(
        message, Rules.Validate(null, new StripeOptions { ApiKey = key, WebhookSecret = webhook, ApiBase = address ?? new StripeOptions().ApiBase }).FailureMessage);

    [Theory]
    [InlineData("Bank__Bin, Bank__AccountNumber and Bank__AccountName go together: set all or none.", "970436", "123", null, null)]
    [InlineData("Bank__Bin must be 6 digits and Bank__AccountNumber 1 to 19 letters and digits, as in 970436 and 1234567890.", "VCB", "123", "A", null)]
    [InlineData("Bank__NotificationSecret must have 32 characters or more.", "970436", "123", "A", "short")]
    [InlineData(null, "970436", "123", "A", Secret)]
    public void Bad_settings_of_the_bank_are_refused_in_one_sentence(string? message, string? bin, string? number, string? holder, string? secret) => Assert.Equal(
        message, Rules.Validate(null, new BankOptions { Bin = bin, AccountNumber = number, AccountName = holder, NotificationSecret = secret }).FailureMessage);

    [Fact]
    public void A_short_secret_of_the_sandbox_is_refused() =>
        Assert.Equal("Sandbox__Secret must have 32 characters or more.", Rules.Validate(null, new SandboxOptions { Secret = "short" }).FailureMessage);
}
