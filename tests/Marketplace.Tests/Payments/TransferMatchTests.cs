using CsCheck;
using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Tests.Payments;

/// <summary>A transfer finds the attempt that it pays, through all that banks and people do to what was written; what is not clear goes to people.</summary>
public sealed class TransferMatchTests
{
    private static readonly string Code = TransferCode.Of(Some.AttemptId);

    private readonly PaymentAttempt _attempt = Asked(Some.AttemptId);

    public static TheoryData<string> Contents { get; } =
    [
        Code,
        Code.ToLowerInvariant(),
        $"NGUYEN VAN A chuyen tien {Code}",
        $"MBVCB.8123456789.{Code}.CT tu 0071000123456 NGUYEN VAN A toi 1130881000458",
        $"{Code}-291126-10:02:11 FT26333009912",
        $"{Code[..4]} {Code[4..7]}-{Code[7..]} cam on",
        $"TT {Code.Replace('0', 'O').Replace('1', 'l')}",
        $"chuyen tien {Code[..^1]}",
        $"chuyen tien {Code[..TransferCode.ShortestStart]}",
    ];

    [Fact]
    public void A_code_has_ten_signs_that_nobody_mistakes_and_follows_from_the_attempt() => Gen.Guid.Sample(
        id =>
        {
            var code = TransferCode.Of(id);

            Assert.Matches("^[0-9A-HJKMNP-TV-Z]{10}$", code);
            Assert.Equal(code, TransferCode.Of(id));
            Assert.Contains(code, TransferCode.In($"ab {code} cd"));
            Assert.Contains(code, TransferCode.In(code.Replace('0', 'O').Replace('1', 'I').ToLowerInvariant()));
            Assert.Contains(code, TransferCode.In(code.Replace('1', 'l')));
        },
        iter: 1_000);

    [Fact]
    public void No_code_with_one_wrong_sign_is_a_code() => Gen.Select(Gen.Guid, Gen.Int[0, 9], Gen.Int[1, 31]).Sample(
        (id, at, step) =>
        {
            const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
            var signs = TransferCode.Of(id).ToCharArray();
            signs[at] = Alphabet[(Alphabet.IndexOf(signs[at], StringComparison.Ordinal) + step) % Alphabet.Length];

            Assert.Empty(TransferCode.In(new(signs)));
        },
        iter: 1_000);

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_transfer_is_found_by_its_code_whatever_the_bank_did_to_it(string content)
    {
        var match = TransferMatch.Of(Reported(content: content), [Asked(Guid.CreateVersion7(Some.Now)), _attempt]);

        Assert.Equal((TransferOutcome.Exact, false), (match.Outcome, match.NeedsPerson));
        Assert.Same(_attempt, match.Attempt);
        Assert.Equal(PaymentChange.Paid, _attempt.Take(match.Event!));
    }

    [Theory]
    [InlineData(Some.Price, TransferOutcome.Exact, PaymentChange.Paid)]
    [InlineData(Some.Price - 1, TransferOutcome.Under, PaymentChange.PaidInPart)]
    [InlineData(Some.Price + 1, TransferOutcome.Over, PaymentChange.Paid)]
    public void The_amount_decides_and_nothing_is_lost(long amount, TransferOutcome outcome, PaymentChange change)
    {
        var match = TransferMatch.Of(Reported(amount), [_attempt]);

        Assert.Equal(outcome, match.Outcome);
        Assert.Equal(outcome != TransferOutcome.Exact, match.NeedsPerson);
        Assert.Equal(change, _attempt.Take(match.Event!));
        Assert.Equal(amount, _attempt.Received.Amount);
    }

    [Fact]
    public void The_rest_of_a_payment_in_part_is_exact()
    {
        _attempt.Take(TransferMatch.Of(Reported(1_000_000, reference: "FT1"), [_attempt]).Event!);

        Assert.Equal(TransferOutcome.Exact, TransferMatch.Of(Reported(250_000, reference: "FT2"), [_attempt]).Outcome);
    }

