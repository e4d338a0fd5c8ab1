using Marketplace.Core.Pictures;
using NetVips;

namespace Marketplace.Files.Pictures;

/// <summary>libvips, with everything shut that no picture of ours needs.</summary>
internal static class Vips
{
    /// <summary>Readers that are well tried against hostile files. None of them reads an SVG, a PDF, or anything by a name.</summary>
    private static readonly string[] Readers = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif"];

    static Vips()
    {
        Operation.Block("VipsForeignLoad", true);
        foreach (var reader in Readers)
        {
            Operation.Block(reader, false);
        }

        // It has a word to say of every row of a damaged picture; that it is damaged is all that anybody need know.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });

        // Nothing is made twice, so what was made need not be kept.
        Cache.Max = 0;
    }

    /// <summary>Pixels across and down, once the picture is turned upright. Read from the header, by the kind's own reader; no pixel is unpacked.</summary>
    /// <exception cref="VipsException">The header is no picture's.</exception>
    public static (int Width, int Height) SizeOf(byte[] sent, PictureKind kind)
    {
        using var header = Open(sent, kind);
        var turned = header.Contains("orientation") && header.Get("orientation") is >= 5 and <= 8;
        return turned ? (header.Height, header.Width) : (header.Width, header.Height);
    }

    /// <summary>Unpacks the picture to its end in strips, and keeps nothing. What makes it smaller while it reads is lenient: it would paint over what is missing.</summary>
    /// <exception cref="VipsException">It cannot be read to its end.</exception>
    public static void ReadThrough(byte[] sent, PictureKind kind, CancellationToken stop)
    {
        using var whole = Open(sent, kind);
        using var cancelled = stop.Register(() => whole.SetKill(true));
        _ = whole.Avg();
    }

    private static Image Open(byte[] sent, PictureKind kind) => kind switch
    {
        PictureKind.Jpeg => Image.JpegloadBuffer(sent, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        PictureKind.Png => Image.PngloadBuffer(sent, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        PictureKind.WebP => Image.WebploadBuffer(sent, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        PictureKind.Avif => Image.HeifloadBuffer(sent, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No picture is made of it."),
    };
}
