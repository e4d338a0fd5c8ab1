using Marketplace.Core;
using Marketplace.Core.Ordering.Documents;
using Marketplace.Files.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Marketplace.Tests.Ordering;

/// <summary>A page of a trade document as somebody else's reader finds it.</summary>
internal sealed record PrintedPage(string Text, IReadOnlyList<Word> Words)
{
    public static IReadOnlyList<PrintedPage> Of(TradeDocument document, Language language)
    {
        using var pdf = PdfDocument.Open(TradeDocumentPdf.Write(document, language));
        return [.. pdf.GetPages().Select(page => new PrintedPage(ContentOrderTextExtractor.GetText(page).ReplaceLineEndings(" "), [.. page.GetWords()]))];
    }

    public bool Says(LocalizedText words, Language language) => Text.Contains(words.In(language), StringComparison.Ordinal);
}
