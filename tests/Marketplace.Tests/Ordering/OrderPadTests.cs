using System.Text;
using CsCheck;
using Marketplace.Core;
using Marketplace.Core.Imports;
using Marketplace.Core.Ordering;
using Marketplace.Files.Sheets;

namespace Marketplace.Tests.Ordering;

/// <summary>What distributors paste and send when they order many things at once.</summary>
public sealed class OrderPadTests
{
    private static readonly KnownSkus Known = new(["CX-AAAA000001", "CX-BBBB000002", "CX-CCCC000003", "cx-lower00004"]);

    /// <summary>Like what people paste, and worse.</summary>
    private static readonly Gen<string> Pasted = Gen.Frequency(
        (1, Gen.String[0, 60]),
        (3, AnyOf("CX-AAAA000001", "cx-bbbb000002 ", "CX-CCCC00003", "SKU", "Số lượng", "Qty", "1.200", "1,200", "2,5", "-1", "0", "", " ", "\"", "'=1", "99999999999999999999", "\ud83d", "Tổng")
            .SelectMany(cell => AnyOf("\t", ",", ";", "\n", "\r\n", "").Select(sign => cell + sign)).Array[0, 40].Select(string.Concat)));

    [Theory]
    [InlineData("CX-AAAA000001\t12\nCX-BBBB000002\t5")]
    [InlineData("CX-AAAA000001,12\r\nCX-BBBB000002,5\r\n")]
    [InlineData("CX-AAAA000001;12\n\n  \nCX-BBBB000002;5")]
    [InlineData("SKU\tQty\nCX-AAAA000001\t12\nCX-BBBB000002\t5")]
    [InlineData("Mã hàng;Số lượng\nCX-AAAA000001;12\nCX-BBBB000002;5")]
    [InlineData("MA HANG,TEN HANG,SO LUONG,DON GIA\nCX-AAAA000001,\"Kẹo dừa, 450 g\",12,65000\nCX-BBBB000002,Bưởi,5,1450000")]
    [InlineData("SL\tGhi chú\tMã SP\n12\tgấp\tCX-AAAA000001\n5\t\tCX-BBBB000002")]
    [InlineData("  cx-aaaa000001 \tKẹo dừa\t 12 \nCx-Bbbb000002\tBưởi\t5")]
    [InlineData("CX-AAAA000001;12;Kẹo, 450 g\nCX-BBBB000002;5;Bưởi, loại 1")]
    [InlineData("CX-AAAA000001\t12\t450\nCX-BBBB000002\t5\t10")]
    [InlineData("SKU,Qty,Kg\nCX-AAAA000001,12,450\nCX-BBBB000002,5,10")]
    [InlineData("CX-AAAA000001,12,\"sáng; gọi trước\"\nCX-BBBB000002,5,chiều")]
    [InlineData("\"CX-AAAA000001\"\t\"12\"\nCX-BBBB000002\t5")]
    public void Rows_become_lines_however_they_are_written(string pasted)
    {
        var pad = Read(pasted);

        Assert.Empty(pad.Faults);
        Assert.Empty(pad.Notices);
        Assert.Equal([("CX-AAAA000001", 12), ("CX-BBBB000002", 5)], pad.Lines.Select(line => (line.Sku, line.Quantity)));
    }

    [Theory]
    [InlineData("1.200", 1200)]
    [InlineData("1,200", 1200)]
    [InlineData("1 200", 1200)]
    [InlineData("1.200,00", 1200)]
    [InlineData("1000000", 1_000_000)]
    [InlineData("1.000.000", 1_000_000)]
    public void Thousands_may_be_divided_as_either_language_does(string written, int quantity) =>
        Assert.Equal(quantity, Assert.Single(Read($"CX-AAAA000001\t{written}").Lines).Quantity);

