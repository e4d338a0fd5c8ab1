using Marketplace.Core;
using Marketplace.Core.Payments;
using Marketplace.Payments.Stripe;
using Microsoft.Extensions.Time.Testing;
using Stripe;

namespace Marketplace.Tests.Payments;

/// <summary>What Stripe's webhook reports is checked before it is read, and read before it is believed.</summary>
public sealed class StripeEventTests
{
    private static readonly StripeOptions Options = new() { ApiKey = "sk_test_1234567890", WebhookSecret = "whsec_of_this_test" };

    private readonly FakeTimeProvider _clock = new(Some.Now);
    private readonly StripeEvents _events;

    public StripeEventTests() => _events = new(Options, _clock);

    public static TheoryData<string, string, PaymentEventKind> Meanings { get; } = new()
    {
        { "checkout.session.completed", Session("paid"), PaymentEventKind.Succeeded },
        { "checkout.session.completed", Session("unpaid"), PaymentEventKind.Pending },
        { "checkout.session.async_payment_succeeded", Session("paid"), PaymentEventKind.Succeeded },
        { "checkout.session.async_payment_failed", Session("unpaid"), PaymentEventKind.Failed },
        { "checkout.session.expired", Session("unpaid"), PaymentEventKind.Expired },
        { "payment_intent.succeeded", Intent, PaymentEventKind.Succeeded },
        { "payment_intent.payment_failed", Intent, PaymentEventKind.Declined },
        { "payment_intent.processing", Intent, PaymentEventKind.Pending },
        { "payment_intent.canceled", Intent, PaymentEventKind.Cancelled },
        { "payment_intent.created", Intent, PaymentEventKind.Unknown },
        { "refund.created", Refund("pending"), PaymentEventKind.Unknown },
        { "refund.created", Refund("succeeded"), PaymentEventKind.Refunded },
        { "refund.updated", Refund("succeeded"), PaymentEventKind.Refunded },
        { "refund.failed", Refund("failed"), PaymentEventKind.RefundFailed },
        { "refund.updated", Refund("canceled"), PaymentEventKind.RefundFailed },
        { "charge.dispute.created", """{"id":"dp_1","object":"dispute","amount":1250000,"currency":"vnd","payment_intent":"pi_1"}""", PaymentEventKind.Disputed },
        { "customer.created", """{"id":"cus_1","object":"customer"}""", PaymentEventKind.Unknown },
        { "something.of_tomorrow", """{"id":"x_1","object":"thing_of_tomorrow"}""", PaymentEventKind.Unknown },
    };

    private static string Intent => $$"""{"id":"pi_1","object":"payment_intent","amount":1250000,"amount_received":1250000,"currency":"vnd","status":"succeeded","metadata":{"attempt":"{{Some.AttemptId}}"} }""";

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Every_kind_of_event_has_its_meaning_and_what_is_unknown_is_kept(string type, string about, PaymentEventKind kind)
    {
        var told = Taken(Event(type, about));

        Assert.Equal(("stripe", "evt_1", kind), (told.Gateway, told.Id, told.Kind));
        Assert.Equal(new DateTime(2026, 11, 29, 3, 0, 0, DateTimeKind.Utc), told.OccurredAt);
    }

    [Fact]
    public void The_page_and_the_payment_name_the_same_money()
    {
        var (session, intent) = (Taken(Event("checkout.session.completed", Session("paid"))), Taken(Event("payment_intent.succeeded", Intent)));

        Assert.All([session, intent], told => Assert.Equal((Some.AttemptId, "pi_1", Money.Dong(1_250_000)), (told.AttemptId, told.Reference, told.Amount)));
    }

    [Fact]
    public void A_refund_names_itself_its_payment_and_ours_where_it_is_ours()
    {
        var ours = Taken(Event("refund.updated", Refund("succeeded")));
        var theirs = Taken(Event("refund.updated", Refund("succeeded").Replace("\"metadata\"", "\"other\"", StringComparison.Ordinal)));

        Assert.Equal((Some.AttemptId, Some.AttemptId, "re_1", "pi_1", Money.Dong(250_000)), (ours.AttemptId, ours.RefundId, ours.Reference, ours.Payment, ours.Amount));
        Assert.Equal((null, null, "pi_1"), (theirs.AttemptId, theirs.RefundId, theirs.Payment));
    }

