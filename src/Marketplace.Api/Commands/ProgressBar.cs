using System.Globalization;

namespace Marketplace.Api.Commands;

/// <summary>Shows on the console how far a long step is: a bar on a terminal, a line for every quarter where the output goes to a file.</summary>
public sealed class ProgressBar : IProgress<int>, IDisposable
{
    private const int Width = 30;
    private const int LineEvery = 25;

    private readonly Lock _gate = new();
    private readonly string _label;
    private readonly int _total;
    private readonly TextWriter _console;
    private readonly bool _terminal;
    private int _shown = -1;

    /// <param name="total">What <see cref="Report"/> counts up to.</param>
    public ProgressBar(string label, int total)
        : this(label, total, Console.Error, !Console.IsErrorRedirected)
    {
    }

    internal ProgressBar(string label, int total, TextWriter console, bool terminal)
    {
        _label = label;
        _total = total;
        _console = console;
        _terminal = terminal;
        Report(0);
    }

    /// <summary>Takes how many are done; calls may come from any thread and in any number.</summary>
    public void Report(int value)
    {
        var percent = _total <= 0 ? 100 : (int)(100L * Math.Clamp(value, 0, _total) / _total);
        lock (_gate)
        {
            var step = _terminal ? percent : percent / LineEvery * LineEvery;
            if (step <= _shown)
            {
                return;
            }

            _shown = step;
            Draw(percent, Math.Clamp(value, 0, Math.Max(_total, 0)));
        }
    }

    /// <summary>Ends the line, so that what is written next stands below the bar.</summary>
    public void Dispose()
    {
        if (_terminal)
        {
            _console.WriteLine();
        }
    }

    private void Draw(int percent, int done)
    {
        var counted = string.Create(CultureInfo.InvariantCulture, $"{percent,3}% ({done:N0} of {_total:N0})");
        if (!_terminal)
        {
            _console.WriteLine($"{_label} {counted}");
            return;
        }

        var filled = percent * Width / 100;
        _console.Write($"\r{_label} [{new string('#', filled)}{new string('.', Width - filled)}] {counted}");
    }
}

/// <summary>What a person who starts the host for the first time is told, whatever the log is set to.</summary>
public static class Progress
{
    /// <summary>Writes one line, such as <c>address: http://localhost:5080</c>.</summary>
    public static void Say(string line) => Console.Error.WriteLine(line);

    /// <summary>Writes that a step begins, such as <c>2/4 building the search index</c>.</summary>
    public static void Step(string label, int number, int of) => Say(string.Create(CultureInfo.InvariantCulture, $"{number}/{of} {label}"));
}