    [Theory]
    [InlineData("0", FaultKind.OutOfRange, "1 đến 1.000.000", "from 1 to 1,000,000")]
    [InlineData("-5", FaultKind.OutOfRange, "đã nhận -5", "got -5")]
    [InlineData("1000001", FaultKind.OutOfRange, "1 đến 1.000.000", "from 1 to 1,000,000")]
    [InlineData("99999999999999999999", FaultKind.OutOfRange, "1 đến 1.000.000", "from 1 to 1,000,000")]
    [InlineData("2.5", FaultKind.Unreadable, "không phải là số nguyên", "no whole number")]
    [InlineData("0,500", FaultKind.Unreadable, "không phải là số nguyên", "no whole number")]
    [InlineData("1.20", FaultKind.Unreadable, "không phải là số nguyên", "no whole number")]
    [InlineData("12 hộp", FaultKind.Unreadable, "không phải là số lượng", "no quantity")]
    [InlineData("65.000 đ", FaultKind.Unreadable, "không phải là số lượng", "no quantity")]
    [InlineData("", FaultKind.Missing, "Thiếu số lượng", "quantity is missing")]
    public void A_quantity_that_cannot_be_taken_is_told_with_what_would_be_right(string written, FaultKind kind, string vi, string en)
    {
        var fault = Assert.Single(Read($"Mã hàng\tSố lượng\nCX-BBBB000002\t3\nCX-AAAA000001\t{written}").Faults);

        Assert.Equal((3, "Số lượng", kind), (fault.Row, fault.Column, fault.Kind));
        Assert.Contains(vi, fault.Message.Vi, StringComparison.Ordinal);
        Assert.Contains(en, fault.Message.En!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.200", "2.5")]
    [InlineData("1.200", "1,200")]
    [InlineData("1,200", "1.200,00")]
    public void A_sign_that_the_sheet_uses_in_two_ways_makes_a_number_unclear(string unclear, string other)
    {
        var fault = Read($"CX-AAAA000001\t{unclear}\nCX-BBBB000002\t{other}\nCX-CCCC000003\t7").Faults[0];

        Assert.Equal((1, FaultKind.Unreadable), (fault.Row, fault.Kind));
        Assert.Contains("hãy ghi 1200, không có dấu", fault.Message.Vi, StringComparison.Ordinal);
        Assert.Contains("write 1200 without a sign", fault.Message.En!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CX-AAAA000001,1,200\nCX-BBBB000002,5", "1,200")]
    [InlineData("CX-AAAA000001,2,5\nCX-BBBB000002,5", "2,5")]
    [InlineData("SKU,Qty\nCX-AAAA000001,1,200\nCX-BBBB000002,5", "1,200")]
    public void A_number_that_its_own_comma_cut_in_two_is_not_taken_for_its_first_half(string pasted, string whole)
    {
        var pad = Read(pasted);

        Assert.Equal("CX-BBBB000002", Assert.Single(pad.Lines).Sku);
        Assert.Contains(whole, Assert.Single(pad.Faults).Message.En!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CX-AAAA00001", "CX-AAAA000001")]
    [InlineData("CX-AAAA0000011", "CX-AAAA000001")]
    [InlineData("cx-aaaa00000l", "CX-AAAA000001")]
    [InlineData("XC-BBBB000002", "CX-BBBB000002")]
    [InlineData("CX-LOWER0004", "cx-lower00004")]
    [InlineData("CX-AABB000002", null)]
    [InlineData("Tổng cộng", null)]
    public void A_sku_that_nobody_has_is_told_with_the_one_that_was_meant(string typed, string? meant)
    {
        var fault = Assert.Single(Read($"{typed}\t3").Faults);

        Assert.Equal((1, FaultKind.Unknown), (fault.Row, fault.Kind));
        Assert.Equal(meant is null ? $"Không có mã hàng “{typed}”." : $"Không có mã hàng “{typed}”. Có phải là {meant}?", fault.Message.Vi);
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_row_is_told_at_once()
    {
        var faults = Read("SKU;Số lượng\nCX-ZZZZ;2,5\n;4").Faults;

        Assert.Equal([(2, "SKU", FaultKind.Unknown), (2, "Số lượng", FaultKind.Unreadable), (3, "SKU", FaultKind.Missing)], faults.Select(fault => (fault.Row, fault.Column, fault.Kind)));
    }

    [Fact]
    public void The_same_sku_twice_is_added_up_and_told()
    {
        var pad = Read("CX-AAAA000001\t12\nCX-BBBB000002\t999999\ncx-aaaa000001\t3\nCX-BBBB000002\t2\nCX-AAAA000001\t5");

        Assert.Equivalent(new OrderPadLine(1, "CX-AAAA000001", 20, [3, 5]), pad.Lines[0]);
        Assert.Equal([3, 5], pad.Notices.Select(notice => notice.Row));
        Assert.Contains("dòng 1", pad.Notices[0].Message.Vi, StringComparison.Ordinal);
        Assert.Equal((4, FaultKind.OutOfRange), (Assert.Single(pad.Faults).Row, pad.Faults[0].Kind));
    }

    [Fact]
    public void A_title_above_the_headers_is_left_alone_and_told()
    {
        var pad = Read("Đơn đặt hàng tháng 12\n\nSTT\tMã hàng\tSố lượng\n1\tCX-AAAA000001\t12");

        Assert.Equivalent(new OrderPadLine(4, "CX-AAAA000001", 12, []), Assert.Single(pad.Lines));
        Assert.Equal(1, Assert.Single(pad.Notices).Row);
    }

    [Fact]
    public void Headers_that_leave_a_column_open_are_refused_with_its_name()
    {
        Assert.Equal("Số lượng", Assert.IsType<OrderColumnMissing>(Refused("SKU\tTên\nCX-AAAA000001\tKẹo")).Header.Vi);
        Assert.Equal("SKU", Assert.IsType<OrderColumnMissing>(Refused("Tên\tSL\nKẹo\t5")).Header.En);
        Assert.Equal("Số lượng", Assert.IsType<OrderColumnTwice>(Refused("SKU\tSL\tQty\nCX-AAAA000001\t5\t6")).Header.Vi);
        Assert.Equal("CX-AAAA000001", Assert.Single(Read("Mã sản phẩm\tMã hàng (SKU)\tSố lượng\nkeo-dua\tCX-AAAA000001\t5").Lines).Sku);
    }

    [Fact]
    public void A_thousand_rows_are_read_and_one_more_is_refused_with_the_count()
    {
        var rows = string.Concat(Enumerable.Repeat("CX-AAAA000001\t1\n", OrderPad.MostRows));

        Assert.Equal(1000, Assert.Single(Read(rows).Lines).Quantity);
        Assert.Equal(new OrderPadTooLong(1001), Refused($"SKU\tQty\n{rows}CX-BBBB000002\t1"));
        Assert.Contains("1.001", Refused(rows + "x").Message.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("SKU\tQty\n\n")]
    public void Nothing_at_all_is_told_as_that(string pasted) =>
        Assert.IsType<SheetEmpty>(PastedSheet.Read(pasted).Failed(out var problem, out var sheet) || OrderPad.Read(sheet, Known).Failed(out problem, out _) ? problem : null);

    [Theory]
    [InlineData(SheetFormat.Csv, Language.Vi)]
    [InlineData(SheetFormat.Csv, Language.En)]
    [InlineData(SheetFormat.Xlsx, Language.Vi)]
    [InlineData(SheetFormat.Xlsx, Language.En)]
    public void The_template_is_read_when_it_is_filled_in(SheetFormat format, Language language)
    {
        var filled = SheetWriter.Write([.. OrderPad.Template(language), [new("CX-AAAA000001"), new("1200", CellKind.Number)], [new("CX-BBBB000002"), new("2.5", CellKind.Number)]], format);

        Assert.False(SheetReader.Read(filled, format, fewestRows: 1).Failed(out _, out var sheet));
        Assert.False(OrderPad.Read(sheet, Known).Failed(out _, out var pad));
        Assert.Equivalent(new OrderPadLine(2, "CX-AAAA000001", 1200, []), Assert.Single(pad.Lines));
        Assert.Equal((3, FaultKind.Unreadable), (Assert.Single(pad.Faults).Row, pad.Faults[0].Kind));
    }

    [Fact]
    public void A_file_without_headers_may_be_one_row()
    {
        Assert.False(SheetReader.Read(Encoding.UTF8.GetBytes("CX-AAAA000001;5"), SheetFormat.Csv, fewestRows: 1).Failed(out _, out var sheet));
        Assert.False(OrderPad.Read(sheet, Known).Failed(out _, out var pad));
        Assert.Equal(5, Assert.Single(pad.Lines).Quantity);
    }

    [Fact]
    public void A_cell_that_is_an_error_is_told()
    {
        var sheet = new Sheet([new(7, [new("CX-AAAA000001"), new("#REF!", CellKind.Broken)])]);

        Assert.False(OrderPad.Read(sheet, Known).Failed(out _, out var pad));
        Assert.Equal((7, FaultKind.Unreadable), (Assert.Single(pad.Faults).Row, pad.Faults[0].Kind));
    }

    [Fact]
    public void Whatever_is_pasted_every_row_is_accounted_for_exactly_once() => Pasted.Sample(pasted =>
    {
        if (PastedSheet.Read(pasted).Failed(out _, out var sheet) || OrderPad.Read(sheet, Known).Failed(out _, out var pad))
        {
            return;
        }

        var taken = pad.Lines.SelectMany(line => line.Added.Append(line.Row)).ToList();
        var told = pad.Faults.Select(fault => fault.Row).Distinct().ToList();
        var above = pad.Notices.Select(notice => notice.Row).Except(taken).ToList();
        var rest = sheet.Rows.Select(row => row.Number).Except([.. taken, .. told, .. above]).ToList();

        // Headers alone are neither.
        Assert.True(rest.Count <= 1 && (rest.Count == 0 || rest[0] == sheet.Rows[above.Count].Number), pasted);
        Assert.Equal(sheet.Rows.Count, taken.Count + told.Count + above.Count + rest.Count);
        Assert.Equal(told.Order(), pad.Refused.Select(row => row.Row).Order());
        Assert.All(pad.Lines, line => Assert.InRange(line.Quantity, 1, OrderPad.MostUnits));
        Assert.Equal(pad.Lines.Count, pad.Lines.DistinctBy(line => line.Sku).Count());
    });

    private static Gen<string> AnyOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static OrderPad Read(string pasted)
    {
        Assert.False(PastedSheet.Read(pasted).Failed(out var problem, out var sheet), problem?.Message.En);
        Assert.False(OrderPad.Read(sheet, Known).Failed(out problem, out var pad), problem?.Message.En);
        return pad;
    }

    private static IProblem Refused(string pasted)
    {
        Assert.False(PastedSheet.Read(pasted).Failed(out _, out var sheet));
        Assert.True(OrderPad.Read(sheet, Known).Failed(out var problem, out _));
        return problem;
    }
}
