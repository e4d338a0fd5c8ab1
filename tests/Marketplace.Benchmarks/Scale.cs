namespace Marketplace.Benchmarks;

/// <summary>How much of everything one run does.</summary>
/// <param name="WarmUp">Rounds before those that count: the compiler optimises what runs often, after a while.</param>
/// <param name="Searches">Searches of a round, each different.</param>
/// <param name="Requests">Requests of a round where answers are cached.</param>
/// <param name="Orders">Orders of a round.</param>
/// <param name="LastTenRounds">Rounds of fifty buyers who want the last ten.</param>
internal sealed record Scale(int WarmUp, int Rounds, int Searches, int Requests, int Starts, int Changes, int Orders, int LastTenRounds)
{
    public static readonly Scale Full = new(WarmUp: 2, Rounds: 9, Searches: 2_000, Requests: 20_000, Starts: 7, Changes: 40, Orders: 1_000, LastTenRounds: 100);

    public static readonly Scale Quick = new(WarmUp: 1, Rounds: 3, Searches: 500, Requests: 5_000, Starts: 3, Changes: 10, Orders: 200, LastTenRounds: 10);
}
