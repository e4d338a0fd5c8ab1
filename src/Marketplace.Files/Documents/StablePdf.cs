using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Marketplace.Core;
using Marketplace.Core.Ordering.Documents;
using PdfSharp.Pdf;

namespace Marketplace.Files.Documents;

/// <summary>Saves the same document as the same bytes. What the library draws by lot is put in place afterwards, in as many bytes: nothing in the file moves.</summary>
internal static partial class StablePdf
{
    public static byte[] Save(PdfDocument pdf, TradeDocument document, Language language)
    {
        var issued = document.IssuedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        pdf.Language = language == Language.En ? "en" : "vi";
        pdf.Info.Title = WrappedText.Clean($"{TradeWords.TitleOf(document.Kind).In(language)} {document.Number}");
        pdf.Info.Author = WrappedText.Clean(document.Seller.Name);
        pdf.Info.Creator = TradeWords.Shop.In(language);
        pdf.Info.CreationDate = issued;
        pdf.Info.ModificationDate = issued;
        pdf.ViewerPreferences.DisplayDocTitle = true;

        var lot = SHA256.HashData(Encoding.UTF8.GetBytes($"{pdf.Info.Title}\n{pdf.Info.Author}\n{pdf.Language}")).AsSpan(0, 16).ToArray();
        pdf.Internals.FirstDocumentID = pdf.Internals.SecondDocumentID = Encoding.Latin1.GetString(lot);
        using var bytes = new MemoryStream();
        pdf.Save(bytes, closeStream: false);

        var text = Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        var id = new Guid(lot).ToString();
        var tag = string.Concat(lot.Take(6).Select(number => (char)('A' + (number % 26))));
        text = Uuid().Replace(text, found => found.Value[..^id.Length] + id);
        return Encoding.Latin1.GetBytes(FontTag().Replace(text, $"/{tag}+Noto#20Sans"));
    }

    [GeneratedRegex("<xmpMM:(Document|Instance)ID>uuid:[0-9a-f-]{36}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"/[A-Z]{6}\+Noto#20Sans", RegexOptions.NonBacktracking)]
    private static partial Regex FontTag();
}
