using Marketplace.Core;
using Marketplace.Core.Ordering.Documents;

namespace Marketplace.Files.Documents;

/// <summary>What stands below the lines: sums, terms, remarks and where to sign.</summary>
internal sealed class DocumentTail(TradeDocument document, Language language, Inks inks)
{
    private const double SumsWidth = 240;
    private const double SumsTop = 6;
    private const double SumsRight = Canvas.Right - LineTable.Inset;
    private const double SumsBottom = 14;
    private const double RuleTop = 4;
    private const double WordsBottom = 8;
    private const double SignatureTop = 10;
    private const double SignatureHeight = 72;

    private readonly IReadOnlyList<(LocalizedText Label, string Text)> _sums = document.ShowsPrices ? Prices(document.Totals, language) :
    [
        (TradeWords.LineCount, TradeWords.Whole(document.Lines.Count, language)),
        (TradeWords.QuantityTotal, TradeWords.Whole(document.Lines.Sum(line => (long)line.Quantity), language)),
    ];

    private readonly IReadOnlyList<(LocalizedText Label, LocalizedText Words)> _words =
    [
        .. document.ShowsPrices && document.Totals.Total is { Currency: Money.Vnd } total ? new[] { (TradeWords.InWords, AmountInWords.Of(total.Amount)) } : [],
        .. document.PaymentTerms is { } terms && document.ShowsPrices ? new[] { (TradeWords.PaymentTerms, terms) } : [],
        .. document.Remarks is { } remarks ? new[] { (TradeWords.Remarks, remarks) } : [],
    ];

    private double SumLeading => inks.Body.Leading + 2;

    /// <summary>What goes with the last line on one page, in points: everything, so that nobody signs an empty page; the sums alone where the words fill pages.</summary>
    public double HeightBeside(Canvas canvas)
    {
        var sums = SumsTop + ((_sums.Count - 1) * SumLeading) + RuleTop + inks.Sum.Leading + inks.Soft.Leading;
        var all = sums + SumsBottom + _words.Sum(part => HeightOf(canvas, part.Words)) + SignatureTop + SignatureHeight;
        return all <= Canvas.Height / 2 ? all : sums;
    }

    public void Draw(Canvas canvas)
    {
        Sums(canvas);
        canvas.Y += SumsBottom;
        foreach (var (label, words) in _words)
        {
            canvas.Keep(inks.Head.Leading + (inks.Body.Leading * 2));
            canvas.Flow(label.In(language), inks.Head, Canvas.Left, Canvas.Width);
            canvas.Flow(words.In(language), inks.Body, Canvas.Left, Canvas.Width);
            canvas.Y += WordsBottom;
        }

        Signatures(canvas);
    }

    private void Sums(Canvas canvas)
    {
        canvas.Y += SumsTop;
        foreach (var (label, text) in _sums.SkipLast(1))
        {
            canvas.Write(label.In(language), inks.Body, Canvas.Right - SumsWidth, canvas.Y);
            canvas.WriteTo(text, inks.Body, SumsRight, canvas.Y);
            canvas.Y += SumLeading;
        }

        canvas.Rule(Canvas.Right - SumsWidth, Canvas.Right, canvas.Y, Inks.Leaf, 1);
        canvas.Y += RuleTop;
        canvas.Write(_sums[^1].Label.In(language), inks.Sum, Canvas.Right - SumsWidth, canvas.Y);
        canvas.WriteTo(_sums[^1].Text, inks.Sum, SumsRight, canvas.Y);
        canvas.Y += inks.Sum.Leading;
        if (document.ShowsPrices)
        {
            canvas.WriteTo(TradeWords.TaxIncluded.In(language), inks.Soft, SumsRight, canvas.Y);
        }

        canvas.Y += inks.Soft.Leading;
    }

    private void Signatures(Canvas canvas)
    {
        canvas.Keep(SignatureTop + SignatureHeight);
        canvas.Y += SignatureTop;
        var signers = TradeWords.SignersOf(document.Kind);
        var width = Canvas.Width / signers.Count;
        foreach (var (at, signer) in signers.Index())
        {
            var middle = Canvas.Left + (width * (at + 0.5));
            canvas.WriteAround(signer.In(language), inks.Strong, middle, canvas.Y);
            canvas.WriteAround(TradeWords.SignHere.In(language), inks.Soft, middle, canvas.Y + inks.Strong.Leading);
            canvas.Rule(middle - 62, middle + 62, canvas.Y + SignatureHeight - 2, Inks.Line);
        }

        canvas.Y += SignatureHeight;
    }

    private double HeightOf(Canvas canvas, LocalizedText words) =>
        inks.Head.Leading + (canvas.Lines(words.In(language), inks.Body, Canvas.Width).Count * inks.Body.Leading) + WordsBottom;

    private static IReadOnlyList<(LocalizedText Label, string Text)> Prices(TradeTotals totals, Language language)
    {
        List<(LocalizedText, string)> sums = [(TradeWords.GoodsTotal, totals.Goods.Format(language))];
        if (totals.Released is { } released)
        {
            sums.Add((TradeWords.Released, "−" + released.Format(language)));
        }

        if (totals.Delivery is { } delivery)
        {
            sums.Add((TradeWords.Delivery, delivery.Format(language)));
        }

        sums.Add((TradeWords.Total, totals.Total.Format(language)));
        return sums;
    }
}
