using System.Globalization;
using System.Text;
using Marketplace.Core;
using Marketplace.Core.Ordering.Documents;
using Marketplace.Files.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Marketplace.Tests.Ordering;

/// <summary>What a distributor prints: the four papers of an order, read back from the file.</summary>
public sealed class TradeDocumentTests
{
    private const string Letters = "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ dđ bcghklmnpqrstvx";

    /// <summary>The space between the margins, in points.</summary>
    private const double Left = 42;
    private const double Right = 553;

    public static TheoryData<TradeDocumentKind, Language> Papers
    {
        get
        {
            TheoryData<TradeDocumentKind, Language> papers = [];
            foreach (var kind in Enum.GetValues<TradeDocumentKind>())
            {
                papers.Add(kind, Language.Vi);
                papers.Add(kind, Language.En);
            }

            return papers;
        }
    }

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void Every_letter_of_Vietnamese_can_be_read_on_the_page(NormalizationForm typed)
    {
        var all = $"{Letters} {Letters.ToUpper(CultureInfo.InvariantCulture)}";
        var pages = PrintedPage.Of(Document(1) with { Remarks = new(all.Normalize(typed)) }, Language.Vi);

        Assert.Contains(all, Assert.Single(pages).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_says_what_it_is_between_whom_and_about_what(TradeDocumentKind kind, Language language)
    {
        var document = Document(1) with { Kind = kind };
        var page = Assert.Single(PrintedPage.Of(document, language));

        string[] said =
        [
            TradeWords.TitleOf(kind).In(language), document.Number, TradeWords.Day(document.IssuedOn, language), document.OrderNumber, "PO 47/26",
            document.Seller.Name, "1300123456", document.Buyer.Name, "0312345678-001", document.Recipient!.Name, "0903 123 456",
            "CX-0000000001", document.Lines[0].Name.In(language), document.Lines[0].Pack.In(language), TradeWords.Certificate(document.Lines[0].Certificate!).In(language),
            "Gọi trước 30 phút", .. TradeWords.SignersOf(kind).Select(signer => signer.In(language)),
        ];
        Assert.All(said, words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Prices_stand_on_what_is_about_money_and_nowhere_else(TradeDocumentKind kind, Language language)
    {
        var page = Assert.Single(PrintedPage.Of(Document(3) with { Kind = kind }, language));
        var prices = new[] { 65_000, 130_000, 195_000, 390_000, 420_000 }.Select(amount => Money.Dong(amount).Format(language));

        if (kind is TradeDocumentKind.OrderConfirmation or TradeDocumentKind.ProFormaInvoice)
        {
            Assert.All(prices, price => Assert.Contains(price, page.Text, StringComparison.Ordinal));
            Assert.True(page.Says(TradeWords.UnitPrice, language) && page.Says(new("Chuyển khoản", "Bank transfer"), language));
        }
        else
        {
            Assert.DoesNotContain("₫", page.Text, StringComparison.Ordinal);
            Assert.DoesNotMatch("65[.,]?000|390[.,]?000|420[.,]?000", page.Text);
            Assert.False(page.Says(TradeWords.UnitPrice, language) || page.Says(TradeWords.LineTotal, language) || page.Says(new("Chuyển khoản", "Bank transfer"), language));
        }
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Three_hundred_lines_have_a_head_and_a_number_on_every_page(TradeDocumentKind kind, Language language)
    {
        var document = Document(300) with { Kind = kind, IsDemonstration = true };
        var pages = PrintedPage.Of(document, language);

        Assert.InRange(pages.Count, 10, 30);
        Assert.All(pages.Index(), at =>
        {
            Assert.Equal($"{at.Index + 1}/{pages.Count}", at.Item.Words.MinBy(word => word.BoundingBox.Bottom - word.BoundingBox.Right)!.Text);
            Assert.True(at.Item.Says(TradeWords.Sku, language) && at.Item.Says(TradeWords.Quantity, language));
            Assert.True(at.Item.Says(TradeWords.Demonstration, language));
            Assert.Equal(kind == TradeDocumentKind.ProFormaInvoice, at.Item.Says(TradeWords.NoTaxInvoice, language));
        });
        Assert.Equal(document.Lines.Select(line => line.Sku), pages.SelectMany(page => page.Words).Select(word => word.Text).Where(text => text.StartsWith("CX-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nobody_signs_a_page_without_lines_and_no_total_stands_alone()
    {
        for (var count = 1; count <= 40; count++)
        {
            var document = Document(count);
            var last = PrintedPage.Of(document, Language.Vi)[^1];

            Assert.Contains(document.Lines[^1].Sku, last.Text, StringComparison.Ordinal);
            Assert.True(last.Says(TradeWords.Total, Language.Vi) && last.Says(TradeWords.SignHere, Language.Vi));
        }
    }

    [Fact]
    public void Remarks_of_more_than_a_page_go_on_overleaf_word_by_word()
    {
        var words = Enumerable.Range(1, 3000).Select(at => string.Create(CultureInfo.InvariantCulture, $"lời{at}")).ToList();
        var pages = PrintedPage.Of(Document(1) with { Remarks = new(string.Join(' ', words)) }, Language.Vi);

        Assert.True(pages.Count > 2);
        Assert.Equal(words, pages.SelectMany(page => page.Words).Select(word => word.Text).Where(text => text.StartsWith("lời", StringComparison.Ordinal)));
    }

    [Fact]
    public void Figures_end_in_one_line_and_nothing_leaves_the_paper()
    {
        var long200 = string.Concat(Enumerable.Repeat("Dừaxiêmxanh", 19))[..200];
        var document = Document(6);
        var first = document.Lines[0] with { Name = new(long200), Unit = new(long200[..64]), Sku = long200[..64], Quantity = 1_000_000, UnitPrice = Money.Dong(1_000_000_000), LineTotal = Money.Dong(1_000_000_000_000_000) };
        var words = PrintedPage.Of(document with { Seller = new(long200, long200), Number = long200[..30], Lines = [first, .. document.Lines.Skip(1)] }, Language.Vi).SelectMany(page => page.Words).ToList();

        var ends = words.Where(word => word.Text.EndsWith('₫')).Select(word => word.BoundingBox.Right).Order().ToList();
        Assert.Equal((document.Lines.Count * 2) + 3, ends.Count);
        Assert.InRange(ends[document.Lines.Count - 1] - ends[0], 0, 0.5);
        Assert.InRange(ends[^1] - ends[document.Lines.Count], 0, 0.5);
        Assert.All(words, word => Assert.True(word.BoundingBox.Left >= Left - 1 && word.BoundingBox.Right <= Right + 1, word.Text));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void The_same_paper_is_the_same_file_however_many_are_made_at_once(TradeDocumentKind kind, Language language)
    {
        var document = Document(20) with { Kind = kind };
        var files = new byte[8][];
        Parallel.For(0, files.Length, at => files[at] = TradeDocumentPdf.Write(document, language));

        Assert.All(files, file => Assert.Equal(files[0], file));
        Assert.NotEqual(files[0], TradeDocumentPdf.Write(document with { Number = "2" }, language));
    }

    [Theory]
    [InlineData(Language.Vi, "Xác nhận đơn hàng XN-1", "vi")]
    [InlineData(Language.En, "Order confirmation XN-1", "en")]
    public void The_file_tells_its_title_and_its_language_and_brings_its_letters(Language language, string title, string code)
    {
        using var pdf = PdfDocument.Open(TradeDocumentPdf.Write(Document(1), language));

        Assert.Equal(title, pdf.Information.Title);
        Assert.Equal("D:20261129000000+00'00'", pdf.Information.CreationDate);
        Assert.Equal(code, Assert.IsType<StringToken>(pdf.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.Matches(@"^[A-Z]{6}\+Noto Sans", letter.FontName));
    }

    [Fact]
    public void Broken_letters_and_control_characters_do_not_keep_a_paper_from_being_made()
    {
        var page = Assert.Single(PrintedPage.Of(Document(1) with { Remarks = new("a\ud83d\0\u0007b 😀\r\n\r\nc"), Seller = new("x\uDC00\ny") }, Language.Vi));

        Assert.True(page.Says(TradeWords.Remarks, Language.Vi));
    }

    private static TradeDocument Document(int lines) => new()
    {
        Kind = TradeDocumentKind.OrderConfirmation,
        Number = "XN-1",
        IssuedOn = new(2026, 11, 29),
        OrderNumber = "DH-1",
        OrderedOn = new(2026, 11, 28),
        BuyerReference = "PO 47/26",
        ValidUntil = new(2026, 12, 15),
        ReadyOn = new(2026, 12, 3),
        Seller = new("Hợp tác xã Kẹo dừa Mỏ Cày", "Số 18, xã Mỏ Cày, tỉnh Vĩnh Long", "1300123456", "0275 384 3456", "ban@keodua.example"),
        Buyer = new("Công ty Phương Nam", "245 Nguyễn Thị Minh Khai, Thành phố Hồ Chí Minh", "0312345678-001"),
        Recipient = new("Kho Bình Tân", "Lô B12, đường số 7", Phone: "0903 123 456"),
        Lines = [.. Enumerable.Range(1, lines).Select(at => new TradeLine(
            string.Create(CultureInfo.InvariantCulture, $"CX-{at:D10}"), new("Kẹo dừa sầu riêng", "Durian coconut candy"), new("Hộp 450 g", "Box of 450 g"), new("hộp", "box"), at, Money.Dong(65_000), Money.Dong(65_000L * at))
        {
            Certificate = at % 2 == 1 ? new("BT-7", 4, new(2028, 5, 6), IsDemonstration: false) : null,
        })],
        Totals = new(Money.Dong(390_000), Money.Dong(420_000)) { Delivery = Money.Dong(30_000) },
        PaymentTerms = new("Chuyển khoản trước khi giao", "Bank transfer before delivery"),
        Remarks = new("Gọi trước 30 phút"),
    };
}
