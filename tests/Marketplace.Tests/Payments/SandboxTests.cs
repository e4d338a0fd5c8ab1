using System.Text;
using Marketplace.Core;
using Marketplace.Core.Payments;
using Marketplace.Payments;
using Marketplace.Payments.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests.Payments;

/// <summary>The pretended provider behaves as it is told, and what it sends is checked as if money hung on it.</summary>
public sealed class SandboxTests
{
    private const string Secret = "sandbox-secret-sandbox-secret-32";

    private readonly FakeTimeProvider _clock = new(Some.Now);
    private readonly PaymentAttempt _attempt = Some.Attempt("sandbox");
    private readonly List<PaymentChange> _changes = [];
    private readonly List<(string Body, string Signature)> _sent = [];
    private readonly SandboxEvents _events;
    private readonly SandboxDelivery _delivery;
    private readonly SandboxGateway _gateway;

    public SandboxTests()
    {
        _events = new(Secret, _clock);
        _delivery = new(Secret, _clock, Receive);
        _gateway = new(Secret, () => new("https://shop.example/sandbox/pay"), _delivery);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<SandboxTrick, PaymentChange[], PaymentState> Tricks { get; } = new()
    {
        { SandboxTrick.Pay, [PaymentChange.Paid], PaymentState.Succeeded },
        { SandboxTrick.Decline, [PaymentChange.Failed], PaymentState.Failed },
        { SandboxTrick.Late, [PaymentChange.Expired, PaymentChange.PaidLate], PaymentState.Succeeded },
        { SandboxTrick.Duplicate, [PaymentChange.Paid, PaymentChange.None, PaymentChange.None], PaymentState.Succeeded },
        { SandboxTrick.Reorder, [PaymentChange.Paid, PaymentChange.None], PaymentState.Succeeded },
        { SandboxTrick.Drop, [], PaymentState.Started },
    };

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task Every_trick_does_what_its_name_says_each_time(SandboxTrick trick, PaymentChange[] changes, PaymentState state)
    {
        var payment = await StartAsync();

        await _delivery.PlayAsync(payment, trick, Stop);

        Assert.Equal(changes, _changes);
        Assert.Equal(state, _attempt.State);
    }

    [Fact]
    public async Task Delayed_news_comes_when_the_clock_says_so()
    {
        var playing = _delivery.PlayAsync(await StartAsync(), SandboxTrick.Delay, Stop);
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(_changes);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await playing;

        Assert.Equal([PaymentChange.Paid], _changes);
    }

    [Fact]
    public async Task Paying_twice_on_one_page_is_one_payment()
    {
        var payment = await StartAsync();

        await _delivery.PlayAsync(payment, SandboxTrick.Pay, Stop);
        await _delivery.PlayAsync(payment, SandboxTrick.Pay, Stop);

        Assert.Equal([PaymentChange.Paid, PaymentChange.None], _changes);
        Assert.Equal(_attempt.Amount, _attempt.Received);
    }

    [Fact]
    public async Task A_refund_is_reported_and_once_for_each_id()
    {
        await _delivery.PlayAsync(await StartAsync(), SandboxTrick.Pay, Stop);
        Assert.False(_attempt.Refund(Guid.CreateVersion7(Some.Now), Money.Dong(250_000)).Failed(out _, out var asked));

        await _gateway.RefundAsync(asked, Stop);
        await _gateway.RefundAsync(asked, Stop);

        Assert.Equal([PaymentChange.Paid, PaymentChange.Refunded, PaymentChange.None], _changes);
        Assert.Equal(Money.Dong(250_000), _attempt.Refunded);
    }

    [Fact]
    public async Task A_page_whose_address_was_changed_is_none()
    {
        await StartAsync();
        var ticket = Ticket((await _gateway.StartAsync(Some.Request(), Stop)).Failed(out _, out var start) ? null : start);

        Assert.NotNull(SandboxPayment.Read(Secret, ticket));
        var cheap = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(ticket.Split('.')[0])).Replace("1250000", "1", StringComparison.Ordinal);
        Assert.Null(SandboxPayment.Read(Secret, $"{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cheap))}.{ticket.Split('.')[1]}"));
        Assert.Null(SandboxPayment.Read("another secret", ticket));
        Assert.All([null, "", ".", "a.b.c", ticket + "0"], wrong => Assert.Null(SandboxPayment.Read(Secret, wrong)));
    }

    [Fact]
    public async Task An_event_that_was_changed_signed_by_another_or_kept_for_later_is_refused()
    {
        await _delivery.PlayAsync(await StartAsync(), SandboxTrick.Pay, Stop);
        var (body, signature) = Assert.Single(_sent);

        Assert.Equal(EventFault.Forged, Refused(body.Replace("1250000", "9250000", StringComparison.Ordinal), signature));
        Assert.Equal(EventFault.Forged, Refused(body, EventSignature.Of("another secret", body, Some.Now)));
        _clock.Advance(TimeSpan.FromSeconds(301));
        Assert.Equal(EventFault.Stale, Refused(body, signature));
    }

    [Fact]
    public void What_it_never_says_is_unknown_or_unreadable()
    {
        var strange = $$"""{"id":"x","kind":"Tomorrow","attempt":"{{Some.AttemptId}}","reference":"r","amount":1,"currency":"VND","at":"2026-11-29T03:00:00Z"}""";
        Assert.False(_events.Read(strange, EventSignature.Of(Secret, strange, Some.Now)).Failed(out _, out var told));
        Assert.Equal(PaymentEventKind.Unknown, told.Kind);

        Assert.All(["null", "[]", "{}", "{", """{"id":1}"""], body => Assert.Equal(EventFault.Unreadable, Refused(body, EventSignature.Of(Secret, body, Some.Now))));
    }

    [Fact]
    public void The_page_speaks_the_buyers_language_and_hides_nothing_in_a_name()
    {
        var payment = SandboxPayment.Of(Some.Request() with { OrderNumber = "<script>", Language = Language.En });

        var html = SandboxPage.Html(payment, "t");

        Assert.Contains("₫1,250,000", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.All(Enum.GetNames<SandboxTrick>(), trick => Assert.Contains($"value=\"{trick}\"", html, StringComparison.Ordinal));
    }

    private async Task<SandboxPayment> StartAsync()
    {
        Assert.False((await _gateway.StartAsync(Some.Request(), Stop)).Failed(out _, out var start));
        _attempt.Start(start);
        return SandboxPayment.Read(Secret, Ticket(start))!;
    }

    private static string Ticket(PaymentStart? start) => start!.RedirectTo!.Query.Split("payment=")[1];

    private Task Receive(string reader, string body, string signature, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Assert.Equal("sandbox", reader);
        _sent.Add((body, signature));
        Assert.False(_events.Read(body, signature).Failed(out _, out var told));
        _changes.Add(_attempt.Take(told));
        return Task.CompletedTask;
    }

    private EventFault Refused(string body, string signature) =>
        _events.Read(body, signature).Failed(out var problem, out _) ? Assert.IsType<EventRefused>(problem).Fault : throw new InvalidOperationException("It was taken.");
}
