using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Tests.Payments;

/// <summary>What an attempt makes of what is reported about it.</summary>
public sealed class PaymentAttemptTests
{
    private readonly PaymentAttempt _attempt = Some.Attempt();

    [Fact]
    public void An_attempt_is_created_then_started_then_paid()
    {
        Assert.Equal(PaymentState.Created, _attempt.State);

        _attempt.Start(new PaymentStart { Reference = "cs_1" });
        Assert.Equal(PaymentState.Started, _attempt.State);

        Assert.Equal(PaymentChange.Paid, _attempt.Take(Some.Paid()));
        Assert.Equal(PaymentState.Succeeded, _attempt.State);
        Assert.Equal(Money.Dong(Some.Price), _attempt.Received);
    }

    [Fact]
    public void An_event_that_is_quicker_than_the_gateways_answer_is_not_undone_by_it()
    {
        _attempt.Take(Some.Paid());

        _attempt.Start(new PaymentStart { Reference = "cs_1" });

        Assert.Equal((PaymentState.Succeeded, "cs_1"), (_attempt.State, _attempt.Reference));
    }

    [Fact]
    public void One_payment_that_two_events_tell_of_is_counted_once()
    {
        var first = _attempt.Take(Some.Paid(id: "evt_session"));
        var second = _attempt.Take(Some.Paid(id: "evt_intent"));

        Assert.Equal((PaymentChange.Paid, PaymentChange.None), (first, second));
        Assert.Equal(Money.Dong(Some.Price), _attempt.Received);
    }

    [Theory]
    [InlineData(PaymentEventKind.Failed)]
    [InlineData(PaymentEventKind.Expired)]
    [InlineData(PaymentEventKind.Cancelled)]
    [InlineData(PaymentEventKind.Declined)]
    public void Bad_news_after_the_money_changes_nothing(PaymentEventKind late)
    {
        _attempt.Take(Some.Paid());

        Assert.Equal(PaymentChange.None, _attempt.Take(Some.Event(late)));
        Assert.Equal(PaymentState.Succeeded, _attempt.State);
    }

    [Theory]
    [InlineData(PaymentEventKind.Failed, PaymentChange.Failed, PaymentState.Failed)]
    [InlineData(PaymentEventKind.Expired, PaymentChange.Expired, PaymentState.Expired)]
    [InlineData(PaymentEventKind.Cancelled, PaymentChange.Cancelled, PaymentState.Cancelled)]
    public void Money_after_the_end_is_kept_and_told_as_late(PaymentEventKind end, PaymentChange told, PaymentState ended)
    {
        Assert.Equal(told, _attempt.Take(Some.Event(end)));
        Assert.Equal(ended, _attempt.State);
        Assert.Equal(PaymentChange.None, _attempt.Take(Some.Event(end)));

        Assert.Equal(PaymentChange.PaidLate, _attempt.Take(Some.Paid()));
        Assert.Equal((PaymentState.Succeeded, Money.Dong(Some.Price)), (_attempt.State, _attempt.Received));
    }

    [Fact]
    public void Money_that_was_paid_after_the_time_was_over_is_late_though_nobody_has_ended_the_attempt_yet() =>
        Assert.Equal(PaymentChange.PaidLate, _attempt.Take(Some.Paid() with { OccurredAt = _attempt.ExpiresAt!.Value.AddSeconds(1) }));

    [Fact]
    public void A_declined_try_leaves_the_attempt_open()
    {
        _attempt.Start(new PaymentStart { Reference = "cs_1" });

        Assert.Equal(PaymentChange.None, _attempt.Take(Some.Event(PaymentEventKind.Declined)));
        Assert.Equal(PaymentState.Started, _attempt.State);
    }

    [Fact]
    public void Parts_add_up_and_what_comes_after_is_surplus()
    {
        Assert.Equal(PaymentChange.PaidInPart, _attempt.Take(Some.Paid(1_000_000, "a", "1")));
        Assert.Equal(PaymentState.Created, _attempt.State);
        Assert.Equal(PaymentChange.Paid, _attempt.Take(Some.Paid(250_000, "b", "2")));
        Assert.Equal(PaymentChange.PaidAgain, _attempt.Take(Some.Paid(Some.Price, "c", "3")));

        Assert.Equal(Money.Dong(Some.Price), _attempt.Surplus);
    }

    [Fact]
    public void Money_of_another_gateway_currency_or_no_amount_is_not_counted()
    {
        Assert.Equal(PaymentChange.NotOurs, _attempt.Take(Some.Paid() with { Gateway = "sandbox" }));
        Assert.Equal(PaymentChange.NotOurs, _attempt.Take(Some.Paid() with { Amount = new Money(Some.Price, "USD") }));
        Assert.Equal(PaymentChange.NotOurs, _attempt.Take(Some.Paid() with { Amount = null }));
        Assert.Equal(PaymentChange.NotOurs, _attempt.Take(Some.Paid(-Some.Price)));

        Assert.Equal((PaymentState.Created, Money.Dong(0)), (_attempt.State, _attempt.Received));
    }

