using Marketplace.Core;
using Marketplace.Core.Pictures;
using NetVips;

namespace Marketplace.Files.Pictures;

/// <summary>
/// Makes pictures that can be shown of bytes that cannot be trusted. What is shown is always drawn anew, so nothing of the sent file comes
/// through but its pixels: no place where it was taken, no name of a camera, no second file behind the first.
/// </summary>
public sealed class PictureMaker(TimeProvider clock) : IDisposable
{
    /// <summary>
    /// Pictures that are in hand, one of them being made and the others held in memory as they were sent: at most 90 MB of these. Making one
    /// takes both processors of a small machine, so two at once would only take twice the memory.
    /// </summary>
    public const int MostInHand = 6;

    /// <summary>Longer than the slowest picture within the rules takes on two processors that have other work too.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private int _inHand;

    /// <summary>
    /// Reads the stream to its end, unless it is too long, and makes the renditions. Problems: <see cref="PictureEmpty"/>, <see cref="PictureTooLarge"/>,
    /// <see cref="PictureKindRefused"/>, <see cref="PictureDamaged"/>, <see cref="PictureTooManyPixels"/>, <see cref="PictureTooSmall"/>,
    /// <see cref="PictureTooNarrow"/>, <see cref="PictureTooSlow"/>, <see cref="PicturesBusy"/>.
    /// </summary>
    public Task<Result<MadePicture>> MakeAsync(Stream source, CancellationToken cancellationToken) =>
        InHandAsync(() => TakeAsync(source, cancellationToken));

    /// <summary>
    /// Draws a picture anew as one JPEG to be read, with at most so many pixels on its longer side. Problems: those of <see cref="MakeAsync"/> that are not
    /// about the stream.
    /// </summary>
    public Task<Result<byte[]>> RedrawAsync(byte[] sent, int longest, CancellationToken cancellationToken) =>
        InHandAsync(() => InTurnAsync(sent, (_, _, stop) => RenditionMaker.ToRead(sent, longest, stop), cancellationToken));

    public void Dispose() => _turn.Dispose();

    private async Task<Result<T>> InHandAsync<T>(Func<Task<Result<T>>> make)
        where T : class
    {
        if (Interlocked.Increment(ref _inHand) > MostInHand)
        {
            Interlocked.Decrement(ref _inHand);
            return new(new PicturesBusy());
        }

        try
        {
            return await make();
        }
        finally
        {
            Interlocked.Decrement(ref _inHand);
        }
    }

    private async Task<Result<MadePicture>> TakeAsync(Stream source, CancellationToken cancellationToken) =>
        await ReadAsync(source, cancellationToken) is not { } sent ? new(new PictureTooLarge())
        : sent.Length == 0 ? new(new PictureEmpty())
        : await InTurnAsync(sent, (width, height, stop) => RenditionMaker.Of(sent, width, height, stop), cancellationToken);

    private async Task<Result<T>> InTurnAsync<T>(byte[] sent, Func<int, int, CancellationToken, T> make, CancellationToken cancellationToken)
        where T : class
    {
        var kind = PictureKinds.Of(sent);
        if (!PictureKinds.IsTaken(kind))
        {
            return new(new PictureKindRefused(kind));
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var late = new CancellationTokenSource(Patience, clock);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
            try
            {
                return await Task.Run(() => Make(sent, kind, make, stop.Token), CancellationToken.None);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new(new PictureTooSlow());
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private static Result<T> Make<T>(byte[] sent, PictureKind kind, Func<int, int, CancellationToken, T> make, CancellationToken stop)
        where T : class
    {
        try
        {
            var (width, height) = Vips.SizeOf(sent, kind);
            if (PictureRules.FaultOf(width, height) is { } fault)
            {
                return new(fault);
            }

            Vips.ReadThrough(sent, kind, stop);
            return new(make(width, height, stop));
        }
        catch (VipsException) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(stop);
        }
        catch (VipsException)
        {
            return new(new PictureDamaged());
        }
    }

    /// <summary>Null when there are more bytes than are taken; one more than that is as far as it reads.</summary>
    private static async Task<byte[]?> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        using var sent = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (sent.Length + read > PictureRules.MostBytes)
            {
                return null;
            }

            sent.Write(buffer, 0, read);
        }

        return sent.ToArray();
    }
}
