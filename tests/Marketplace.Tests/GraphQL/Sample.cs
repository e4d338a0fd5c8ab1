using GraphQL;
using GraphQL.DataLoader;
using Marketplace.Api;
using Marketplace.Core;

namespace Marketplace.Tests.GraphQL;

/// <summary>A fruit on the stall.</summary>
[Name("Fruit")]
public sealed class FruitGraph(int number) : INode
{
    public static readonly Guid[] Keys = [.. Enumerable.Range(0, 200).Select(n => new Guid(n, 0, 0, new byte[8]))];

    [Id]
    public string Id => GlobalId.Encode("Fruit", Keys[number]);

    /// <summary>Its place on the stall, from 0.</summary>
    public int Number => number;

    public string Slug => "dừa-" + number;

    public long Weight => number * 10_000_000_000L;

    public double Sweetness => number / 4.0;

    public bool Ripe => number % 2 == 0;

    public DateOnly PickedOn => new DateOnly(2026, 1, 1).AddDays(number);

    public Ripeness Ripeness => (Ripeness)(number % 3);

    public Ripeness? MaybeRipeness => number % 3 == 0 ? null : Ripeness.GreenStill;

    public int? Stars => number % 2 == 0 ? null : number;

    public string? Note => number % 3 == 0 ? null : "ghi chú \"đặc biệt\" <b> \\ \u0001 🥥 " + number;

    public LocalizedText Names => new("Dừa " + number, number % 2 == 0 ? "Coconut " + number : null);

    public Box? Box => number % 4 == 0 ? null : new Box(number, 2);

    public IReadOnlyList<PieceGraph> Pieces => [.. Enumerable.Range(0, number % 4).Select(n => new PieceGraph(number, n))];

    public string[] Tags => ["a", "b" + number];

    public IReadOnlyList<string?>? Labels => number % 2 == 0 ? null : ["x", null];

    public IReadOnlyList<IReadOnlyList<int>> Grid => [[1, number], []];

    /// <summary>The name in the reader's language.</summary>
    public string Name(Ask ask) => Names.In(ask.Language);

    public static string Today(Ask ask) => ask.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public string MustNotBeNull => number == 3 ? null! : "here";

    public PieceGraph PieceThatMustExist => number == 3 ? null! : new PieceGraph(number, 0);

    public string Fragile => number == 5 ? throw new InvalidOperationException("internal secret of the stall") : "whole";

    public double Ratio => number == 1 ? double.NaN : number;

    public INode Neighbour => new FruitGraph((number + 1) % 200);

    public IDataLoaderResult<StallGraph?> Stall([FromServices] StallLoader loader) => loader.Load(number % 2);

    [Cost(7)]
    public static string Slow([FromServices] TimeProvider clock) => clock.ToString() is null ? "" : "slow";

    public static Task<int> Endless([FromServices] Waiting waiting, CancellationToken cancellationToken) => waiting.ForeverAsync(cancellationToken);

    public static IReadOnlyList<FruitGraph> Similar(int first = 6) => [.. Enumerable.Range(0, first).Select(n => new FruitGraph(n))];
}

public enum Ripeness
{
    /// <summary>Not yet.</summary>
    GreenStill,
    B1,
    Ripe,
}

public readonly record struct Box(int Length, int Width);

[Name("Piece")]
public sealed class PieceGraph(int fruit, int number)
{
    public int Number => number;

    public string Text(Ask ask) => ask.Language + " " + fruit + "/" + number;

    public FruitGraph Fruit => new(fruit);
}

[Name("Stall")]
public sealed class StallGraph(int number) : INode
{
    [Id]
    public string Id => GlobalId.Encode("Stall", FruitGraph.Keys[number]);

    public string Name => "Sạp " + number;

    public IDataLoaderResult<StallGraph?> Next([FromServices] StallLoader loader) => loader.Load(number + 1);
}

public sealed class StallLoader(StallBatches batches) : BatchLoader<int, StallGraph>
{
    protected override Task<IReadOnlyDictionary<int, StallGraph>> FetchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        batches.Sizes.Add(keys.Count);
        return Task.FromResult<IReadOnlyDictionary<int, StallGraph>>(keys.Where(key => key < 4).ToDictionary(key => key, key => new StallGraph(key)));
    }
}

/// <summary>How many keys each fetch of stalls was asked for.</summary>
public sealed class StallBatches
{
    public List<int> Sizes { get; } = [];
}

public sealed class FruitNodes : INodeLoader
{
    public string TypeName => "Fruit";

    public List<int> BatchSizes { get; } = [];

    public Task<IReadOnlyDictionary<Guid, object>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        BatchSizes.Add(ids.Count);
        return Task.FromResult<IReadOnlyDictionary<Guid, object>>(
            ids.Where(id => FruitGraph.Keys.Contains(id)).ToDictionary(id => id, object (id) => new FruitGraph(Array.IndexOf(FruitGraph.Keys, id))));
    }
}

[Name("FruitConnection")]
public sealed class FruitConnection(int size)
{
    public IReadOnlyList<FruitGraph> Nodes => [.. Enumerable.Range(0, size).Select(n => new FruitGraph(n))];

    public static PageInfoGraph PageInfo => new() { HasNextPage = true, HasPreviousPage = false, StartCursor = "a" };

    public static int TotalCount([FromServices] TimeProvider clock) => clock is null ? 0 : 200;
}

public sealed record FruitFilter
{
    /// <summary>Only ripe ones.</summary>
    public bool? Ripe { get; init; }

    public IReadOnlyList<Ripeness>? Ripeness { get; init; }

    public DateOnly? PickedAfter { get; init; }

    public long? HeavierThan { get; init; }
}

[Name("Query")]
public sealed class SampleQuery
{
    public static IReadOnlyList<FruitGraph> Fruits(int? first = null) => [.. Enumerable.Range(0, first ?? 20).Select(n => new FruitGraph(n))];

    public static FruitConnection Page(int? first, string? after, int? last, string? before) =>
        new(PageArguments.From(first, after, last, before).Size);

    public static FruitGraph? Fruit(int number) => number < 0 ? null : new FruitGraph(number);

    public static FruitGraph RequiredFruit(int number) => new(number);

    public static string Filtered(FruitFilter filter) => filter.ToString();

    public static string Echo(string? text, Ask ask) => ask.Language + " " + ask.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture) + " " + text;

    public static IReadOnlyList<INode> Things() => [new FruitGraph(1), new StallGraph(1), new FruitGraph(2)];

    public static IDataLoaderResult<INode?> Node([Id] string id, [FromServices] NodeBatch nodes) => nodes.Node(id);

    public static IReadOnlyList<IDataLoaderResult<INode?>> Nodes([Id] IReadOnlyList<string> ids, [FromServices] NodeBatch nodes) => nodes.Nodes(ids);

    public static string Boom() => throw new InvalidOperationException("internal secret of the stall");

    public static Task<int> Wait([FromServices] Waiting waiting, CancellationToken cancellationToken) => waiting.ForeverAsync(cancellationToken);

    public static Money Price() => Money.Dong(45_000);
}

[Name("Mutation")]
public sealed class SampleMutation
{
    public static int Increment(int by) => by + 1;
}

public sealed class Waiting
{
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<int> ForeverAsync(CancellationToken cancellationToken)
    {
        Started.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Stopped.TrySetResult();
        }

        return 1;
    }
}
