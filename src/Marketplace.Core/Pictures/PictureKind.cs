using System.Text;

namespace Marketplace.Core.Pictures;

/// <summary>What a file is by its own bytes, whatever its name or sender says.</summary>
public enum PictureKind
{
    /// <summary>Nothing that we know: a page, a text, a film, noise.</summary>
    Unknown,

    /// <summary>Taken.</summary>
    Jpeg,

    /// <summary>Taken; of a moving one the first picture.</summary>
    Png,

    /// <summary>Taken; of a moving one the first picture.</summary>
    WebP,

    /// <summary>Taken; of a moving one the first picture.</summary>
    Avif,

    /// <summary>What iPhones make unless told otherwise. Not taken: its patents keep the decoder out of the library.</summary>
    Heic,

    /// <summary>Not taken: 256 colours are no photograph.</summary>
    Gif,

    /// <summary>Not taken: it is a program as well as a drawing.</summary>
    Svg,
}

/// <summary>Tells kinds of pictures apart by their first bytes.</summary>
public static class PictureKinds
{
    /// <summary>As many bytes as <see cref="Of"/> looks at.</summary>
    public const int HeadLength = 1024;

    /// <summary>The kind of the file that begins with these bytes.</summary>
    public static PictureKind Of(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(file.Length, HeadLength)];
        return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? PictureKind.Jpeg
            : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? PictureKind.Png
            : head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8) ? PictureKind.WebP
            : head.StartsWith("GIF8"u8) ? PictureKind.Gif
            : head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) ? OfBrands(head)
            : IsSvg(head) ? PictureKind.Svg
            : PictureKind.Unknown;
    }

    /// <summary>Whether we make pictures of it.</summary>
    public static bool IsTaken(PictureKind kind) => kind is PictureKind.Jpeg or PictureKind.Png or PictureKind.WebP or PictureKind.Avif;

    /// <summary>AVIF, HEIC and films are one container, told apart by the brands that its first box lists.</summary>
    private static PictureKind OfBrands(ReadOnlySpan<byte> head)
    {
        var length = (int)Math.Min((uint)head.Length, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head));
        var kind = PictureKind.Unknown;
        for (var at = 8; at + 4 <= length; at += 4)
        {
            var brand = head[at..(at + 4)];
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
            {
                return PictureKind.Avif;
            }

            if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8))
            {
                kind = PictureKind.Heic;
            }
        }

        return kind;
    }

    /// <summary>An SVG's root may stand behind a declaration and remarks; a page that shows one somewhere begins with <c>html</c>.</summary>
    private static bool IsSvg(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head);
        var root = text.IndexOf("<svg", StringComparison.OrdinalIgnoreCase);
        var page = text.IndexOf("<html", StringComparison.OrdinalIgnoreCase);
        return root >= 0 && (page < 0 || root < page);
    }
}
