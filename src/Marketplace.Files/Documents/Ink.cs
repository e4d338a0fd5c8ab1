using PdfSharp.Drawing;

namespace Marketplace.Files.Documents;

/// <summary>How a text is written: typeface, size and colour.</summary>
internal sealed class Ink(double size, bool bold, XColor colour)
{
    public XFont Font { get; } = DocumentFonts.Of(size, bold);

    public XBrush Brush { get; } = new XSolidBrush(colour);

    /// <summary>From one line to the next, in points: marks over and under capitals never touch.</summary>
    public double Leading { get; } = size * 1.36;

    /// <summary>From the top of a line to where its letters stand.</summary>
    public double Rise { get; } = size * 1.07;
}

/// <summary>The few inks and grounds of a document. All stay readable on a printer without colours.</summary>
internal sealed class Inks
{
    public static readonly XColor Line = XColor.FromArgb(0xC9, 0xC4, 0xB8);
    public static readonly XColor Leaf = XColor.FromArgb(0x1D, 0x60, 0x40);
    public static readonly XColor Wash = XColor.FromArgb(0xF3, 0xF1, 0xEA);
    public static readonly XColor Notice = XColor.FromArgb(0xFB, 0xE3, 0xA6);

    private static readonly XColor Black = XColor.FromArgb(0x1E, 0x1A, 0x16);
    private static readonly XColor Grey = XColor.FromArgb(0x5A, 0x54, 0x4B);

    public Ink Title { get; } = new(19, bold: true, Leaf);

    public Ink Shop { get; } = new(11, bold: true, Black);

    public Ink Sum { get; } = new(11, bold: true, Black);

    public Ink Strong { get; } = new(8.5, bold: true, Black);

    public Ink Body { get; } = new(8.5, bold: false, Black);

    public Ink Head { get; } = new(7.5, bold: true, Grey);

    public Ink Soft { get; } = new(7.5, bold: false, Grey);
}
