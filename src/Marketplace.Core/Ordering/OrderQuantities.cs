using System.Globalization;
using Marketplace.Core.Imports;

namespace Marketplace.Core.Ordering;

/// <summary>
/// Reads quantities. "1.200" and "1,200" are twelve hundred where the sheet uses these signs for thousands alone; where it also writes fractions with the
/// sign, or thousands with both, nobody can tell.
/// </summary>
internal sealed class OrderQuantities
{
    private readonly OrderPadColumns _columns;
    private readonly bool _signsUnclear;

    public OrderQuantities(OrderPadColumns columns)
    {
        _columns = columns;
        var signs = columns.Rows.Select(row => row[columns.Quantity]).Where(cell => cell.Kind == CellKind.Text).Select(cell => SignsOf(cell.Text.Trim())).ToList();
        var thousands = signs.Select(sign => sign.Thousands).OfType<char>().ToHashSet();
        _signsUnclear = thousands.Count > 1 || thousands.Overlaps(signs.Select(sign => sign.Fraction).OfType<char>());
    }

    /// <summary>Figures with what stands between and before them.</summary>
    public static bool LooksLikeOne(string text) =>
        text.AsSpan().ContainsAnyInRange('0', '9') && text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or ' ' or '\u00A0' or '\u202F' or '\'' or '-' or '+');

    /// <summary>Null when it cannot be taken, which is noted.</summary>
    public int? Read(SheetRow row, List<ImportFault> faults)
    {
        var cell = row[_columns.Quantity];
        var text = cell.Text.Trim();
        var number = text.Length > 0 && char.IsAsciiDigit(text[^1]) && cell.Kind != CellKind.Broken ? SheetNumber.Read(text, cell.Kind == CellKind.Number) : null;
        if (FaultOf(row, cell, text, number) is not var (kind, message))
        {
            return (int)number!.Value;
        }

        faults.Add(new(row.Number, _columns.HeaderOf(_columns.Quantity), kind, message));
        return null;
    }

    private (FaultKind Kind, LocalizedText Message)? FaultOf(SheetRow row, SheetCell cell, string text, long? number)
    {
        var shown = RowReader.Short(text);
        return (text, number) switch
        {
            _ when cell.Kind == CellKind.Broken => (FaultKind.Unreadable, new(
                "Ô số lượng có lỗi hoặc có công thức chưa được tính; hãy ghi giá trị.", "The quantity is an error or a formula that was not worked out; write the value.")),
            ("", _) => (FaultKind.Missing, new("Thiếu số lượng; hãy ghi số nguyên như 12 ở cột sau mã hàng.", "The quantity is missing; write a whole number like 12 in a column after the SKU.")),
            (_, null) when text.All(char.IsAsciiDigit) => OutOfRange(shown),
            (_, null) when LooksLikeOne(text) => (FaultKind.Unreadable, new(
                $"“{shown}” không phải là số nguyên; chỉ đặt được nguyên gói, hãy ghi như 1200 hoặc 1.200.", $"“{shown}” is no whole number; packs are sold whole, write it like 1200 or 1,200.")),
            (_, null) => (FaultKind.Unreadable, new($"“{shown}” không phải là số lượng; hãy ghi số nguyên như 12.", $"“{shown}” is no quantity; write a whole number like 12.")),
            (_, < 1 or > OrderPad.MostUnits) => OutOfRange(shown),
            (_, { } read) when cell.Kind == CellKind.Text && _signsUnclear && SignsOf(text).Thousands is not null => (FaultKind.Unreadable, new(
                string.Create(CultureInfo.InvariantCulture, $"“{shown}” đọc được hai cách vì bảng dùng dấu chấm và dấu phẩy không thống nhất; nếu là {read} thì hãy ghi {read}, không có dấu."),
                string.Create(CultureInfo.InvariantCulture, $"“{shown}” can be read in two ways, since points and commas are not used alike in the sheet; if it is {read}, write {read} without a sign."))),
            _ when IsCutInTwo(row, text) => CutInTwo(text, row[_columns.Quantity + 1].Text.Trim()),
            _ => null,
        };
    }

    /// <summary>Whether a comma inside a number was taken for one between cells: figures stand beside the quantity in a column that the headers do not have.</summary>
    private bool IsCutInTwo(SheetRow row, string text) =>
        _columns.CommasDivide && text.Length <= 3 && row[_columns.Quantity + 1].Text.Trim() is { Length: >= 1 and <= 3 } rest && rest.All(char.IsAsciiDigit)
        && (_columns.Headers is not { } headers || row.Cells.Count > headers.Cells.Count);

    private static (FaultKind Kind, LocalizedText Message) CutInTwo(string first, string rest) => (FaultKind.Unreadable, new(
        $"Không rõ số lượng là {first} hay {first},{rest}, vì “{first}” và “{rest}” nằm ở hai cột; hãy ghi số không có dấu, hoặc thêm tiêu đề cho mọi cột.",
        $"It is not clear whether the quantity is {first} or {first},{rest}, since “{first}” and “{rest}” stand in two columns; write it without a sign, or give every column a header."));

    private static (FaultKind Kind, LocalizedText Message) OutOfRange(string shown) => (FaultKind.OutOfRange, new(
        $"Số lượng phải từ 1 đến 1.000.000; đã nhận {shown}.", $"The quantity must be from 1 to 1,000,000; got {shown}."));

    /// <summary>Which signs divide thousands and fractions in a number; null for those that it does not have.</summary>
    private static (char? Thousands, char? Fraction) SignsOf(string text)
    {
        var signs = text.Where(letter => letter is '.' or ',').ToList();
        if (signs.Count == 0 || !text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ','))
        {
            return (null, null);
        }

        var two = signs[0] != signs[^1];
        return SheetNumber.Read(text, isNumber: false) is null ? (two ? signs[0] : null, signs[^1]) : (signs[0], two ? signs[^1] : null);
    }
}
