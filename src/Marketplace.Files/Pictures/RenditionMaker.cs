using System.Security.Cryptography;
using Marketplace.Core.Pictures;
using NetVips;

namespace Marketplace.Files.Pictures;

/// <summary>The renditions of one picture: upright, in sRGB, on white where it was transparent, and with no word about where they come from.</summary>
internal static class RenditionMaker
{
    /// <summary>Lengths that no picture has: the other side decides.</summary>
    private const int AnyLength = 1_000_000;

    /// <summary>
    /// How hard the encoders try, from 0 to 9 and from 0 to 6. On a photograph the next steps of AVIF took one, four and seventeen times as long
    /// for 0, 2 and 2 percent fewer bytes.
    /// </summary>
    private const int AvifEffort = 1;
    private const int WebPEffort = 4;

    /// <summary>Qualities from 1 to 100 at which a photograph looks like the sent one to most people.</summary>
    private const int AvifQuality = 55;
    private const int WebPQuality = 78;
    private const int JpegQuality = 80;

    /// <summary>At which small print stays sharp.</summary>
    private const int PrintQuality = 88;

    private static readonly double[] White = [255, 255, 255];

    /// <summary>Makes them all.</summary>
    /// <exception cref="VipsException">The picture cannot be read to its end.</exception>
    public static MadePicture Of(byte[] sent, int width, int height, CancellationToken stop)
    {
        var widths = PictureRules.WidthsOf(width);
        var fallback = PictureRules.FallbackOf(widths);
        using var largest = Read(sent, widths[^1], stop);
        List<(Rendition, ReadOnlyMemory<byte>)> files = [];
        foreach (var step in widths)
        {
            stop.ThrowIfCancellationRequested();
            using var image = largest.ThumbnailImage(step, height: AnyLength, size: Enums.Size.Down);
            Add(RenditionFormat.Avif, image, image.HeifsaveBuffer(AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, keep: Enums.ForeignKeep.None));
            stop.ThrowIfCancellationRequested();
            Add(RenditionFormat.WebP, image, image.WebpsaveBuffer(WebPQuality, effort: WebPEffort, keep: Enums.ForeignKeep.None));
            if (step == fallback)
            {
                Add(RenditionFormat.Jpeg, image, image.JpegsaveBuffer(JpegQuality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None));
            }
        }

        return new MadePicture(width, height, Convert.ToHexStringLower(SHA256.HashData(sent)), [.. files.OrderBy(file => file.Item1.Format)]);

        void Add(RenditionFormat format, Image image, byte[] content) =>
            files.Add((new Rendition(format, image.Width, image.Height, content.Length), content));
    }

    /// <summary>One JPEG, with at most so many pixels on its longer side.</summary>
    /// <exception cref="VipsException">The picture cannot be read to its end.</exception>
    public static byte[] ToRead(byte[] sent, int longest, CancellationToken stop)
    {
        using var image = Read(sent, longest, stop, longest);
        return image.JpegsaveBuffer(PrintQuality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
    }

    /// <summary>The picture at the largest width that is needed, unpacked once. A JPEG is made smaller while it is unpacked, which saves most of the work.</summary>
    private static Image Read(byte[] sent, int width, CancellationToken stop, int height = AnyLength)
    {
        // A profile of the picture's own is taken into account; what has none counts as sRGB.
        using var read = Image.ThumbnailBuffer(sent, width, height: height, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        using var colours = read.Colourspace(Enums.Interpretation.Srgb);
        using var opaque = colours.HasAlpha() ? colours.Flatten(background: White) : colours.Copy();
        using var bytes = opaque.Cast(Enums.BandFormat.Uchar);
        using var cancelled = stop.Register(() => bytes.SetKill(true));
        return bytes.CopyMemory();
    }
}
