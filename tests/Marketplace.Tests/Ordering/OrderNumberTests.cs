using CsCheck;
using Marketplace.Core.Ordering;

namespace Marketplace.Tests.Ordering;

public sealed class OrderNumberTests
{
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    [Fact]
    public void A_number_is_read_as_people_write_it() => Gen.Guid.Sample(id =>
    {
        var number = OrderNumber.Of(id);

        Assert.Matches("^[2-9A-HJKMNP-Z]{10}$", number);
        foreach (var written in (string[])[number, OrderNumber.Written(number), $" {OrderNumber.Written(number).ToLowerInvariant()} ", string.Join(' ', number.ToCharArray())])
        {
            Assert.True(OrderNumber.TryRead(written, out var read));
            Assert.Equal(number, read);
        }
    });

    [Fact]
    public void One_wrong_sign_is_noticed() => Gen.Select(Gen.Guid, Gen.Int[0, 9], Gen.Int[1, 30]).Sample((id, at, shift) =>
    {
        var number = OrderNumber.Of(id);
        var wrong = Signs[(Signs.IndexOf(number[at], StringComparison.Ordinal) + shift) % Signs.Length];

        Assert.False(OrderNumber.TryRead(number[..at] + wrong + number[(at + 1)..], out _));
    });

    [Fact]
    public void Neighbours_that_changed_places_are_noticed() => Gen.Select(Gen.Guid, Gen.Int[0, 8]).Sample((id, at) =>
    {
        var number = OrderNumber.Of(id);
        var swapped = number[..at] + number[at + 1] + number[at] + number[(at + 2)..];

        Assert.Equal(swapped == number, OrderNumber.TryRead(swapped, out _));
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7M42")]
    [InlineData("K7M42-PXQR33")]
    [InlineData("K7M42_PXQR3")]
    [InlineData("OOOOOIIIII")]
    public void What_is_no_number_is_not_read(string? text) => Assert.False(OrderNumber.TryRead(text, out _));
}
