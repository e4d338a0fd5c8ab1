using System.Text;
using Marketplace.Core;
using Marketplace.Core.Pictures;
using Marketplace.Files.Pictures;
using Marketplace.Tests.Files;
using Microsoft.Extensions.Time.Testing;
using NetVips;

namespace Marketplace.Tests.Pictures;

/// <summary>Bytes that cannot be trusted become pictures that can be shown, or are refused with a reason.</summary>
public sealed class PictureMakerTests : IDisposable
{
    private const string Script = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"800\"><script>alert(1)</script></svg>";

    private readonly FakeTimeProvider _clock = new();
    private readonly PictureMaker _maker;

    public PictureMakerTests() => _maker = new PictureMaker(_clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.webp")]
    [InlineData("photo.avif")]
    public async Task A_photograph_is_made_in_all_its_widths_and_formats(string name)
    {
        var made = await MadeAsync(name switch
        {
            "photo.jpg" => Samples.Jpeg(1700, 1275),
            "photo.png" => Samples.Png(1700, 1275),
            "photo.webp" => Samples.WebP(1700, 1275),
            _ => Samples.Avif(1700, 1275),
        });

        Assert.Equal((1700, 1275), (made.Width, made.Height));
        (RenditionFormat Format, int Width, int Height)[] expected =
        [
            .. Enumerable.Repeat(RenditionFormat.Avif, 4).Zip([320, 640, 1024, 1600], [240, 480, 768, 1200]),
            .. Enumerable.Repeat(RenditionFormat.WebP, 4).Zip([320, 640, 1024, 1600], [240, 480, 768, 1200]),
            (RenditionFormat.Jpeg, 1024, 768),
        ];
        Assert.Equal(expected, made.Files.Select(file => (file.Rendition.Format, file.Rendition.Width, file.Rendition.Height)));
        Assert.All(made.Files, file =>
        {
            using var image = Open(file);
            Assert.Equal((file.Rendition.Width, file.Rendition.Height, file.Rendition.Bytes), (image.Width, image.Height, file.Content.Length));
            Assert.Equal((3, Enums.Interpretation.Srgb), (image.Bands, image.Interpretation));
            AssertNear([255, 255, 100], image[image.Width - 1, image.Height - 1]);
            AssertNear([0, 0, 100], image[0, 0]);
        });
    }

    [Fact]
    public async Task A_small_photograph_is_never_made_larger()
    {
        var made = await MadeAsync(Samples.Jpeg(500, 420));

        Assert.Equal([320, 500], made.Files.Select(file => file.Rendition.Width).Distinct().Order());
        Assert.Equal([500], made.Files.Where(file => file.Rendition.Format == RenditionFormat.Jpeg).Select(file => file.Rendition.Width));
    }

    [Fact]
    public async Task What_a_camera_wrote_down_is_in_no_rendition()
    {
        var sent = Samples.Photographed(1200, 900);
        Assert.True(Holds(sent, Samples.Camera) && Holds(sent, "Exif"));

        var made = await MadeAsync(sent);

        Assert.All(made.Files, file =>
        {
            Assert.All((string[])["Exif", "EXIF", Samples.Camera, "xmpmeta", "XMP ", "ICCP", "ICC_PROFILE", "GPS"], word => Assert.False(Holds(file.Content, word), $"{file.Rendition} holds {word}"));
            using var image = Open(file);
            Assert.DoesNotContain(image.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field.StartsWith("xmp", StringComparison.Ordinal) || field.StartsWith("icc", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_photograph_that_lies_on_its_side_is_turned_upright()
    {
        var made = await MadeAsync(Samples.Photographed(1200, 800, turn: 6));

        Assert.Equal((800, 1200), (made.Width, made.Height));
        Assert.All(made.Files, file =>
        {
            using var image = Open(file);
            Assert.True(image.Height > image.Width && !image.Contains("orientation"));

            // What was the left bottom corner, green without red, is the left top now.
            AssertNear([0, 255, 100], image[0, 0]);
            AssertNear([255, 255, 100], image[0, image.Height - 1]);
        });
    }

    [Fact]
    public async Task What_was_transparent_is_white()
    {
        using var colours = Samples.Colours(500, 500);
        using var clear = colours.Bandjoin(0);

        var made = await MadeAsync(clear.PngsaveBuffer());

        Assert.All(made.Files, file =>
        {
            using var image = Open(file);
            Assert.Equal(3, image.Bands);
            AssertNear([255, 255, 255], image[image.Width / 2, image.Height / 2]);
        });
    }

    [Fact]
    public async Task Colours_of_print_and_of_sixteen_bits_and_grey_ones_all_become_sRGB()
    {
        using var colours = Samples.Colours(500, 500);
        using var print = colours.Colourspace(Enums.Interpretation.Cmyk);
        using var deep = colours.Colourspace(Enums.Interpretation.Rgb16);
        using var grey = colours.Colourspace(Enums.Interpretation.Bw);

        foreach (var sent in (byte[][])[print.JpegsaveBuffer(90), deep.PngsaveBuffer(), grey.JpegsaveBuffer(90)])
        {
            var made = await MadeAsync(sent);
            using var image = Open(made.Files[^1]);
            Assert.Equal((3, Enums.BandFormat.Uchar, Enums.Interpretation.Srgb), (image.Bands, image.Format, image.Interpretation));
        }
    }

    [Fact]
    public async Task The_sent_bytes_are_known_by_their_hash()
    {
        var sent = Samples.Jpeg(400, 400);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent)), (await MadeAsync(sent)).SourceHash);
    }

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

    [Fact]
    public async Task Of_a_moving_webp_the_first_picture_is_taken()
    {
        using var frame = Samples.Colours(500, 400);
        using var other = frame.Invert();
        using var film = Image.Arrayjoin([frame, other], across: 1);
        using var moving = film.Mutate(file => file.Set(GValue.GIntType, "page-height", 400));

        var made = await MadeAsync(moving.WebpsaveBuffer(90));

        Assert.Equal((500, 400), (made.Width, made.Height));
        using var image = Open(made.Files[^1]);
        AssertNear([0, 0, 100], image[0, 0]);
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
        await MadeAsync(Samples.Jpeg(400, 400));
        var before = Environment.WorkingSet;

        await _maker.MakeAsync(new MemoryStream(bomb), Stop);

        Assert.True(Environment.WorkingSet - before < 300 << 20, $"{(Environment.WorkingSet - before) >> 20} MB");
    }

    [Theory]
    [InlineData(800, 399, typeof(PictureTooSmall))]
    [InlineData(1300, 420, typeof(PictureTooNarrow))]
    public async Task What_no_page_could_show_is_refused(int width, int height, Type problem) => Assert.Equal(problem, (await RefusedAsync(Samples.Png(width, height))).GetType());

    [Fact]
    public async Task A_line_that_breaks_off_is_the_callers_to_see() =>
        await Assert.ThrowsAsync<IOException>(() => _maker.MakeAsync(new BrokenStream(100_000), Stop));

    [Fact]
    public async Task What_takes_too_long_is_stopped_and_the_next_one_is_made()
    {
        var slow = _maker.MakeAsync(new MemoryStream(Samples.Jpeg(2800, 2000)), Stop);
        while (!slow.IsCompleted)
        {
            _clock.Advance(PictureMaker.Patience);
            await Task.Yield();
        }

        Assert.True((await slow).Failed(out var problem, out _));
        Assert.IsType<PictureTooSlow>(problem);
        await MadeAsync(Samples.Jpeg(400, 400));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_turn_to_the_next()
    {
        using var gone = new CancellationTokenSource();
        var making = _maker.MakeAsync(new MemoryStream(Samples.Jpeg(1600, 1200)), gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => making);
        await MadeAsync(Samples.Jpeg(400, 400));
    }

    [Fact]
    public async Task More_pictures_than_there_is_memory_for_are_asked_to_come_again()
    {
        using var gone = new CancellationTokenSource();
        var held = Enumerable.Range(0, PictureMaker.MostInHand).Select(_ => _maker.MakeAsync(new System.IO.Pipelines.Pipe().Reader.AsStream(), gone.Token)).ToList();

        Assert.IsType<PicturesBusy>(await RefusedAsync(Samples.Jpeg(400, 400)));

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(held));
        await MadeAsync(Samples.Jpeg(400, 400));
    }

    public void Dispose() => _maker.Dispose();

    private static Image Open((Rendition Rendition, ReadOnlyMemory<byte> Content) file) => Image.NewFromBuffer(file.Content.ToArray());

    private static bool Holds(ReadOnlyMemory<byte> file, string word) => file.Span.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;

    private static void AssertNear(double[] expected, double[] colour) =>
        Assert.All(expected.Zip(colour), band => Assert.True(Math.Abs(band.First - band.Second) < 24, $"{string.Join(' ', colour)} where {string.Join(' ', expected)} should be"));

    private async Task<MadePicture> MadeAsync(byte[] sent) =>
        (await _maker.MakeAsync(new MemoryStream(sent), Stop)).Failed(out var problem, out var made) ? throw new InvalidOperationException(problem.Message.En) : made;

    private async Task<IProblem> RefusedAsync(byte[] sent) =>
        (await _maker.MakeAsync(new MemoryStream(sent), Stop)).Failed(out var problem, out _) ? problem : throw new InvalidOperationException("It was taken.");
}
