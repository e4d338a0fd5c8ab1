using System.Text;
using Marketplace.Core;
using Marketplace.Core.Pictures;
using Marketplace.Files.Pictures;
using Microsoft.Extensions.Time.Testing;
using NetVips;

namespace Marketplace.Tests.Pictures;

/// <summary>Bytes that cannot become a picture are refused with a reason, before they cost anything.</summary>
public sealed class PictureRefusalTests : IDisposable
{
    private const string Script = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"800\"><script>alert(1)</script></svg>";

    private readonly FakeTimeProvider _clock = new();
    private readonly PictureMaker _maker;

    public PictureRefusalTests() => _maker = new PictureMaker(_clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_file_is_refused() => Assert.IsType<PictureEmpty>(await RefusedAsync([]));

    [Fact]
    public async Task What_is_too_large_is_refused_and_not_read_to_its_end()
    {
        byte[] sent = [0xFF, 0xD8, 0xFF, .. Samples.Noise(16 << 20)];
        using var stream = new MemoryStream(sent);

        Assert.True((await _maker.MakeAsync(stream, Stop)).Failed(out var problem, out _));

        Assert.IsType<PictureTooLarge>(problem);
        Assert.True(stream.Position < sent.Length);
    }

    [Theory]
    [InlineData(PictureKind.Svg, Script)]
    [InlineData(PictureKind.Unknown, "<!doctype html><html><script>alert(1)</script></html>")]
    [InlineData(PictureKind.Unknown, "%PDF-1.7 and so on")]
    [InlineData(PictureKind.Gif, "GIF89a and so on")]
    public async Task What_is_no_photograph_is_refused_whatever_it_is_called(PictureKind kind, string file) =>
        Assert.Equal(new PictureKindRefused(kind), await RefusedAsync(Encoding.UTF8.GetBytes(file)));

    [Fact]
    public async Task A_moving_gif_is_refused()
    {
        using var frame = Samples.Colours(500, 500);
        using var film = Image.Arrayjoin([frame, frame], across: 1);
        using var moving = film.Mutate(file => file.Set(GValue.GIntType, "page-height", 500));

        Assert.Equal(new PictureKindRefused(PictureKind.Gif), await RefusedAsync(moving.GifsaveBuffer()));
    }

    [Theory]
    [InlineData(PictureKind.Jpeg)]
    [InlineData(PictureKind.Png)]
    [InlineData(PictureKind.WebP)]
    [InlineData(PictureKind.Avif)]
    public async Task A_picture_that_was_cut_off_is_refused_wherever_it_was(PictureKind kind)
    {
        var whole = kind switch
        {
            PictureKind.Jpeg => Samples.Jpeg(800, 600),
            PictureKind.Png => Samples.Png(800, 600),
            PictureKind.WebP => Samples.WebP(800, 600),
            _ => Samples.Avif(800, 600),
        };

        foreach (var part in (int[])[16, whole.Length / 10, whole.Length / 2, whole.Length * 9 / 10])
        {
            Assert.IsType<PictureDamaged>(await RefusedAsync(whole[..part]));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 })]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A })]
    [InlineData(new byte[] { (byte)'R', (byte)'I', (byte)'F', (byte)'F', 0, 0, 1, 0, (byte)'W', (byte)'E', (byte)'B', (byte)'P' })]
    [InlineData(new byte[] { 0, 0, 0, 16, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f' })]
    public async Task What_only_begins_like_a_picture_is_refused(byte[] beginning)
    {
        Assert.IsType<PictureDamaged>(await RefusedAsync([.. beginning, .. Samples.Noise(100_000)]));
        Assert.IsType<PictureDamaged>(await RefusedAsync([.. beginning, .. Encoding.UTF8.GetBytes(Script)]));
    }

    [Fact]
    public async Task A_header_that_claims_more_pixels_than_are_taken_is_refused_before_any_is_unpacked()
    {
        // Were its pixels touched, it would be called damaged: it has none.
        Assert.Equal(new PictureTooManyPixels(20_000, 20_000), await RefusedAsync(Samples.BlackPng(20_000, 20_000, rows: 0)));
        Assert.Equal(new PictureTooManyPixels(20_000, 20_000), await RefusedAsync(Samples.BlackPng(20_000, 20_000, rows: 20_000)));
        Assert.Equal(new PictureTooManyPixels(8001, 5000), await RefusedAsync(Samples.BlackPng(8001, 5000, rows: 0)));
    }

    [Fact]
    public async Task A_bomb_behind_an_honest_header_takes_no_memory()
    {
        // 500 rows are claimed and 600 MB follow.
        var bomb = Samples.BlackPng(4000, 2000, rows: 1_200_000);
        Assert.False((await _maker.MakeAsync(new MemoryStream(Samples.Jpeg(400, 400)), Stop)).Failed(out _, out _));
        var before = Environment.WorkingSet;

        await _maker.MakeAsync(new MemoryStream(bomb), Stop);

        Assert.True(Environment.WorkingSet - before < 300 << 20, $"{(Environment.WorkingSet - before) >> 20} MB");
    }

    [Theory]
    [InlineData(800, 399, typeof(PictureTooSmall))]
    [InlineData(1300, 420, typeof(PictureTooNarrow))]
    public async Task What_no_page_could_show_is_refused(int width, int height, Type problem) => Assert.Equal(problem, (await RefusedAsync(Samples.Png(width, height))).GetType());

    public void Dispose() => _maker.Dispose();

    private async Task<IProblem> RefusedAsync(byte[] sent) =>
        (await _maker.MakeAsync(new MemoryStream(sent), Stop)).Failed(out var problem, out _) ? problem : throw new InvalidOperationException("It was taken.");
}
