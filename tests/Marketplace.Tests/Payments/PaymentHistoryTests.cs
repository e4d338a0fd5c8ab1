using CsCheck;
using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Tests.Payments;

/// <summary>Whatever providers send, however often and in whatever order: the same set of events leads to the same state, and no money is counted twice.</summary>
public sealed class PaymentHistoryTests
{
    private const int Histories = 5_000;

    private static readonly Guid[] Refunds = [Guid.CreateVersion7(Some.Now), Guid.CreateVersion7(Some.Now.AddMinutes(1)), Guid.CreateVersion7(Some.Now.AddMinutes(2))];

    /// <summary>Few references and round amounts, so that parts, doubles and refunds that cross one another are frequent.</summary>
    private static readonly Gen<PaymentEvent> Event = Gen.Select(
        Gen.Enum<PaymentEventKind>(), Gen.Int[0, 3], Gen.Int[1, 5], Gen.Int[0, 40], Gen.Frequency((9, Gen.Const("stripe")), (1, Gen.Const("sandbox"))), Gen.Frequency((9, Gen.Const(Money.Vnd)), (1, Gen.Const("USD"))))
        .Select((kind, reference, quarters, minute, gateway, currency) => Some.Event(kind) with
        {
            Id = $"{kind}-{reference}-{quarters}-{minute}",
            Gateway = gateway,
            Reference = $"{(kind == PaymentEventKind.Succeeded ? "pi" : "re")}_{reference}",
            RefundId = kind is PaymentEventKind.Refunded or PaymentEventKind.RefundFailed && reference < Refunds.Length ? Refunds[reference] : null,
            Amount = new Money(quarters * Some.Price / 4, currency),
            OccurredAt = Some.Now.AddMinutes(minute).UtcDateTime,
        });

    /// <summary>A set of events, and two ways in which it may arrive.</summary>
    private static readonly Gen<(PaymentEvent[] One, PaymentEvent[] Other)> Arrivals = Event.Array[0, 9].SelectMany(set =>
        Gen.Select(Arrival(set), Arrival(set)));

    [Fact]
    public void The_same_events_lead_to_the_same_state_in_any_order_and_number() => Arrivals.Sample(
        arrivals => Assert.Equal(Seen(Played(arrivals.One)), Seen(Played(arrivals.Other))), iter: Histories);

    [Fact]
    public void Money_is_counted_once_by_its_reference() => Arrivals.Sample(
        arrivals =>
        {
            var attempt = Played(arrivals.One);
            var ours = arrivals.One.Where(heard => heard is { Gateway: "stripe", Amount.Currency: Money.Vnd }).ToList();
            var received = ours.Where(heard => heard.Kind == PaymentEventKind.Succeeded).GroupBy(heard => heard.Reference).Sum(alike => alike.Max(heard => heard.Amount!.Value.Amount));
            var back = ours.Where(heard => heard.Kind is PaymentEventKind.Refunded or PaymentEventKind.RefundFailed).GroupBy(heard => (heard.RefundId, heard.RefundId is null ? heard.Reference : null))
                .Where(alike => alike.All(heard => heard.Kind == PaymentEventKind.Refunded)).Sum(alike => alike.Max(heard => heard.Amount!.Value.Amount));

            Assert.Equal(received, attempt.Received.Amount);
            Assert.Equal(Math.Min(received, back), attempt.Refunded.Amount);
            Assert.InRange(attempt.Refundable.Amount, 0, received);
        },
        iter: Histories);

    [Fact]
    public void Whoever_waits_for_the_money_is_told_once() => Arrivals.Sample(
        arrivals =>
        {
            var attempt = Some.Attempt();
            var changes = arrivals.One.Select(attempt.Take).ToList();

            var paid = changes.Count(change => change is PaymentChange.Paid or PaymentChange.PaidLate);
            Assert.Equal(attempt.State == PaymentState.Succeeded ? 1 : 0, paid);
            Assert.InRange(changes.Count(change => change is PaymentChange.Failed or PaymentChange.Expired or PaymentChange.Cancelled), 0, 1);
            Assert.Equal(attempt.Received.Amount >= attempt.Amount.Amount, attempt.State == PaymentState.Succeeded);
        },
        iter: Histories);

    [Fact]
    public void An_answer_that_is_slower_than_any_event_changes_nothing_but_the_reference() => Arrivals.Sample(
        arrivals =>
        {
            var (before, after) = (Some.Attempt(), Some.Attempt());
            before.Start(new PaymentStart { Reference = "cs_1" });
            foreach (var heard in arrivals.One)
            {
                before.Take(heard);
                after.Take(heard);
            }

            after.Start(new PaymentStart { Reference = "cs_1" });
            Assert.Equal(Seen(before), Seen(after));
        },
        iter: Histories);

    /// <summary>Every event once at least, some more often, in any order.</summary>
    private static Gen<PaymentEvent[]> Arrival(PaymentEvent[] set) =>
        set.Length == 0 ? Gen.Const(set) : Gen.OneOf(set).Array[0, 6].SelectMany(again => Gen.Shuffle(set.Concat(again).ToArray()));

    private static PaymentAttempt Played(IEnumerable<PaymentEvent> events)
    {
        var attempt = Some.Attempt();
        foreach (var heard in events)
        {
            attempt.Take(heard);
        }

        return attempt;
    }

    private static string Seen(PaymentAttempt attempt) => string.Join('\n', (IEnumerable<object?>)
        [attempt.State, attempt.End, attempt.Reference, attempt.Received, attempt.Refunded, attempt.Refundable, attempt.Surplus, .. attempt.Receipts, .. attempt.Refunds]);
}
