using System.Globalization;

namespace Marketplace.Benchmarks.Sizes;

/// <summary>What one run measures.</summary>
/// <param name="DatabaseUpTo">The largest catalogue that is also written to a database: rows go through the host's own save, which takes minutes for 100,000 products.</param>
/// <param name="Searches">Questions of one kind in a round; of browsing a tenth.</param>
internal sealed record SizeOptions(IReadOnlyList<int> Sizes, int DatabaseUpTo, int Rounds, int Searches, int Changes)
{
    public static readonly IReadOnlyList<int> AllSizes = [1_000, 10_000, 100_000, 1_000_000];

    /// <summary>The written table is of all sizes or it is not written.</summary>
    public bool IsWhole => Sizes.SequenceEqual(AllSizes) && Rounds >= 5;

    public static SizeOptions Read(string[] args)
    {
        var quick = args.Contains("--quick");
        return new SizeOptions(
            Value(args, "--sizes") is { } sizes ? [.. sizes.Split(',').Select(Number).Order()] : quick ? [.. AllSizes.Take(3)] : AllSizes,
            Value(args, "--database-up-to") is { } most ? Number(most) : quick ? 10_000 : 100_000,
            Value(args, "--rounds") is { } rounds ? Number(rounds) : quick ? 3 : 7,
            quick ? 100 : 300,
            quick ? 20 : 60);
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
