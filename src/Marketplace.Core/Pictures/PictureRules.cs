namespace Marketplace.Core.Pictures;

/// <summary>What a picture must be to be taken, and in which sizes it is then kept.</summary>
public static class PictureRules
{
    /// <summary>Bytes of the file that is sent: 15 MiB.</summary>
    public const int MostBytes = 15 << 20;

    /// <summary>Pixels: 40 million, as the cameras of most telephones make at most.</summary>
    public const int MostPixels = 40_000_000;

    /// <summary>Pixels of the short side.</summary>
    public const int LeastSide = 400;

    /// <summary>How many times as long as the short side the long one may be.</summary>
    public const int MostTimesLonger = 3;

    /// <summary>Pictures of one product.</summary>
    public const int MostOfProduct = 12;

    /// <summary>Characters of the words that say what a picture shows, in each language.</summary>
    public const int MostAltLength = 200;

    /// <summary>Width of the picture for browsers that read neither WebP nor AVIF, in pixels, unless the picture is smaller.</summary>
    public const int FallbackWidth = 1024;

    /// <summary>Widths in which pictures are kept, in pixels.</summary>
    private static readonly int[] Steps = [320, 640, 1024, 1600];

    /// <summary>What is wrong with a picture of that size, either way up; null when nothing is.</summary>
    public static IProblem? FaultOf(int width, int height)
    {
        var (shorter, longer) = (Math.Min(width, height), Math.Max(width, height));
        return (long)width * height > MostPixels ? new PictureTooManyPixels(width, height)
            : shorter < LeastSide ? new PictureTooSmall(width, height)
            : longer > (long)shorter * MostTimesLonger ? new PictureTooNarrow(width, height)
            : null;
    }

    /// <summary>What is wrong with the words that say what a picture shows; null when nothing is.</summary>
    public static IProblem? FaultOf(LocalizedText? alt) =>
        alt is not null && (alt.Vi.Length > MostAltLength || alt.En?.Length > MostAltLength) ? new PictureAltTooLong() : null;

    /// <summary>
    /// The widths in which a picture of that width is kept, smallest first; none is wider than the picture. One that lies far above the last
    /// step (by a quarter or more) is also kept in its own width, so that 600 pixels are not shown as 320.
    /// </summary>
    public static IReadOnlyList<int> WidthsOf(int width)
    {
        int[] steps = [.. Steps.TakeWhile(step => step <= width)];
        return steps is [.., var last] && (last == Steps[^1] || width * 4 < last * 5) ? steps : [.. steps, width];
    }

    /// <summary>The widest of a picture's widths that the fallback may have.</summary>
    public static int FallbackOf(IReadOnlyList<int> widths) => widths.Last(width => width <= FallbackWidth);
}
