using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Marketplace.Files.Documents;

/// <summary>A4 pages that are filled from the top down, in points.</summary>
/// <param name="begin">Draws what stands at the top of a page, which counts from 1.</param>
/// <param name="foot">Draws what stands at the foot of a page when all are there; gets its number and how many there are.</param>
internal sealed class Canvas(PdfDocument pdf, Action<Canvas, int> begin, Action<Canvas, int, int> foot) : IDisposable
{
    public const double Left = 42;
    public const double Right = 553;
    public const double Width = Right - Left;

    /// <summary>Between the top of a page and its foot.</summary>
    public const double Height = Bottom - Top;

    private const double Top = 36;
    private const double Bottom = 792;

    private XGraphics? _page;

    /// <summary>How far down the page is filled.</summary>
    public double Y { get; set; }

    private XGraphics Page => _page ?? throw new InvalidOperationException("No page was begun.");

    public bool Fits(double height) => Y + height <= Bottom;

    /// <summary>Begins the next page.</summary>
    public void Next()
    {
        _page?.Dispose();
        var page = pdf.AddPage();
        page.Size = PageSize.A4;
        _page = XGraphics.FromPdfPage(page);
        Y = Top;
        begin(this, pdf.PageCount);
    }

    /// <summary>Begins the next page unless so much still fits on this one.</summary>
    public void Keep(double height)
    {
        if (!Fits(height))
        {
            Next();
        }
    }

    /// <summary>Goes through all pages once more, for their feet.</summary>
    public void Finish()
    {
        for (var number = 1; number <= pdf.PageCount; number++)
        {
            _page?.Dispose();
            _page = XGraphics.FromPdfPage(pdf.Pages[number - 1], XGraphicsPdfPageOptions.Append);
            Y = Bottom + 12;
            foot(this, number, pdf.PageCount);
        }
    }

    public double WidthOf(string text, Ink ink) => Page.MeasureString(text, ink.Font).Width;

    public IReadOnlyList<string> Lines(string text, Ink ink, double width) => WrappedText.Lines(text, width, piece => WidthOf(piece, ink));

    /// <summary>Writes one line.</summary>
    /// <param name="y">Its top.</param>
    public void Write(string line, Ink ink, double x, double y) => Page.DrawString(line, ink.Font, ink.Brush, x, y + ink.Rise);

    /// <summary>Writes one line that ends there.</summary>
    public void WriteTo(string line, Ink ink, double right, double y) => Write(line, ink, right - WidthOf(line, ink), y);

    /// <summary>Writes one line around that.</summary>
    public void WriteAround(string line, Ink ink, double middle, double y) => Write(line, ink, middle - (WidthOf(line, ink) / 2), y);

    /// <summary>Writes a text from where the page is filled, over as many pages as it takes.</summary>
    public void Flow(string text, Ink ink, double x, double width)
    {
        foreach (var line in Lines(text, ink, width))
        {
            Keep(ink.Leading);
            Write(line, ink, x, Y);
            Y += ink.Leading;
        }
    }

    public void Rule(double from, double to, double y, XColor colour, double thickness = 0.5) => Page.DrawLine(new XPen(colour, thickness), from, y, to, y);

    public void Fill(double x, double y, double width, double height, XColor colour) => Page.DrawRectangle(new XSolidBrush(colour), x, y, width, height);

    public void Frame(double x, double y, double width, double height, XColor colour) => Page.DrawRectangle(new XPen(colour, 0.75), x, y, width, height);

    public void Dispose() => _page?.Dispose();
}
