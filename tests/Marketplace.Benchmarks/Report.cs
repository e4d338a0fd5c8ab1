using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Marketplace.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Within">Whether the middle of the rounds keeps the budget; null where there is none.</param>
internal sealed record Row(string What, string Budget, string Best, string Median, string Latency, string Cost, bool? Within);

/// <summary>The table, for the console and for a file.</summary>
internal sealed class Report(int products, bool quick)
{
    private readonly List<Row> _rows = [];
    private readonly List<string> _notes = [];

    public void Add(Row row)
    {
        _rows.Add(row);
        Console.WriteLine($"{row.What}: {row.Best} / {row.Median}, budget {row.Budget}: {Verdict(row)}");
        Console.WriteLine($"    {row.Latency}; {row.Cost}");
    }

    public void Note(string note)
    {
        _notes.Add(note);
        Console.WriteLine(note);
    }

    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public override string ToString()
    {
        var text = new StringBuilder("# Figures\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}, ")
            .Append(CultureInfo.InvariantCulture, $".NET {Environment.Version}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {products:#,0} products{(quick ? ", quick run" : "")}.\n\n")
            .Append("| What | Budget | Best | Median | p50 / p99 | Cost of one | Verdict |\n|---|---|---|---|---|---|---|\n");
        foreach (var row in _rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.Budget} | {row.Best} | {row.Median} | {row.Latency} | {row.Cost} | {Verdict(row)} |\n");
        }

        text.Append('\n');
        foreach (var note in _notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        }

        return text.ToString();
    }

    private static string Verdict(Row row) => row.Within switch { true => "ok", false => "**over**", null => "–" };
}
