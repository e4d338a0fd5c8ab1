using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Marketplace.Files.Documents;

/// <summary>The typefaces that travel inside this assembly: what a machine has installed is never asked for.</summary>
internal sealed class DocumentFonts : IFontResolver
{
    private const string Family = "Noto Sans";
    private const string Regular = "NotoSans-regular.ttf";
    private const string Bold = "NotoSans-bold.ttf";

    /// <summary>The library keeps one resolver for the whole process.</summary>
    static DocumentFonts() => GlobalFontSettings.FontResolver = new DocumentFonts();

    private DocumentFonts()
    {
    }

    public static XFont Of(double size, bool bold) => new(Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, XPdfFontOptions.UnicodeDefault);

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? Bold : Regular);

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(DocumentFonts).Assembly.GetManifestResourceStream(faceName)!;
        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        return font;
    }
}
