using Marketplace.Core;
using Marketplace.Core.Ordering.Documents;
using PdfSharp.Pdf;

namespace Marketplace.Files.Documents;

/// <summary>Writes trade documents as PDF on A4. The same document in the same language is the same bytes.</summary>
public static class TradeDocumentPdf
{
    /// <summary>The file, made in memory: a thousand lines take some tenths of a second.</summary>
    public static byte[] Write(TradeDocument document, Language language)
    {
        using var pdf = new PdfDocument();
        var inks = new Inks();
        var head = new DocumentHead(document, language, inks);
        var tail = new DocumentTail(document, language, inks);
        using (var canvas = new Canvas(pdf, head.Begin, head.Foot))
        {
            canvas.Next();
            head.Draw(canvas);
            new LineTable(canvas, inks, document, language).Draw(below: tail.HeightBeside(canvas));
            tail.Draw(canvas);
            canvas.Finish();
        }

        return StablePdf.Save(pdf, document, language);
    }
}
