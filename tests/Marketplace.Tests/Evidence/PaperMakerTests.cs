using System.Text;
using Marketplace.Core.Evidence;
using Marketplace.Core.Pictures;
using Marketplace.Files.Papers;
using Marketplace.Files.Pictures;
using Marketplace.Tests.Pictures;
using NetVips;

namespace Marketplace.Tests.Evidence;

/// <summary>Papers are known by what they are, looked through, and kept without what nobody should get.</summary>
public sealed class PaperMakerTests : IDisposable
{
    private readonly PictureMaker _pictures = new(TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[]> Active => new()
    {
        { "a program at opening", Papers.PdfWith("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>") },
        { "an escaped name", Papers.PdfWith("/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>") },
        { "a program among names", Papers.PdfWith("/Names << /JavaScript << /Names [] >> >>") },
        { "another program started", Papers.PdfWith("/OpenAction << /S /Launch /F (cmd.exe) >>") },
        { "a file inside", Papers.PdfWith("/Names << /EmbeddedFiles << /Names [] >> >>") },
        { "a form that is sent", Papers.PdfWith("/OpenAction << /S /SubmitForm /F (https://example.com) >>") },
        { "a form of XML", Papers.PdfWith("/AcroForm << /Fields [] /XFA [] >>") },
        { "a file inside by itself", Papers.PdfWith("/X << /F (a.exe) /EF << /F 3 0 R >> >>") },
        { "an action in pieces", Papers.PdfWith("/OpenAction << /S /Rendition /JS (app.alert(1)) >>") },
        { "a packed program", Papers.Packed("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>") },
        { "a program that no table names", [.. Papers.Pdf(), .. Encoding.ASCII.GetBytes("9 0 obj\n<< /S /JavaScript >>\nendobj\n")] },
    };

    [Fact]
    public async Task A_pdf_is_kept_as_it_was_sent()
    {
        foreach (var sent in new[] { Papers.Pdf(), Papers.Pdf(Paper.MostPages), Papers.Packed(), Papers.PdfWith("/OpenAction [3 0 R /Fit]"), Papers.PdfWith("/X << /Differences [1 /JS /EF /XFA] /CharProcs << /JS 3 0 R /EF 3 0 R >> >>") })
        {
            var made = await MadeAsync(sent);

            Assert.Equal(PaperFormat.Pdf, made.Format);
            Assert.Equal(sent, made.Content.ToArray());
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent)), made.Sha256);
        }
    }

    [Theory]
    [MemberData(nameof(Active), DisableDiscoveryEnumeration = true)]
    public async Task A_pdf_that_can_do_something_is_refused(string what, byte[] sent)
    {
        Assert.NotEmpty(what);
        await RefusedAsync<PdfActive>(sent);
    }

    [Fact]
    public async Task A_pdf_that_is_locked_broken_or_endless_is_refused_and_stops_nothing()
    {
        await RefusedAsync<PdfLocked>(Papers.Locked());
        await RefusedAsync<PdfTooLong>(Papers.Pdf(Paper.MostPages + 1));
        await RefusedAsync<PdfTooLong>(Papers.Deep(100_000));
        await RefusedAsync<PdfTooLong>(Papers.Packed(spaces: 100 << 20));
        await RefusedAsync<PdfDamaged>(Papers.Nested());
        await RefusedAsync<PdfDamaged>(Papers.Pdf()[..120]);
        await RefusedAsync<PdfDamaged>(Encoding.ASCII.GetBytes("%PDF-1.7\n<html><script>alert(1)</script></html>"));
        await MadeAsync(Papers.Deep(40_000));
    }

    [Fact]
    public async Task What_only_says_that_it_is_a_paper_is_refused()
    {
        await RefusedAsync<PaperEmpty>([]);
        await RefusedAsync<PaperTooLarge>(new byte[Paper.MostBytes + 1]);
        await RefusedAsync<PaperKindRefused>(Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"));
        await RefusedAsync<PaperKindRefused>([.. "GIF89a"u8, .. Papers.Pdf()]);
        await RefusedAsync<PaperKindRefused>(Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        await RefusedAsync<PaperKindRefused>(Samples.Avif(500, 500));
        await RefusedAsync<PictureTooSmall>(Samples.Jpeg(300, 300));
        await RefusedAsync<PictureDamaged>(Samples.Jpeg(800, 800)[..2000]);
    }

    [Fact]
    public async Task A_picture_is_drawn_anew_small_enough_to_be_read_and_without_where_it_was_taken()
    {
        foreach (var sent in new[] { Samples.Photographed(4000, 3000, turn: 6), Samples.Png(3000, 4000), Samples.WebP(3000, 4000) })
        {
            var made = await MadeAsync(sent);

            Assert.Equal(PaperFormat.Jpeg, made.Format);
            using var picture = Image.NewFromBuffer(made.Content.ToArray());
            Assert.Equal((1800, 2400), (picture.Width, picture.Height));
            Assert.DoesNotContain(Samples.Camera, Encoding.Latin1.GetString(made.Content.Span), StringComparison.Ordinal);
            Assert.DoesNotContain(picture.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _pictures.Dispose();

    private PaperMaker Maker() => new(_pictures, TimeProvider.System);

    private async Task<MadePaper> MadeAsync(byte[] sent) =>
        (await Maker().MakeAsync(new MemoryStream(sent), Stop)).Failed(out var problem, out var made) ? throw new InvalidOperationException(problem.Message.En) : made;

    private async Task RefusedAsync<T>(byte[] sent)
    {
        Assert.True((await Maker().MakeAsync(new MemoryStream(sent), Stop)).Failed(out var problem, out _));
        Assert.IsType<T>(problem);
    }
}
