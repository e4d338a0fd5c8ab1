using System.Text.RegularExpressions;
using Marketplace.Core;
using Marketplace.Core.Payments;
using Marketplace.Payments.Transfers;

namespace Marketplace.Tests.Payments;

/// <summary>The code that a bank's app reads: its fields, its checksum and its drawing.</summary>
public sealed partial class VietQrTests
{
    [Fact]
    public void A_code_with_amount_and_purpose_is_the_published_one() => Assert.Equal(
        "00020101021238570010A00000072701270006970436011308810004580860208QRIBFTTA5303704540712500005802VN62130809OCOP7F3K2630498E1",
        VietQrPayload.Of(new("970436", "0881000458086", ""), Money.Dong(1_250_000), "OCOP7F3K2"));

    [Fact]
    public void A_code_without_amount_is_static() => Assert.Equal(
        "00020101021138570010A00000072701270006970436011308810004580860208QRIBFTTA53037045802VN6304BE11",
        VietQrPayload.Of(new("970436", "0881000458086", "")));

    /// <summary>The last is an example that was published: it says version 00, and "amount inside" without one, which apps bear and the rule does not. Its checksum is right.</summary>
    [Theory]
    [InlineData("123456789", 0x29B1)]
    [InlineData("", 0xFFFF)]
    [InlineData("00020001021238570010A00000072701270006970436011308810004580860208QRIBFTTA53037045802VN6304", 0xCD60)]
    public void The_checksum_is_the_standards(string text, int sum) => Assert.Equal(sum, VietQrPayload.Checksum(text));

    [Fact]
    public void Every_field_says_its_length_and_the_last_checks_all_others()
    {
        var payload = VietQrPayload.Of(Some.Account, Money.Dong(499_999_999), TransferCode.Of(Some.AttemptId));
        var fields = Fields(payload);

        Assert.Equal(["00", "01", "38", "53", "54", "58", "62", "63"], fields.Keys);
        Assert.Equal(("12", "499999999", "VN"), (fields["01"], fields["54"], fields["58"]));
        Assert.Equal(TransferCode.Of(Some.AttemptId), Fields(fields["62"])["08"]);
        Assert.Equal("970436", Fields(Fields(fields["38"])["01"])["00"]);
        Assert.Equal(VietQrPayload.Checksum(payload[..^4]).ToString("X4", System.Globalization.CultureInfo.InvariantCulture), fields["63"]);
        Assert.All(payload, sign => Assert.True(char.IsAscii(sign)));
    }

    [Theory]
    [InlineData("97043", "123", 1, "ABC")]
    [InlineData("970436", "", 1, "ABC")]
    [InlineData("970436", "12345678901234567890", 1, "ABC")]
    [InlineData("970436", "12 34", 1, "ABC")]
    [InlineData("970436", "123", 0, "ABC")]
    [InlineData("970436", "123", 10_000_000_000_000, "ABC")]
    [InlineData("970436", "123", 1, "")]
    [InlineData("970436", "123", 1, "ĐƠN HÀNG")]
    [InlineData("970436", "123", 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    public void What_no_bank_would_take_is_not_written(string bin, string number, long amount, string code) =>
        Assert.Throws<ArgumentException>(() => VietQrPayload.Of(new(bin, number, ""), Money.Dong(amount), code));

    [Fact]
    public void Foreign_money_is_not_written() => Assert.Throws<ArgumentException>(() => VietQrPayload.Of(Some.Account, new Money(100, "USD"), "ABC"));

    [Fact]
    public void The_drawing_scales_has_its_margin_and_is_small()
    {
        var payload = VietQrPayload.Of(Some.Account, Money.Dong(1_250_000), TransferCode.Of(Some.AttemptId));

        var svg = QrDrawing.Svg(payload);

        var size = int.Parse(ViewBox().Match(svg).Groups["size"].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(0, (size - 8 - 17) % 4);
        // The finder in the corner: seven squares wide, four from either edge.
        Assert.Contains("d=\"M4 4h7v1H4z", svg, StringComparison.Ordinal);
        Assert.InRange(svg.Length, 1_000, 20_000);
    }

    private static Dictionary<string, string> Fields(string text)
    {
        Dictionary<string, string> fields = [];
        for (var at = 0; at < text.Length;)
        {
            var length = int.Parse(text.AsSpan(at + 2, 2), System.Globalization.CultureInfo.InvariantCulture);
            fields.Add(text[at..(at + 2)], text.Substring(at + 4, length));
            at += 4 + length;
        }

        return fields;
    }

    [GeneratedRegex("viewBox=\"0 0 (?<size>\\d+) \\k<size>\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ViewBox();
}
