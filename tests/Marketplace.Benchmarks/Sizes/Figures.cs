namespace Marketplace.Benchmarks.Sizes;

/// <summary>How an index was built.</summary>
/// <param name="Documents">Products and producers.</param>
/// <param name="Making">Seconds that making the documents takes by itself; they are part of <paramref name="Seconds"/>.</param>
/// <param name="Cpu">Seconds of processor time.</param>
internal sealed record Built(int Documents, double Making, double Seconds, double Cpu, long Bytes);

/// <summary>A database of that size and the index that the host builds out of it.</summary>
internal sealed record Stored(double FillSeconds, long Bytes, double IndexSeconds, double IndexCpu);

/// <summary>From the call that writes a changed listing until a search has found it, in milliseconds, while another thread searches.</summary>
internal sealed record Changed(double P50, double P99, double Longest);

/// <summary>A process that has opened the index and searched it.</summary>
/// <param name="Heap">Bytes that are in use after a collection.</param>
/// <param name="WorkingSet">Bytes of the process, with the pages of the index files that it has touched.</param>
internal sealed record Memory(long Heap, long WorkingSet);

/// <summary>One kind of question at every size, in rounds that take turns.</summary>
internal sealed record Asked(string What, IReadOnlyList<Sample[]> Rounds)
{
    public double P50(int size) => Load.Middle(Rounds.Select(round => round[size].P50));

    public double P99(int size) => Load.Middle(Rounds.Select(round => round[size].P99));

    /// <summary>Milliseconds of processor time for one.</summary>
    public double Cpu(int size) => Load.Middle(Rounds.Select(round => round[size].Cpu)) / 1000;

    /// <summary>How many times the processor time of the size before.</summary>
    public double Growth(int size) => Load.Middle(Rounds.Select(round => round[size].Cpu / round[size - 1].Cpu));
}
