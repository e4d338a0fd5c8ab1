using System.Diagnostics;

namespace Marketplace.Benchmarks;

/// <summary>What one side did in one round. CPU and memory are the whole process's, the client included.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Cpu">Microseconds of processor time for each request.</param>
/// <param name="Allocated">Bytes for each request.</param>
internal sealed record Sample(double PerSecond, double P50, double P99, double Cpu, double Allocated);

/// <summary>Two sides measured in turns; of everything but the rate, the middle round.</summary>
/// <param name="Best">The subject's best rate over the basis's best.</param>
/// <param name="Median">The middle of the rounds' ratios.</param>
internal sealed record Comparison(double Best, double Median, Sample Subject, Sample Basis);

/// <summary>
/// Keeps a number of requests under way and measures them. BenchmarkDotNet measures a method alone in its own process; here two sides
/// must take turns within one, because machines differ and a shared one changes from minute to minute.
/// </summary>
internal static class Load
{
    /// <summary>Runs <paramref name="one"/> for every number below <paramref name="count"/>; it is told which worker calls.</summary>
    public static async Task<Sample> RunAsync(int workers, int count, Func<int, int, ValueTask> one)
    {
        var times = new double[count];
        var next = -1;
        using var process = Process.GetCurrentProcess();
        var (cpu, allocated, started) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                await one(worker, number);
                times[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();

        var (cpuAfter, allocatedAfter) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        Array.Sort(times);
        return new Sample(
            count / elapsed.TotalSeconds,
            times[count / 2],
            times[count * 99 / 100],
            (cpuAfter - cpu).TotalMicroseconds / count,
            (allocatedAfter - allocated) / (double)count);
    }

    /// <summary>Rounds in turns, each side first every other time; what comes before round <paramref name="warmUp"/> does not count.</summary>
    public static async Task<Comparison> CompareAsync(int warmUp, int rounds, Func<int, Task<Sample>> subject, Func<int, Task<Sample>> basis)
    {
        var measured = new List<(Sample Subject, Sample Basis)>();
        for (var round = 0; round < warmUp + rounds; round++)
        {
            var first = await (round % 2 == 0 ? subject : basis)(round);
            var second = await (round % 2 == 0 ? basis : subject)(round);
            if (round >= warmUp)
            {
                measured.Add(round % 2 == 0 ? (first, second) : (second, first));
            }
        }

        return new Comparison(
            measured.Max(pair => pair.Subject.PerSecond) / measured.Max(pair => pair.Basis.PerSecond),
            Middle(measured.Select(pair => pair.Subject.PerSecond / pair.Basis.PerSecond)),
            Middle([.. measured.Select(pair => pair.Subject)]),
            Middle([.. measured.Select(pair => pair.Basis)]));
    }

    public static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static Sample Middle(IReadOnlyList<Sample> samples) => new(
        Middle(samples.Select(sample => sample.PerSecond)),
        Middle(samples.Select(sample => sample.P50)),
        Middle(samples.Select(sample => sample.P99)),
        Middle(samples.Select(sample => sample.Cpu)),
        Middle(samples.Select(sample => sample.Allocated)));
}
