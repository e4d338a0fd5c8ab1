using System.Globalization;
using Marketplace.Core;
using Marketplace.Core.Ordering.Documents;

namespace Marketplace.Files.Documents;

/// <summary>What stands above the lines, and at the top and foot of every page.</summary>
internal sealed class DocumentHead(TradeDocument document, Language language, Inks inks)
{
    private const double Gutter = 18;
    private const double Padding = 5;

    private readonly string _title = TradeWords.TitleOf(document.Kind).In(language);

    /// <summary>The top of a page, which counts from 1: who issues it, or from the second on what it belongs to.</summary>
    public void Begin(Canvas canvas, int page)
    {
        if (document.IsDemonstration)
        {
            Band(canvas, TradeWords.Demonstration);
        }

        if (document.Kind == TradeDocumentKind.ProFormaInvoice)
        {
            Band(canvas, TradeWords.NoTaxInvoice);
        }

        if (page > 1)
        {
            canvas.Write($"{_title} {document.Number}", inks.Head, Canvas.Left, canvas.Y);
            canvas.WriteTo(canvas.Lines(document.Seller.Name, inks.Soft, Canvas.Width / 2)[0], inks.Soft, Canvas.Right, canvas.Y);
            canvas.Y += inks.Head.Leading + 8;
        }
    }

    public void Foot(Canvas canvas, int page, int pages)
    {
        canvas.Rule(Canvas.Left, Canvas.Right, canvas.Y, Inks.Line);
        canvas.Y += 4;
        canvas.Write($"{TradeWords.Shop.In(language)} · {_title} {document.Number}", inks.Soft, Canvas.Left, canvas.Y);
        canvas.WriteTo(string.Create(CultureInfo.InvariantCulture, $"{page}/{pages}"), inks.Soft, Canvas.Right, canvas.Y);
    }

    public void Draw(Canvas canvas)
    {
        canvas.Write(_title, inks.Title, Canvas.Left, canvas.Y);
        canvas.WriteTo(TradeWords.Shop.In(language), inks.Shop, Canvas.Right, canvas.Y + 1);
        canvas.WriteTo(TradeWords.Tagline.In(language), inks.Soft, Canvas.Right, canvas.Y + 1 + inks.Shop.Leading);
        canvas.Y += inks.Title.Leading + 6;
        canvas.Rule(Canvas.Left, Canvas.Right, canvas.Y, Inks.Leaf, 1.5);
        canvas.Y += 8;
        Facts(canvas);
        Parties(canvas);
    }

    private void Band(Canvas canvas, LocalizedText words)
    {
        canvas.Fill(Canvas.Left, canvas.Y, Canvas.Width, inks.Strong.Leading + (Padding * 2), Inks.Notice);
        canvas.Write(words.In(language), inks.Strong, Canvas.Left + Padding, canvas.Y + Padding);
        canvas.Y += inks.Strong.Leading + (Padding * 2) + 6;
    }

    /// <summary>Numbers and days, four beside one another.</summary>
    private void Facts(Canvas canvas)
    {
        (LocalizedText Label, string? Text)[] all =
        [
            (TradeWords.Number, document.Number),
            (TradeWords.IssuedOn, TradeWords.Day(document.IssuedOn, language)),
            (TradeWords.Order, document.OrderNumber),
            (TradeWords.OrderedOn, TradeWords.Day(document.OrderedOn, language)),
            (TradeWords.BuyerReference, document.BuyerReference),
            (TradeWords.ValidUntil, document.ShowsPrices ? Day(document.ValidUntil) : null),
            (TradeWords.ReadyOn, Day(document.ReadyOn)),
        ];
        foreach (var row in all.Where(fact => fact.Text is not null).Chunk(4))
        {
            Beside(canvas, 4, [.. row.Select(fact => (Action<double, double>)((x, width) =>
            {
                canvas.Flow(fact.Label.In(language), inks.Soft, x, width);
                canvas.Flow(fact.Text!, inks.Strong, x, width);
            }))]);
            canvas.Y += 6;
        }

        canvas.Y += 4;
    }

    private void Parties(Canvas canvas)
    {
        (LocalizedText Label, TradeParty? Party)[] all = [(TradeWords.Seller, document.Seller), (TradeWords.Buyer, document.Buyer), (TradeWords.Recipient, document.Recipient)];
        Beside(canvas, 3, [.. all.Where(named => named.Party is not null).Select(named => (Action<double, double>)((x, width) => Party(canvas, named.Label, named.Party!, x, width)))]);
        canvas.Y += 14;
    }

    private void Party(Canvas canvas, LocalizedText label, TradeParty party, double x, double width)
    {
        canvas.Rule(x, x + width, canvas.Y, Inks.Line);
        canvas.Y += 4;
        canvas.Flow(label.In(language), inks.Head, x, width);
        canvas.Flow(party.Name, inks.Strong, x, width);
        foreach (var line in new[] { party.Address, Labelled(TradeWords.TaxCode, party.TaxCode), Labelled(TradeWords.Phone, party.Phone), Labelled(TradeWords.Email, party.Email) }.OfType<string>())
        {
            canvas.Flow(line, inks.Body, x, width);
        }
    }

    /// <summary>Draws parts from one height, each in its column, and goes on below the longest.</summary>
    private static void Beside(Canvas canvas, int columns, IReadOnlyList<Action<double, double>> parts)
    {
        var (top, lowest) = (canvas.Y, canvas.Y);
        var width = (Canvas.Width - (Gutter * (columns - 1))) / columns;
        foreach (var (at, draw) in parts.Index())
        {
            canvas.Y = top;
            draw(Canvas.Left + (at * (width + Gutter)), width);
            lowest = Math.Max(lowest, canvas.Y);
        }

        canvas.Y = lowest;
    }

    private string? Day(DateOnly? day) => day is { } known ? TradeWords.Day(known, language) : null;

    private string? Labelled(LocalizedText label, string? text) => text is null ? null : $"{label.In(language)}: {text}";
}
