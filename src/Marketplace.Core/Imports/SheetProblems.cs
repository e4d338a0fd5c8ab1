using System.Globalization;

namespace Marketplace.Core.Imports;

/// <summary>What a file turned out to be, by its first bytes and not by its name.</summary>
public enum SheetContent
{
    /// <summary>Text, which may be CSV.</summary>
    Text,

    /// <summary>A zip archive, which may be a workbook.</summary>
    Zip,

    /// <summary>A workbook of Excel 97 to 2003, or one that a password locks.</summary>
    OldOrLocked,

    /// <summary>A program, a picture or anything else that is no text.</summary>
    Binary,
}

/// <summary>The name says of no kind of file that is read here.</summary>
public sealed record SheetNameRefused : IFieldProblem
{
    public IReadOnlyList<string> Path => ["fileName"];

    public LocalizedText Message => new("Tên tệp phải kết thúc bằng .csv hoặc .xlsx và dài tối đa 200 ký tự.", "The name of the file must end in .csv or .xlsx and have 200 characters at most.");
}

/// <summary>The file is larger than 10 MiB.</summary>
public sealed record SheetTooLarge : IProblem
{
    public LocalizedText Message => new("Tệp lớn hơn 10 MiB. Hãy chia thành nhiều tệp nhỏ hơn.", "The file is larger than 10 MiB. Split it into smaller ones.");
}

/// <summary>The sheet has more than 10,000 rows or 100 columns.</summary>
public sealed record SheetTooLong : IProblem
{
    public LocalizedText Message => new(
        "Bảng có hơn 10.000 dòng hoặc 100 cột. Hãy chia thành nhiều tệp nhỏ hơn.", "The sheet has more than 10,000 rows or 100 columns. Split it into smaller ones.");
}

/// <summary>The workbook unpacks to far more than a sheet of this size needs.</summary>
public sealed record SheetBlownUp : IProblem
{
    public LocalizedText Message => new(
        "Tệp .xlsx này khi giải nén lớn bất thường nên không được đọc. Hãy chép dữ liệu sang một bảng tính mới rồi lưu lại.",
        "This .xlsx unpacks to an unreasonable size and is not read. Copy the data into a new workbook and save that.");
}

/// <summary>The file is something else than its name says.</summary>
public sealed record SheetNotAsNamed(SheetFormat Named, SheetContent Is) : IProblem
{
    public LocalizedText Message => (Named, Is) switch
    {
        (_, SheetContent.OldOrLocked) => new(
            "Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Hãy lưu lại thành .xlsx không có mật khẩu.", "The file is an old .xls or has a password. Save it as .xlsx without a password."),
        (SheetFormat.Csv, SheetContent.Zip) => new(
            "Tệp mang tên .csv nhưng là tệp nén, có lẽ là .xlsx. Hãy đặt lại tên hoặc lưu thành CSV.", "The file is called .csv but is a zip archive, perhaps an .xlsx. Rename it or save it as CSV."),
        (SheetFormat.Csv, _) => new("Tệp mang tên .csv nhưng không phải là văn bản.", "The file is called .csv but is no text."),
        _ => new("Tệp mang tên .xlsx nhưng không phải là bảng tính Excel.", "The file is called .xlsx but is no Excel workbook."),
    };
}

/// <summary>The text is in another encoding than UTF-8.</summary>
public sealed record SheetNotUtf8 : IProblem
{
    public LocalizedText Message => new(
        "Tệp CSV không ở dạng UTF-8 nên chữ có dấu sẽ sai. Trong Excel, hãy lưu thành “CSV UTF-8 (Comma delimited)”.",
        "The CSV file is not in UTF-8, so marks over letters would be lost. In Excel save it as “CSV UTF-8 (Comma delimited)”.");
}

/// <summary>The workbook cannot be read.</summary>
public sealed record SheetBroken : IProblem
{
    public LocalizedText Message => new("Tệp bị hỏng hoặc không có trang tính nào. Hãy mở bằng Excel rồi lưu lại.", "The file is damaged or has no sheet. Open it in Excel and save it again.");
}

/// <summary>A quotation mark in the text is never closed, or stands where none may.</summary>
public sealed record SheetQuotesBroken(int Row) : IProblem
{
    public LocalizedText Message => new(
        string.Create(CultureInfo.InvariantCulture, $"Dấu ngoặc kép ở dòng {Row} không khép lại hoặc đặt sai chỗ."),
        string.Create(CultureInfo.InvariantCulture, $"A quotation mark in row {Row} is never closed or stands in the wrong place."));
}

/// <summary>There are no headers, or nothing below them.</summary>
public sealed record SheetEmpty : IProblem
{
    public LocalizedText Message => new("Bảng không có dòng dữ liệu nào dưới dòng tiêu đề.", "The sheet has no row below its headers.");
}
