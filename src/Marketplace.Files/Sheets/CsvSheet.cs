using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Marketplace.Core;
using Marketplace.Core.Imports;

namespace Marketplace.Files.Sheets;

/// <summary>Sheets as text. Commas, semicolons as Excel writes them where a comma stands before fractions, or tabs: whichever the first line has most of.</summary>
internal static class CsvSheet
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public static Result<Sheet> Read(byte[] file)
    {
        try
        {
            var text = Strict.GetString(file).TrimStart('\uFEFF');
            return Read(text, DelimiterOf(text));
        }
        catch (DecoderFallbackException)
        {
            return new(new SheetNotUtf8());
        }
    }

    public static Result<Sheet> Read(string text, char delimiter)
    {
        using var reader = new StringReader(text);
        int? broken = null;
        using var parser = new CsvParser(reader, Form(delimiter, bad => broken ??= bad.Context.Parser!.Row));
        List<SheetRow> rows = [];
        while (parser.Read())
        {
            var row = new SheetRow(parser.Row, [.. (parser.Record ?? []).Select(cell => new SheetCell(FormulaGuard.Unguard(cell)))]);

            // A line for Excel alone.
            if (row.IsBlank || (rows.Count == 0 && row[0].Text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            rows.Add(row);
            if (rows.Count > Sheet.MostRows + 1 || row.Cells.Count > Sheet.MostColumns)
            {
                return new(new SheetTooLong());
            }
        }

        return broken is { } at || (rows is [.., { Number: var last }] && !IsClosed(text) && (broken = last) is not null)
            ? new(new SheetQuotesBroken(broken!.Value))
            : new(new Sheet(rows, delimiter));
    }

    /// <summary>With a mark of its encoding at the start, without which Excel takes it for something else.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<SheetCell>> rows, char delimiter)
    {
        using var bytes = new MemoryStream();
        using (var writer = new CsvWriter(new StreamWriter(bytes, Strict), Form(delimiter, _ => { }) with { NewLine = "\r\n" }))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    writer.WriteField(cell.Kind == CellKind.Number ? cell.Text : FormulaGuard.Guard(cell.Text));
                }

                writer.NextRecord();
            }
        }

        return bytes.ToArray();
    }

    private static CsvConfiguration Form(char delimiter, BadDataFound bad) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BadDataFound = bad,
        ShouldQuote = cell => cell.Field is { Length: > 0 } text && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.AsSpan().ContainsAny('"', '\r', '\n') || text.Contains(delimiter)),
    };

    /// <summary>Marks inside a quoted cell stand twice: whole text holds an even number of them.</summary>
    private static bool IsClosed(string text) => text.AsSpan().Count('"') % 2 == 0;

    private static char DelimiterOf(string text)
    {
        Dictionary<char, int> counts = new() { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var quoted = false;
        foreach (var letter in text.AsSpan().TrimStart())
        {
            if (letter is '\n' or '\r' && !quoted)
            {
                break;
            }

            quoted ^= letter == '"';
            if (!quoted && counts.TryGetValue(letter, out var count))
            {
                counts[letter] = count + 1;
            }
        }

        return counts.MaxBy(count => count.Value).Key;
    }
}
