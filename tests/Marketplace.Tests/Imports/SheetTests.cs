using System.IO.Compression;
using System.Text;
using Marketplace.Core;
using Marketplace.Core.Imports;
using Marketplace.Files.Sheets;

namespace Marketplace.Tests.Imports;

/// <summary>What comes out of files that people send, and what goes into those that they get.</summary>
public sealed class SheetTests
{
    private const string Sheet1 = "xl/worksheets/sheet1.xml";

    public static TheoryData<SheetFormat> Formats => [SheetFormat.Csv, SheetFormat.Xlsx];

    /// <summary>Each begins like something that a spreadsheet would run.</summary>
    public static TheoryData<string> Formulas => ["=1+1", "+84 75 123", "-5 kg", "@dua", "\ttab", "\rcr", "'=1+1", "''@x", "＝1+1", "=cmd|' /C calc'!A0"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_written_is_read_back(SheetFormat format)
    {
        SheetCell[][] rows = [[new("Tên"), new("Giá")], [new("Kẹo \"dừa\"; sầu,\nriêng _x0041_"), new("25000", CellKind.Number)], [new("'chỉ là dấu nháy"), new("")]];

        var read = Good(SheetWriter.Write(rows, format), format);

        Assert.Equal([1, 2, 3], read.Rows.Select(row => row.Number));
        Assert.Equal(rows.Select(row => row.Select(cell => cell.Text)), read.Rows.Select(row => new[] { row[0].Text, row[1].Text }));
        Assert.Equal(format == SheetFormat.Xlsx ? CellKind.Number : CellKind.Text, read.Rows[1][1].Kind);
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_text_that_begins_like_a_formula_is_guarded_in_csv_and_comes_back_as_it_was(string text)
    {
        var file = SheetWriter.Write([[new("x")], [new(text), new("z")]], SheetFormat.Csv);

        Assert.Contains("\n'" + text[..1], Encoding.UTF8.GetString(file).Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(text.ReplaceLineEndings("\n"), Good(file, SheetFormat.Csv).Rows[1][0].Text.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_text_that_begins_like_a_formula_is_a_cell_of_text_in_a_workbook(string text)
    {
        var file = SheetWriter.Write([[new("x")], [new(text), new("z")]], SheetFormat.Xlsx);

        var xml = Part(file, Sheet1);
        Assert.DoesNotContain("<x:f", xml, StringComparison.Ordinal);
        Assert.Contains("t=\"inlineStr\"", xml, StringComparison.Ordinal);
        Assert.Equal(text.ReplaceLineEndings("\n"), Good(file, SheetFormat.Xlsx).Rows[1][0].Text.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "")]
    [InlineData("a;b\r\n1;2\r\n", "")]
    [InlineData("a\tb\n1\t2\n", "")]
    [InlineData("\"a;x\",b\n1,2", "a;x")]
    [InlineData("sep=;\na;b\n\n1;2", "")]
    public void The_sign_between_the_cells_is_found(string csv, string first)
    {
        var read = Good(Encoding.UTF8.GetBytes(csv), SheetFormat.Csv);

        Assert.Equal([first.Length > 0 ? first : "a", "b"], read.Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["1", "2"], read.Rows[1].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Rows_have_the_numbers_that_the_spreadsheet_shows()
    {
        var csv = Good("Tên\n\n\"hai\ndòng\"\nba\n"u8.ToArray(), SheetFormat.Csv);
        var xlsx = Good(WithSheet("""<row r="2"><c r="A2" t="inlineStr"><is><t>Tên</t></is></c></row><row r="900000"><c r="C900000"><v>2.5E4</v></c></row>"""), SheetFormat.Xlsx);

        Assert.Equal([1, 3, 4], csv.Rows.Select(row => row.Number));
        Assert.Equal([2, 900_000], xlsx.Rows.Select(row => row.Number));
        Assert.Equal(new SheetCell("25000", CellKind.Number), xlsx.Rows[1][2]);
    }

    [Fact]
    public void A_mark_of_the_encoding_may_be_there_or_not_and_other_encodings_are_refused()
    {
        Assert.Equal("Tên", Good([.. Encoding.UTF8.Preamble, .. "Tên\nKẹo"u8], SheetFormat.Csv).Rows[0][0].Text);
        Assert.Equal("Tên", Good("Tên\nKẹo"u8.ToArray(), SheetFormat.Csv).Rows[0][0].Text);
        Assert.IsType<SheetNotUtf8>(Refused(Encoding.Latin1.GetBytes("Caf\u00e9\nx"), SheetFormat.Csv));
        Assert.IsType<SheetNotUtf8>(Refused([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Tên\nKẹo")], SheetFormat.Csv));
    }

    [Fact]
    public void A_file_that_lies_about_what_it_is_gets_a_clear_answer()
    {
        var workbook = SheetWriter.Write([[new("Tên")], [new("Kẹo")]], SheetFormat.Xlsx);

        Assert.Equal(new SheetNotAsNamed(SheetFormat.Xlsx, SheetContent.Text), Refused("Tên\nKẹo"u8.ToArray(), SheetFormat.Xlsx));
        Assert.Equal(new SheetNotAsNamed(SheetFormat.Csv, SheetContent.Zip), Refused(workbook, SheetFormat.Csv));
        Assert.Equal(new SheetNotAsNamed(SheetFormat.Csv, SheetContent.Binary), Refused([(byte)'M', (byte)'Z', 0x90, 0, 3, 0], SheetFormat.Csv));
        Assert.Equal(new SheetNotAsNamed(SheetFormat.Xlsx, SheetContent.OldOrLocked), Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1], SheetFormat.Xlsx));
        Assert.IsType<SheetBroken>(Refused(workbook[..^40], SheetFormat.Xlsx));
        Assert.IsType<SheetBroken>(Refused(ZipOf(("hello.txt", "hello"u8.ToArray())), SheetFormat.Xlsx));
    }

    [Fact]
    public void What_is_too_large_too_long_or_empty_is_refused()
    {
        Assert.IsType<SheetTooLarge>(Refused(new byte[Sheet.MostBytes + 1], SheetFormat.Csv));
        Assert.IsType<SheetTooLong>(Refused(Encoding.UTF8.GetBytes("Tên\n" + string.Concat(Enumerable.Repeat("x\n", Sheet.MostRows + 1))), SheetFormat.Csv));
        Assert.Equal(Sheet.MostRows + 1, Good(Encoding.UTF8.GetBytes("Tên\n" + string.Concat(Enumerable.Repeat("x\n", Sheet.MostRows))), SheetFormat.Csv).Rows.Count);
        Assert.IsType<SheetTooLong>(Refused(Encoding.UTF8.GetBytes(new string(',', Sheet.MostColumns) + "x\ny"), SheetFormat.Csv));
        Assert.IsType<SheetTooLong>(Refused(WithSheet("""<row r="1"><c r="XFD1"><v>1</v></c></row>"""), SheetFormat.Xlsx));
        Assert.IsType<SheetEmpty>(Refused("Tên\n\n"u8.ToArray(), SheetFormat.Csv));
        Assert.IsType<SheetEmpty>(Refused([], SheetFormat.Csv));
    }

    [Fact]
    public void A_workbook_that_unpacks_without_end_is_refused_before_it_is_read()
    {
        var bomb = ZipOf(("[Content_Types].xml", "<Types/>"u8.ToArray()), (Sheet1, new byte[130 * 1024 * 1024]));

        Assert.True(bomb.Length < Sheet.MostBytes);
        Assert.IsType<SheetBlownUp>(Refused(bomb, SheetFormat.Xlsx));
    }

    [Theory]
    [InlineData("Tên,Giá\n\"Kẹo,1\n", 2)]
    [InlineData("Tên,Giá\nKẹo \"dừa,1\nx,2\n", 2)]
    public void Quotation_marks_that_are_not_closed_are_told_with_their_row(string csv, int row)
    {
        Assert.Equal(new SheetQuotesBroken(row), Refused(Encoding.UTF8.GetBytes(csv), SheetFormat.Csv));
    }

    [Fact]
    public void A_formula_is_read_as_what_it_showed_and_never_worked_out()
    {
        var read = Good(
            WithSheet("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>Giá</t></is></c></row>
                <row r="2"><c r="A2"><f>1+1</f><v>7</v></c><c r="B2" t="str"><f>"a"</f><v>chữ</v></c><c r="C2"><f>1+1</f></c><c r="D2" t="e"><v>#REF!</v></c><c r="E2" t="b"><v>1</v></c></row>
                """),
            SheetFormat.Xlsx);

        Assert.Equal(new SheetCell("7", CellKind.Number), read.Rows[1][0]);
        Assert.Equal(new SheetCell("chữ"), read.Rows[1][1]);
        Assert.Equal(CellKind.Broken, read.Rows[1][2].Kind);
        Assert.Equal(CellKind.Broken, read.Rows[1][3].Kind);
        Assert.Equal(new SheetCell("TRUE"), read.Rows[1][4]);
    }

    [Fact]
    public void A_day_in_a_workbook_is_read_as_a_day()
    {
        var file = WithSheet(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>Ngày nghỉ</t></is></c></row><row r="2"><c r="A2" s="0"><v>46380</v></c></row>""",
            """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="1"><xf numFmtId="164"/></cellXfs></styleSheet>""");

        Assert.Equal("2026-12-24", Good(file, SheetFormat.Xlsx).Rows[1][0].Text);
    }

    private static Sheet Good(byte[] file, SheetFormat format) => SheetReader.Read(file, format).Failed(out var problem, out var sheet)
        ? throw new InvalidOperationException(problem.Message.En)
        : sheet;

    private static IProblem Refused(byte[] file, SheetFormat format)
    {
        Assert.True(SheetReader.Read(file, format).Failed(out var problem, out _));
        return problem;
    }

    private static string Part(byte[] workbook, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>A workbook whose only sheet holds these rows.</summary>
    private static byte[] WithSheet(string rows, string? styles = null)
    {
        using var bytes = new MemoryStream();
        bytes.Write(SheetWriter.Write([[new("x")]], SheetFormat.Xlsx));
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            Replace(archive, Sheet1, $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""");
            if (styles is not null)
            {
                Replace(archive, "xl/styles.xml", styles);
            }
        }

        return bytes.ToArray();
    }

    private static void Replace(ZipArchive archive, string name, string text)
    {
        archive.GetEntry(name)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static byte[] ZipOf(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