    [Fact]
    public void Events_of_unknown_meaning_change_nothing_and_those_of_another_attempt_are_a_bug()
    {
        Assert.Equal(PaymentChange.None, _attempt.Take(Some.Event(PaymentEventKind.Unknown)));
        Assert.Throws<ArgumentException>(() => _attempt.Take(Some.Paid() with { AttemptId = Guid.Empty }));
    }

    [Fact]
    public void Refunds_are_set_aside_when_asked_for_and_never_exceed_what_came_in()
    {
        var (first, second) = (Guid.CreateVersion7(Some.Now), Guid.CreateVersion7(Some.Now.AddMinutes(1)));
        Assert.Equal(new RefundExceedsPayment(Money.Dong(0)), Refused(_attempt.Refund(first, Money.Dong(1))));
        _attempt.Take(Some.Paid());

        Assert.False(_attempt.Refund(first, Money.Dong(1_000_000)).Failed(out _, out var asked));
        Assert.Equal(new RefundRequest(first, _attempt.Id, "pi_1", Money.Dong(1_000_000)), asked);
        Assert.Equal(new RefundExceedsPayment(Money.Dong(250_000)), Refused(_attempt.Refund(second, Money.Dong(250_001))));
        Assert.Equal(new RefundExceedsPayment(Money.Dong(250_000)), Refused(_attempt.Refund(second, Money.Dong(0))));
        Assert.Equal(new RefundExceedsPayment(Money.Dong(250_000)), Refused(_attempt.Refund(second, new Money(1, "USD"))));

        Assert.False(_attempt.Refund(first, Money.Dong(5)).Failed(out _, out var again));
        Assert.Equal(asked, again);
        Assert.Equal(Money.Dong(250_000), _attempt.Refundable);
    }

    [Fact]
    public void A_refund_that_fails_leaves_its_money_to_be_given_back_anew()
    {
        var refund = Guid.CreateVersion7(Some.Now);
        _attempt.Take(Some.Paid());
        _attempt.Refund(refund, Money.Dong(Some.Price));
        var done = Some.Event(PaymentEventKind.Refunded, Some.Price, "re_1") with { RefundId = refund };

        Assert.Equal(PaymentChange.Refunded, _attempt.Take(done));
        Assert.Equal(PaymentChange.None, _attempt.Take(done));
        Assert.Equal((Money.Dong(Some.Price), Money.Dong(0)), (_attempt.Refunded, _attempt.Refundable));

        Assert.Equal(PaymentChange.RefundFailed, _attempt.Take(done with { Kind = PaymentEventKind.RefundFailed }));
        Assert.Equal(PaymentChange.None, _attempt.Take(done));
        Assert.Equal((Money.Dong(0), Money.Dong(Some.Price)), (_attempt.Refunded, _attempt.Refundable));
    }

    [Fact]
    public void A_refund_that_the_gateway_will_not_make_frees_its_money_and_one_by_hand_is_recorded()
    {
        _attempt.Take(Some.Paid());
        Assert.False(_attempt.Refund(Guid.CreateVersion7(Some.Now), _attempt.Amount).Failed(out _, out var refused));
        Assert.Equal(PaymentChange.RefundFailed, _attempt.Take(PaymentEvent.NotSentBack(_attempt, refused, Some.Now)));
        Assert.Equal(_attempt.Amount, _attempt.Refundable);

        Assert.False(_attempt.Refund(Guid.CreateVersion7(Some.Now.AddMinutes(1)), _attempt.Amount).Failed(out _, out var byHand));
        Assert.Equal(PaymentChange.Refunded, _attempt.Take(PaymentEvent.SentBackBy(Guid.Empty, _attempt, byHand, "FT26340", Some.Now)));
        Assert.Equal((_attempt.Amount, Money.Dong(0)), (_attempt.Refunded, _attempt.Refundable));
    }

    [Fact]
    public void What_a_person_saw_counts_once_with_the_banks_word_about_it()
    {
        var attempt = Some.Attempt("bank-transfer");
        var seen = PaymentEvent.SeenBy(Guid.Empty, attempt, attempt.Amount, "FT26333", Some.Now);

        Assert.Equal(PaymentChange.Paid, attempt.Take(seen));
        Assert.Equal(PaymentChange.None, attempt.Take(seen with { Id = "bank's own" }));
        Assert.Equal(PaymentChange.None, attempt.Take(PaymentEvent.Ended(attempt, PaymentEventKind.Expired, Some.Now)));
    }

    private static IProblem Refused(Result<RefundRequest> result) => result.Failed(out var problem, out _) ? problem : throw new InvalidOperationException("It was not refused.");
}
