using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Marketplace.Benchmarks.Sizes;

/// <summary>The tables, one row a size; the first of them also stands in the README.</summary>
internal sealed partial class SizeReport(SizeOptions options)
{
    private const string Begin = "<!-- size table -->";
    private const string End = "<!-- /size table -->";

    private readonly List<SizedIndex> _indexes = [];
    private readonly List<Memory> _memory = [];
    private readonly List<Stored?> _stored = [];
    private readonly List<Changed> _changed = [];
    private readonly List<double> _loads = [];
    private IReadOnlyList<Asked> _asked = [];

    public void Add(SizedIndex index)
    {
        _indexes.Add(index);
        NoteLoad();
        Console.WriteLine(Text($"{index.Products:#,0} products: built in {index.Built.Seconds:0.0} s ({index.Built.Cpu:0.0} s of processor time), {Mebibytes(index.Built.Bytes)}"));
    }

    public void Add(Memory memory) => _memory.Add(memory);

    public void Add(Stored? stored) => _stored.Add(stored);

    public void Add(Changed changed)
    {
        _changed.Add(changed);
        NoteLoad();
    }

    public void Add(IReadOnlyList<Asked> asked)
    {
        _asked = asked;
        NoteLoad();
    }

    public async Task WriteAsync(TimeSpan took)
    {
        var text = Whole(took);
        Console.WriteLine();
        Console.WriteLine(text);
        if (!options.IsWhole)
        {
            return;
        }

        await File.WriteAllTextAsync(Beside("sizes.md"), text);
        var readme = Beside("../../README.md");
        await File.WriteAllTextAsync(readme, ShortTable().Replace(await File.ReadAllTextAsync(readme), _ => Short(), 1));
    }

    private string Whole(TimeSpan took)
    {
        var text = new StringBuilder("# The embedded engine at growing sizes\n\n");
        text.Append(Text($"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}, .NET {Environment.Version}, "))
            .Append(Text($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}; load average {_loads.Min():0.0} to {_loads.Max():0.0}; {took.TotalMinutes:0} minutes.\n\n"))
            .Append(Short()).Append("\n\n## Building\n\n");
        Table(
            text,
            ["documents", "making them", "index built in", "documents/s", "processor time for 1,000", "index on disk", "of one document"],
            at => Text($"{Of(at).Documents:#,0} | {Of(at).Making:0.0} s | {Of(at).Seconds:0.0} s | {Of(at).Documents / Of(at).Seconds:#,0} | {1000 * Of(at).Cpu / Of(at).Documents:0.00} s | {Mebibytes(Of(at).Bytes)} | {Of(at).Bytes / Of(at).Documents:#,0} bytes"));
        text.Append("\n## The database\n\n");
        Table(
            text,
            ["filled in", "on disk", "of one product", "index built out of it in", "processor time for 1,000"],
            at => _stored[at] is { } stored
                ? Text($"{stored.FillSeconds:0.0} s | {Mebibytes(stored.Bytes)} | {stored.Bytes / _indexes[at].Products:#,0} bytes | {stored.IndexSeconds:0.0} s | {1000 * stored.IndexCpu / Of(at).Documents:0.00} s")
                : "– | – | – | – | –");
        text.Append("\n## Asking: milliseconds, p50 / p99, and of processor time\n\n");
        Table(text, [.. _asked.Select(asked => asked.What)], at => string.Join(" | ", _asked.Select(asked => Text($"{Number(asked.P50(at))} / {Number(asked.P99(at))}, {Number(asked.Cpu(at))}"))));
        text.Append("\n## Growth: processor time against that of the size before\n\n");
        Table(text, [.. _asked.Select(asked => asked.What), "building the index", "index on disk"], Growth);
        text.Append("\n## Changing and holding\n\n");
        Table(
            text,
            ["changed until found, p50 / p99", "longest", "managed heap", "working set"],
            at => Text($"{Number(_changed[at].P50)} / {Number(_changed[at].P99)} ms | {Number(_changed[at].Longest)} ms | {Mebibytes(_memory[at].Heap)} | {Mebibytes(_memory[at].WorkingSet)}"));
        text.Append(Notes);
        return text.ToString();
    }

    private string Short()
    {
        var text = new StringBuilder(Begin).Append('\n');
        Table(
            text,
            ["index built in", "index", "search with facets, p50 / p99", "a brand", "browse all", "suggestions", "changed until found", "heap"],
            at => Text($"{Of(at).Seconds:0.0} s | {Mebibytes(Of(at).Bytes)} | {Pair(SizeQuestions.Kinds.Facets, at)} | {Pair(SizeQuestions.Kinds.Brand, at)} | {Pair(SizeQuestions.Kinds.Browse, at)} | {Pair(SizeQuestions.Kinds.Suggest, at)} | {Number(_changed[at].P50)} ms | {Mebibytes(_memory[at].Heap)}"));
        return text.Append(End).ToString();
    }

    private void Table(StringBuilder text, string[] columns, Func<int, string> row)
    {
        text.Append(Text($"| products | {string.Join(" | ", columns)} |\n|{string.Concat(Enumerable.Repeat("---|", columns.Length + 1))}\n"));
        for (var at = 0; at < _indexes.Count; at++)
        {
            text.Append(Text($"| {_indexes[at].Products:#,0} | {row(at)} |\n"));
        }
    }

    private string Growth(int at)
    {
        if (at == 0)
        {
            return string.Join(" | ", Enumerable.Repeat("–", _asked.Count + 2));
        }

        var built = Of(at).Cpu / Of(at).Documents / (Of(at - 1).Cpu / Of(at - 1).Documents) * _indexes[at].Products / _indexes[at - 1].Products;
        return string.Join(" | ", _asked.Select(asked => asked.Growth(at)).Append(built).Append(Of(at).Bytes / (double)Of(at - 1).Bytes).Select(ratio => Number(ratio) + " ×"));
    }

    private string Pair(string what, int at) => _asked.First(asked => asked.What == what) is var asked ? Text($"{Number(asked.P50(at))} / {Number(asked.P99(at))} ms") : "";

    private Built Of(int at) => _indexes[at].Built;

    private void NoteLoad()
    {
        if (File.Exists("/proc/loadavg"))
        {
            _loads.Add(double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture));
        }
    }

    private static string Number(double value) => Report.Number(value);

    private static string Mebibytes(long bytes) => Text($"{Number(bytes / 1048576.0)} MiB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Beside(string file, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source) ?? "", "..", file);

    [GeneratedRegex("<!-- size table -->.*<!-- /size table -->", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShortTable();

    private const string Notes = """

        - `dotnet run -c Release --project tests/Marketplace.Benchmarks -p:SkipStorefront=true -- size` makes this file and the table in the README; `--sizes 1000,10000` measures some sizes and writes nothing.
        - The catalogue is made out of the real products, the same in every run: heads and tails of their names, and a new brand word with every second new maker, of a dozen products each. So the number of different words grows in proportion, and each real word is in the same share of the products at every size.
        - The index of this table is built from documents that are made in memory, one by one, not read from a database; so all sizes are measured alike. The database is measured by itself, as the host fills and reads it.
        - Asked one at a time, so each figure is of one processor; the sizes take turns in every round, the figures are the middle of the rounds. Searches are two to four words of real names and find in proportion to the catalogue; a brand finds a dozen products at every size. Browsing is without a text; nothing comes from a cache of answers, which the host has besides.
        - Changed until found: a renamed product, written to the engine and then searched for, while another thread searches.
        - Heap and working set are those of a process of its own that has opened the index and answered the searches; the working set counts the pages of the index files that it has read.

        """;
}
