using System.Globalization;
using Marketplace.Core;
using Marketplace.Core.Ordering.Documents;

namespace Marketplace.Files.Documents;

/// <summary>The lines of a document, with a head on every page that shows some.</summary>
internal sealed class LineTable
{
    /// <summary>Between the edge of the table and what stands in it, in points.</summary>
    public const double Inset = 5;

    private const double Gap = 10;
    private const double Padding = 4;
    private const double WidestCode = 92;
    private const double WidestUnit = 52;
    private const double BlankWidth = 56;

    private readonly Canvas _canvas;
    private readonly Inks _inks;
    private readonly Language _language;
    private readonly IReadOnlyList<TradeLine> _lines;
    private readonly List<Column> _columns = [];

    public LineTable(Canvas canvas, Inks inks, TradeDocument document, Language language)
    {
        (_canvas, _inks, _language, _lines) = (canvas, inks, language, document.Lines);
        Add(TradeWords.Position, Side.Right, WidestCode, (_, at) => (at + 1).ToString(CultureInfo.InvariantCulture));
        Add(TradeWords.Sku, Side.Left, WidestCode, (line, _) => line.Sku);
        _columns.Add(new(TradeWords.Goods.In(language), Side.Left, 0, Words));
        Add(TradeWords.Unit, Side.Left, WidestUnit, (line, _) => line.Unit.In(language));
        Add(TradeWords.Quantity, Side.Right, Canvas.Width, (line, _) => TradeWords.Whole(line.Quantity, language));
        switch (document.Kind)
        {
            case TradeDocumentKind.DeliveryNote:
                AddBlank(TradeWords.Received);
                break;
            case TradeDocumentKind.PackingList:
                AddBlank(TradeWords.Packed);
                AddBlank(TradeWords.Package);
                break;
            default:
                Add(TradeWords.UnitPrice, Side.Right, Canvas.Width, (line, _) => line.UnitPrice.Format(language));
                Add(TradeWords.LineTotal, Side.Right, Canvas.Width, (line, _) => line.LineTotal.Format(language));
                break;
        }

        // The words get what the figures leave.
        _columns[2] = _columns[2] with { Width = Canvas.Width - (Inset * 2) - _columns.Sum(column => column.Width) - (Gap * (_columns.Count - 1)) };
    }

    private enum Side
    {
        Left,
        Right,
        Blank,
    }

    /// <param name="below">What has to stand on the page of the last line, in points.</param>
    public void Draw(double below)
    {
        Head();
        foreach (var (at, line) in _lines.Index())
        {
            var cells = _columns.Select(column => Wrapped(column, line, at)).ToList();
            var height = cells.Max(HeightOf) + (Padding * 2);
            if (!_canvas.Fits(height + (at == _lines.Count - 1 ? below : 0)))
            {
                _canvas.Next();
                Head();
            }

            Row(cells);
            _canvas.Y += height;
            _canvas.Rule(Canvas.Left, Canvas.Right, _canvas.Y, Inks.Line);
        }
    }

    private void Head()
    {
        var cells = _columns.Select(column => Wrapped(column.Header, _inks.Head, column.Width)).ToList();
        var height = cells.Max(HeightOf) + (Padding * 2);
        _canvas.Keep(height * 3);
        _canvas.Fill(Canvas.Left, _canvas.Y, Canvas.Width, height, Inks.Wash);
        _canvas.Rule(Canvas.Left, Canvas.Right, _canvas.Y + height, Inks.Leaf, 1);
        Row(cells, isHead: true);
        _canvas.Y += height;
    }

    private void Row(IReadOnlyList<IReadOnlyList<Piece>> cells, bool isHead = false)
    {
        var x = Canvas.Left + Inset;
        foreach (var (column, cell) in _columns.Zip(cells))
        {
            var y = _canvas.Y + Padding;
            if (column.Side == Side.Blank && !isHead)
            {
                _canvas.Frame(x, y, column.Width, _inks.Body.Leading, Inks.Line);
            }

            foreach (var (text, ink) in cell)
            {
                if (column.Side == Side.Right)
                {
                    _canvas.WriteTo(text, ink, x + column.Width, y);
                }
                else
                {
                    _canvas.Write(text, ink, x, y);
                }

                y += ink.Leading;
            }

            x += column.Width + Gap;
        }
    }

    private IReadOnlyList<Piece> Wrapped(Column column, TradeLine line, int at) =>
        [.. column.Text(line, at).SelectMany(piece => Wrapped(piece.Text, piece.Ink, column.Width))];

    private IReadOnlyList<Piece> Wrapped(string text, Ink ink, double width) => [.. _canvas.Lines(text, ink, width).Select(line => new Piece(line, ink))];

    private IEnumerable<Piece> Words(TradeLine line, int at)
    {
        yield return new(line.Name.In(_language), _inks.Strong);
        yield return new(line.Pack.In(_language), _inks.Body);
        if (line.Seller is { } seller)
        {
            yield return new(seller.In(_language), _inks.Soft);
        }

        if (line.Certificate is { } certificate)
        {
            yield return new(TradeWords.Certificate(certificate).In(_language), _inks.Soft);
        }
    }

    /// <summary>A column as wide as its widest cell, up to that.</summary>
    private void Add(LocalizedText header, Side side, double widest, Func<TradeLine, int, string> text)
    {
        var head = header.In(_language);
        var needed = _lines.Select((line, at) => _canvas.WidthOf(text(line, at), _inks.Body)).Append(_canvas.WidthOf(head, _inks.Head)).Max() + 0.1;
        _columns.Add(new(head, side, Math.Min(needed, widest), (line, at) => [new(text(line, at), _inks.Body)]));
    }

    /// <summary>A column to be filled in by hand.</summary>
    private void AddBlank(LocalizedText header) => _columns.Add(new(header.In(_language), Side.Blank, BlankWidth, (_, _) => []));

    private static double HeightOf(IReadOnlyList<Piece> cell) => cell.Sum(piece => piece.Ink.Leading);

    private readonly record struct Piece(string Text, Ink Ink);

    private sealed record Column(string Header, Side Side, double Width, Func<TradeLine, int, IEnumerable<Piece>> Text);
}
