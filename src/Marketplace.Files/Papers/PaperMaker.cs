using System.Security.Cryptography;
using Marketplace.Core;
using Marketplace.Core.Evidence;
using Marketplace.Core.Pictures;
using Marketplace.Files.Pictures;

namespace Marketplace.Files.Papers;

/// <summary>
/// Takes in papers that cannot be trusted: a PDF is looked through and kept as it is, since a signature would not survive anything else; a picture is
/// drawn anew.
/// </summary>
public sealed class PaperMaker(PictureMaker pictures, TimeProvider clock)
{
    /// <summary>Papers that are in hand, held in memory as they were sent: at most 40 MB of these.</summary>
    public const int MostInHand = 4;

    /// <summary>Longer than any PDF within the rules takes to be looked through.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private int _inHand;

    /// <summary>
    /// Reads the stream to its end, unless it is too long. Problems: <see cref="PaperEmpty"/>, <see cref="PaperTooLarge"/>, <see cref="PaperKindRefused"/>,
    /// <see cref="PapersBusy"/>; of a PDF <see cref="PdfActive"/>, <see cref="PdfLocked"/>, <see cref="PdfTooLong"/>, <see cref="PdfDamaged"/>; of a picture those
    /// of <see cref="PictureMaker.RedrawAsync"/>.
    /// </summary>
    public async Task<Result<MadePaper>> MakeAsync(Stream source, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _inHand) > MostInHand)
        {
            Interlocked.Decrement(ref _inHand);
            return new(new PapersBusy());
        }

        Task look = Task.CompletedTask;
        try
        {
            if (await ReadAsync(source, cancellationToken) is not { } sent)
            {
                return new(new PaperTooLarge());
            }

            if (sent.Length == 0)
            {
                return new(new PaperEmpty());
            }

            if (!PdfCheck.IsPdf(sent))
            {
                return await RedrawnAsync(sent, cancellationToken);
            }

            var looking = PdfCheck.FaultOfAsync(sent);
            look = looking;
            return await looking.WaitAsync(Patience, clock, cancellationToken) is { } fault ? new(fault) : new(Made(PaperFormat.Pdf, sent));
        }
        catch (TimeoutException)
        {
            return new(new PdfTooLong());
        }
        finally
        {
            // Nothing stops a look that takes too long, but until it ends nobody else gets its place.
            _ = look.ContinueWith(_ => Interlocked.Decrement(ref _inHand), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task<Result<MadePaper>> RedrawnAsync(byte[] sent, CancellationToken cancellationToken) =>
        PictureKinds.Of(sent) is not (PictureKind.Jpeg or PictureKind.Png or PictureKind.WebP)
            ? new(new PaperKindRefused())
            : (await pictures.RedrawAsync(sent, Paper.MostPixels, cancellationToken)).Then(jpeg => Made(PaperFormat.Jpeg, jpeg));

    private static MadePaper Made(PaperFormat format, byte[] content) => new(format, content, Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Null when there are more bytes than are taken; one more than that is as far as it reads.</summary>
    private static async Task<byte[]?> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        using var sent = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (sent.Length + read > Paper.MostBytes)
            {
                return null;
            }

            sent.Write(buffer, 0, read);
        }

        return sent.ToArray();
    }
}
