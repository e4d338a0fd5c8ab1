using Marketplace.Core.Files;

namespace Marketplace.Core.Pictures;

/// <summary>The formats in which pictures are kept, best first.</summary>
public enum RenditionFormat
{
    /// <summary>The smallest; browsers since 2022 read it.</summary>
    Avif,

    /// <summary>Browsers since 2020 read it.</summary>
    WebP,

    /// <summary>Everything reads it.</summary>
    Jpeg,
}

/// <summary>A picture as it is kept and shown: one format, one width in pixels.</summary>
/// <param name="Bytes">Length of the file.</param>
public sealed record Rendition(RenditionFormat Format, int Width, int Height, int Bytes)
{
    /// <summary>Where it lies in the store.</summary>
    public FileKey KeyFor(Guid pictureId) => KeyOf(pictureId, Width, Format);

    /// <summary>Where that rendition of that picture lies, if there is one.</summary>
    public static FileKey KeyOf(Guid pictureId, int width, RenditionFormat format) => FileKey.Of("pictures", $"{pictureId:N}", FormattableString.Invariant($"{width}.{EndingOf(format)}"));

    /// <summary>How names of files in that format end.</summary>
    public static string EndingOf(RenditionFormat format) => format switch
    {
        RenditionFormat.Avif => "avif",
        RenditionFormat.WebP => "webp",
        _ => "jpg",
    };

    /// <summary>The format as browsers name it.</summary>
    public static string ContentTypeOf(RenditionFormat format) => format switch
    {
        RenditionFormat.Avif => "image/avif",
        RenditionFormat.WebP => "image/webp",
        _ => "image/jpeg",
    };
}

/// <summary>What was made of a picture that somebody sent: nothing of the sent bytes is in it.</summary>
/// <param name="Width">Pixels of the sent picture, turned upright.</param>
/// <param name="Height">Pixels of the sent picture, turned upright.</param>
/// <param name="SourceHash">SHA-256 of the sent bytes, 64 hexadecimal digits.</param>
public sealed record MadePicture(int Width, int Height, string SourceHash, IReadOnlyList<(Rendition Rendition, ReadOnlyMemory<byte> Content)> Files);