    [Fact]
    public void A_forged_event_is_refused()
    {
        var body = Event("payment_intent.succeeded", Intent);
        var signature = Signed(body);

        Assert.Equal(EventFault.Forged, Refused(body, null));
        Assert.Equal(EventFault.Forged, Refused(body, "t=1,v1=00"));
        Assert.Equal(EventFault.Forged, Refused(body, EventUtility.GenerateSignatureHeader(body, "whsec_other", Some.Now.ToUnixTimeSeconds())));
        Assert.Equal(EventFault.Forged, Refused(body.Replace("1250000", "1", StringComparison.Ordinal), signature));
    }

    [Fact]
    public void An_event_that_is_sent_again_after_five_minutes_is_refused()
    {
        var body = Event("payment_intent.succeeded", Intent);
        var signature = Signed(body);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(_events.Read(body, signature).Failed(out _, out _));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(EventFault.Stale, Refused(body, signature));
    }

    [Fact]
    public void Live_and_test_stay_apart()
    {
        var (test, live) = (Event("payment_intent.succeeded", Intent), Event("payment_intent.succeeded", Intent, live: true));
        Assert.Equal(EventFault.OtherMode, Refused(live, Signed(live)));

        var inEarnest = new StripeEvents(Options with { ApiKey = "sk_live_1234567890" }, _clock);
        Assert.True(inEarnest.Read(test, Signed(test)).Failed(out var problem, out _));
        Assert.Equal(new EventRefused(EventFault.OtherMode), problem);
        Assert.False(inEarnest.Read(live, Signed(live)).Failed(out _, out _));
    }

    [Theory]
    [InlineData("2020-08-27", false)]
    [InlineData("2025-03-31.acacia", false)]
    [InlineData("2026-01-01.RELEASE", true)]
    public void Another_release_of_the_interface_is_refused_and_another_day_of_ours_is_not(string version, bool taken)
    {
        var body = Event("payment_intent.succeeded", Intent, version: version.Replace("RELEASE", StripeConfiguration.ApiVersion.Split('.')[1], StringComparison.Ordinal));

        Assert.Equal(taken ? null : new EventRefused(EventFault.OtherVersion), _events.Read(body, Signed(body)).Failed(out var problem, out _) ? problem : null);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"evt_1","object":"v2.core.event","type":"v1.billing.meter.error_report_triggered","livemode":false}""")]
    [InlineData("""{"id":"evt_1","object":"event","livemode":false,"data":null}""")]
    public void What_is_signed_and_no_event_is_refused(string body) => Assert.Equal(EventFault.Unreadable, Refused(body, Signed(body)));

    [Fact]
    public void Nobodys_name_address_or_card_is_kept()
    {
        var told = Taken(Event("checkout.session.completed", Session("paid")));

        Assert.DoesNotContain("customer_details", told.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("@", told.Payload, StringComparison.Ordinal);
        Assert.Contains(Some.AttemptId.ToString(), told.Payload, StringComparison.Ordinal);
    }

    private static string Session(string paymentStatus) => $$"""
        {"id":"cs_1","object":"checkout.session","amount_total":1250000,"currency":"vnd","payment_status":"{{paymentStatus}}","payment_intent":"pi_1",
        "customer_details":{"email":"an@example.com","name":"Nguyễn Văn An","address":{"line1":"1 Đồng Khởi"} },"metadata":{"attempt":"{{Some.AttemptId}}"} }
        """;

    private static string Refund(string status) =>
        $$"""{"id":"re_1","object":"refund","amount":250000,"currency":"vnd","status":"{{status}}","payment_intent":"pi_1","metadata":{"attempt":"{{Some.AttemptId}}","refund":"{{Some.AttemptId}}"} }""";

    private static string Event(string type, string about, bool live = false, string? version = null) =>
        $$"""{"id":"evt_1","object":"event","api_version":"{{version ?? StripeConfiguration.ApiVersion}}","created":{{Some.Now.ToUnixTimeSeconds()}},"type":"{{type}}","livemode":{{(live ? "true" : "false")}},"data":{"object":{{about}} } }""";

    private static string Signed(string body) => EventUtility.GenerateSignatureHeader(body, Options.WebhookSecret, Some.Now.ToUnixTimeSeconds());

    private PaymentEvent Taken(string body) => _events.Read(body, Signed(body)).Failed(out var problem, out var told) ? throw new InvalidOperationException(problem.Message.En) : told;

    private EventFault Refused(string body, string? signature) =>
        _events.Read(body, signature).Failed(out var problem, out _) ? Assert.IsType<EventRefused>(problem).Fault : throw new InvalidOperationException("It was taken.");
}
