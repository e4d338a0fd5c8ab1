using Marketplace.Core;
using Marketplace.Core.Payments;
using Marketplace.Payments;
using Marketplace.Payments.Transfers;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests.Payments;

/// <summary>A bank's word is taken when it is signed and fresh, and read to the letter.</summary>
public sealed class BankNotificationTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private const string Credit = """{"transactionId":"tx-1","reference":"FT26333","account":"1130881000458","amount":1250000,"direction":"credit","content":"NGUYEN VAN A CT","time":"2026-11-29T10:01:00+07:00","counterAccount":"0071000123456"}""";

    private readonly FakeTimeProvider _clock = new(Some.Now);
    private readonly BankNotifications _bank;

    public BankNotificationTests() => _bank = new(Secret, _clock);

    [Fact]
    public void A_credit_is_money_that_came_in_for_whomever_it_names()
    {
        var told = Taken(Credit);

        Assert.Equal(("bank", "tx-1", PaymentEventKind.Succeeded, "FT26333"), (told.Gateway, told.Id, told.Kind, told.Reference));
        Assert.Equal((Money.Dong(1_250_000), new IncomingTransfer("1130881000458", "NGUYEN VAN A CT"), null), (told.Amount, told.Transfer, told.AttemptId));
        Assert.Equal(new DateTime(2026, 11, 29, 3, 1, 0, DateTimeKind.Utc), told.OccurredAt);
        Assert.DoesNotContain("0071000123456", told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public void A_debit_is_kept_and_means_nothing() =>
        Assert.Equal(PaymentEventKind.Unknown, Taken(Credit.Replace("credit", "debit", StringComparison.Ordinal)).Kind);

    [Fact]
    public void A_forged_notification_is_refused()
    {
        var signature = EventSignature.Of(Secret, Credit, Some.Now);

        Assert.Equal(EventFault.Forged, Refused(Credit, null));
        Assert.Equal(EventFault.Forged, Refused(Credit, ""));
        Assert.Equal(EventFault.Forged, Refused(Credit, "t=abc,v1=abc"));
        Assert.Equal(EventFault.Forged, Refused(Credit, EventSignature.Of(Secret.ToUpperInvariant(), Credit, Some.Now)));
        Assert.Equal(EventFault.Forged, Refused(Credit.Replace("1250000", "9250000", StringComparison.Ordinal), signature));
        Assert.Equal(EventFault.Forged, Refused(Credit, signature.Replace($"t={Some.Now.ToUnixTimeSeconds()}", $"t={Some.Now.ToUnixTimeSeconds() + 1}", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_notification_that_is_sent_again_later_is_refused_and_so_is_one_from_the_future()
    {
        var signature = EventSignature.Of(Secret, Credit, Some.Now);
        _clock.Advance(EventSignature.Tolerance);
        Assert.False(_bank.Read(Credit, signature).Failed(out _, out _));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(EventFault.Stale, Refused(Credit, signature));
        Assert.Equal(EventFault.Stale, Refused(Credit, EventSignature.Of(Secret, Credit, _clock.GetUtcNow().AddMinutes(6))));
    }

    [Fact]
    public void While_a_secret_is_changed_either_signature_will_do()
    {
        var old = EventSignature.Of("the secret that was used until yesterday", Credit, Some.Now);

        Assert.False(_bank.Read(Credit, $"{old},{EventSignature.Of(Secret, Credit, Some.Now).Split(',')[1]}").Failed(out _, out _));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"amount":1,"amount":2}""")]
    public void A_signed_body_that_is_no_notification_is_refused(string body) => Assert.Equal(EventFault.Unreadable, Refused(body, EventSignature.Of(Secret, body, Some.Now)));

    [Theory]
    [InlineData("1250000", "\"1250000\"")]
    [InlineData("1250000", "1250000.5")]
    [InlineData("1250000", "-1250000")]
    [InlineData("1250000", "0")]
    [InlineData("+07:00", "")]
    [InlineData("\"FT26333\"", "\"\"")]
    [InlineData("\"FT26333\"", "null")]
    public void A_notification_with_a_value_that_is_none_is_refused(string value, string wrong)
    {
        var body = Credit.Replace(value, wrong, StringComparison.Ordinal);

        Assert.Equal(EventFault.Unreadable, Refused(body, EventSignature.Of(Secret, body, Some.Now)));
    }

    private PaymentEvent Taken(string body) =>
        _bank.Read(body, EventSignature.Of(Secret, body, _clock.GetUtcNow())).Failed(out var problem, out var told) ? throw new InvalidOperationException(problem.Message.En) : told;

    private EventFault Refused(string body, string? signature) =>
        _bank.Read(body, signature).Failed(out var problem, out _) ? Assert.IsType<EventRefused>(problem).Fault : throw new InvalidOperationException("It was taken.");
}
