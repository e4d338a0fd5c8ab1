using Marketplace.Core.Files;

namespace Marketplace.Core.Evidence;

/// <summary>In which form papers are kept.</summary>
public enum PaperFormat
{
    /// <summary>As it was sent.</summary>
    Pdf,

    /// <summary>Drawn anew from what was sent, without any word about where it was taken.</summary>
    Jpeg,
}

/// <summary>The file of a paper as it is kept and handed out.</summary>
/// <param name="Id">Names the file in the store; another file has another one.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">64 hexadecimal digits.</param>
public sealed record Paper(Guid Id, PaperFormat Format, int Length, string Sha256)
{
    /// <summary>Bytes of the file that is sent: 10 MiB.</summary>
    public const int MostBytes = 10 << 20;

    /// <summary>Pages of a PDF.</summary>
    public const int MostPages = 100;

    /// <summary>Pixels of the longer side of a picture as it is kept: a sheet of A4 at some 200 dots per inch.</summary>
    public const int MostPixels = 2400;

    /// <summary>Where it lies in the store.</summary>
    public FileKey Key => FileKey.Of("evidence", $"{Id:N}.{Ending}");

    public string ContentType => Format == PaperFormat.Pdf ? "application/pdf" : "image/jpeg";

    /// <summary>How its name ends.</summary>
    public string Ending => Format == PaperFormat.Pdf ? "pdf" : "jpg";
}

/// <summary>A file that may be kept, and its bytes.</summary>
public sealed record MadePaper(PaperFormat Format, ReadOnlyMemory<byte> Content, string Sha256);