    [Fact]
    public void The_same_transfer_told_again_is_known_and_a_second_one_is_double()
    {
        _attempt.Take(TransferMatch.Of(Reported(), [_attempt]).Event!);

        var again = TransferMatch.Of(Reported() with { Id = "told by another way" }, [_attempt]);
        Assert.Equal((TransferOutcome.Known, null, false), (again.Outcome, again.Event, again.NeedsPerson));

        var second = TransferMatch.Of(Reported(reference: "FT2"), [_attempt]);
        Assert.Equal((TransferOutcome.Double, true), (second.Outcome, second.NeedsPerson));
        Assert.Equal(PaymentChange.PaidAgain, _attempt.Take(second.Event!));
        Assert.Equal(Some.Price, _attempt.Surplus.Amount);
    }

    [Fact]
    public void After_the_end_a_transfer_is_late_whether_or_not_somebody_ended_the_attempt()
    {
        var tooLate = Reported() with { OccurredAt = _attempt.ExpiresAt!.Value.AddMinutes(1) };
        Assert.Equal(TransferOutcome.Late, TransferMatch.Of(tooLate, [_attempt]).Outcome);

        _attempt.Take(PaymentEvent.Ended(_attempt, PaymentEventKind.Cancelled, Some.Now));
        var match = TransferMatch.Of(Reported(), [_attempt]);

        Assert.Equal((TransferOutcome.Late, true), (match.Outcome, match.NeedsPerson));
        Assert.Equal(PaymentChange.PaidLate, _attempt.Take(match.Event!));
    }

    [Fact]
    public void A_code_that_nobody_has_names_no_attempt()
    {
        var match = TransferMatch.Of(Reported(content: $"tien dua {TransferCode.Of(Guid.CreateVersion7(Some.Now))}"), [_attempt]);

        Assert.Equal((TransferOutcome.UnknownCode, null, null, true), (match.Outcome, match.Attempt, match.Event, match.NeedsPerson));
        Assert.Equal(TransferOutcome.UnknownCode, TransferMatch.Of(Reported(content: ""), [_attempt]).Outcome);
    }

    [Fact]
    public void Two_codes_in_one_content_are_for_people()
    {
        var other = Asked(Guid.CreateVersion7(Some.Now));

        Assert.Equal(TransferOutcome.UnknownCode, TransferMatch.Of(Reported(content: $"{Code} va {other.Reference}"), [_attempt, other]).Outcome);
    }

    [Fact]
    public void Half_a_code_is_not_believed_with_another_amount_or_account()
    {
        Assert.Equal(TransferOutcome.UnknownCode, TransferMatch.Of(Reported(Some.Price - 1, Code[..8]), [_attempt]).Outcome);
        Assert.Equal(TransferOutcome.UnknownCode, TransferMatch.Of(Reported(content: Code[..8], account: "999"), [_attempt]).Outcome);
        Assert.Equal(TransferOutcome.UnknownCode, TransferMatch.Of(Reported(content: Code[..(TransferCode.ShortestStart - 1)]), [_attempt]).Outcome);
    }

    [Fact]
    public void Money_on_another_account_is_not_counted()
    {
        var match = TransferMatch.Of(Reported(account: "999"), [_attempt]);

        Assert.Equal((TransferOutcome.WrongAccount, null, true), (match.Outcome, match.Event, match.NeedsPerson));
        Assert.Same(_attempt, match.Attempt);
    }

    [Fact]
    public void A_debit_is_no_payment() =>
        Assert.Equal(TransferOutcome.NotIncoming, TransferMatch.Of(Reported() with { Kind = PaymentEventKind.Unknown }, [_attempt]).Outcome);

    private static PaymentAttempt Asked(Guid id)
    {
        var attempt = Some.Attempt("vietqr", id: id);
        attempt.Start(new PaymentStart { Reference = TransferCode.Of(id), Transfer = new(Some.Account, TransferCode.Of(id), attempt.Amount) });
        return attempt;
    }

    private static PaymentEvent Reported(long amount = Some.Price, string? content = null, string? account = null, string reference = "FT26333") => new()
    {
        Gateway = "bank",
        Id = "tx-1",
        Kind = PaymentEventKind.Succeeded,
        Reference = reference,
        Amount = Money.Dong(amount),
        OccurredAt = Some.Now.AddMinutes(1).UtcDateTime,
        Transfer = new(account ?? Some.Account.Number, content ?? Code),
        Payload = "{}",
    };
}
