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
