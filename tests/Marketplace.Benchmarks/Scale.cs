namespace Marketplace.Benchmarks;

/// <summary>How much of everything one run does.</summary>
/// <param name="WarmUp">Rounds before those that count: the compiler optimises what runs often, after a while.</param>
/// <param name="Searches">Searches of a round, each different.</param>
/// <param name="Requests">Requests of a round where answers are cached.</param>
internal sealed record Scale(int WarmUp, int Rounds, int Searches, int Requests, int Starts, int Changes)
{
    public static readonly Scale Full = new(WarmUp: 2, Rounds: 9, Searches: 2_000, Requests: 20_000, Starts: 7, Changes: 40);

    public static readonly Scale Quick = new(WarmUp: 1, Rounds: 3, Searches: 500, Requests: 5_000, Starts: 3, Changes: 10);
}
