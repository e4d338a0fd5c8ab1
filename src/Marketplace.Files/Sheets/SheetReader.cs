using Marketplace.Core;
using Marketplace.Core.Imports;

namespace Marketplace.Files.Sheets;

/// <summary>Reads a sheet of a file whole. What the file is, its bytes say; the name must agree.</summary>
public static class SheetReader
{
    private const int Looked = 4096;

    /// <summary>What the first bytes are.</summary>
    public static SheetContent ContentOf(ReadOnlySpan<byte> file) => file switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => SheetContent.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => SheetContent.OldOrLocked,

        // UTF-16 holds zero bytes too, and is text in the wrong encoding.
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => SheetContent.Text,
        _ => file[..Math.Min(file.Length, Looked)].ContainsAnyInRange((byte)0, (byte)8) ? SheetContent.Binary : SheetContent.Text,
    };

    /// <summary>
    /// Problems: <see cref="SheetTooLarge"/>, <see cref="SheetNotAsNamed"/>, <see cref="SheetNotUtf8"/>, <see cref="SheetQuotesBroken"/>,
    /// <see cref="SheetBlownUp"/>, <see cref="SheetBroken"/>, <see cref="SheetTooLong"/>, <see cref="SheetEmpty"/>.
    /// </summary>
    /// <param name="fewestRows">How many rows must be there: headers and one below them, unless the sheet may lack headers.</param>
    public static Result<Sheet> Read(byte[] file, SheetFormat named, int fewestRows = 2)
    {
        if (file.Length > Sheet.MostBytes)
        {
            return new(new SheetTooLarge());
        }

        if (FaultOf(file, named) is { } problem)
        {
            return new(problem);
        }

        var read = named == SheetFormat.Csv ? CsvSheet.Read(file) : XlsxSheet.Read(file);
        return read.Failed(out _, out var sheet) || sheet.Rows.Count >= fewestRows ? read : new(new SheetEmpty());
    }

    /// <summary>Whether the bytes are of another kind than the name says; null when they are not.</summary>
    public static IProblem? FaultOf(ReadOnlySpan<byte> file, SheetFormat named)
    {
        var content = ContentOf(file);
        return content == (named == SheetFormat.Csv ? SheetContent.Text : SheetContent.Zip) ? null : new SheetNotAsNamed(named, content);
    }
}
