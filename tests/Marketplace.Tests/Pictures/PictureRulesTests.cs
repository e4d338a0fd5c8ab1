using System.Text;
using Marketplace.Core;
using Marketplace.Core.Pictures;

namespace Marketplace.Tests.Pictures;

public sealed class PictureRulesTests
{
    public static TheoryData<IProblem> Problems { get; } =
    [
        new PictureEmpty(), new PictureTooLarge(), new PictureDamaged(), new PictureTooManyPixels(1, 1), new PictureTooSmall(1, 1), new PictureTooNarrow(1, 1),
        new PictureTooSlow(), new PicturesBusy(), new TooManyPictures(), new PictureAltTooLong(),
        .. Enum.GetValues<PictureKind>().Select(kind => new PictureKindRefused(kind)),
    ];

    [Theory]
    [MemberData(nameof(Problems))]
    public void Every_problem_says_in_both_languages_what_is_wrong_and_what_to_do(IProblem problem)
    {
        Assert.All((string[])[problem.Message.Vi, problem.Message.En!], message => Assert.Matches(@"^\p{Lu}.+[.:].+\.$", message));
        Assert.NotEqual(problem.Message.Vi, problem.Message.En);
    }

    [Theory]
    [InlineData(400, new[] { 320, 400 })]
    [InlineData(600, new[] { 320, 600 })]
    [InlineData(640, new[] { 320, 640 })]
    [InlineData(799, new[] { 320, 640 })]
    [InlineData(800, new[] { 320, 640, 800 })]
    [InlineData(1200, new[] { 320, 640, 1024 })]
    [InlineData(1599, new[] { 320, 640, 1024, 1599 })]
    [InlineData(1600, new[] { 320, 640, 1024, 1600 })]
    [InlineData(8000, new[] { 320, 640, 1024, 1600 })]
    public void A_picture_is_kept_in_the_steps_it_has_and_in_its_own_width_when_that_is_far_above(int width, int[] widths)
    {
        Assert.Equal(widths, PictureRules.WidthsOf(width));
        Assert.Equal(widths.Last(step => step <= 1024), PictureRules.FallbackOf(widths));
    }

    [Theory]
    [InlineData(8000, 5000, null)]
    [InlineData(8000, 5001, typeof(PictureTooManyPixels))]
    [InlineData(2_000_000_000, 2_000_000_000, typeof(PictureTooManyPixels))]
    [InlineData(400, 1200, null)]
    [InlineData(1201, 400, typeof(PictureTooNarrow))]
    [InlineData(399, 5000, typeof(PictureTooSmall))]
    public void A_picture_is_neither_too_large_nor_too_small_nor_too_narrow(int width, int height, Type? problem) =>
        Assert.Equal(problem, PictureRules.FaultOf(width, height)?.GetType());

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", PictureKind.Svg)]
    [InlineData("\uFEFF<?xml version=\"1.0\"?>\n<!-- a drawing -->\n<SVG width=\"1\">", PictureKind.Svg)]
    [InlineData("<!doctype html><html><body><svg></svg>", PictureKind.Unknown)]
    [InlineData("GIF89a", PictureKind.Gif)]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", PictureKind.Heic)]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1avif", PictureKind.Avif)]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0isommp41", PictureKind.Unknown)]
    [InlineData("RIFF\0\0\0\0WAVE", PictureKind.Unknown)]
    [InlineData("%PDF-1.7", PictureKind.Unknown)]
    [InlineData("PNG", PictureKind.Unknown)]
    [InlineData("", PictureKind.Unknown)]
    public void A_file_is_what_its_bytes_say(string file, PictureKind kind) => Assert.Equal(kind, PictureKinds.Of(Encoding.UTF8.GetBytes(file)));
}
