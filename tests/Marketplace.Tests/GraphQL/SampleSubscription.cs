using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GraphQL;

namespace Marketplace.Tests.GraphQL;

[Name("Subscription")]
public sealed class SampleSubscription
{
    /// <summary>Fruits from the first one on, and the end.</summary>
    public static async IAsyncEnumerable<FruitGraph> Picked(int first = 2)
    {
        for (var number = 0; number < first; number++)
        {
            await Task.Yield();
            yield return new FruitGraph(number);
        }
    }

    /// <summary>A fruit whenever the bell is rung.</summary>
    public static IAsyncEnumerable<FruitGraph?> Rung([FromServices] Bell bell, CancellationToken cancellationToken) => bell.ListenAsync(cancellationToken);

    /// <summary>One fruit, and then a fault.</summary>
    public static async IAsyncEnumerable<FruitGraph> Broken()
    {
        yield return new FruitGraph(1);
        await Task.Yield();
        throw new InvalidOperationException("internal secret of the stall");
    }
}

/// <summary>Rung by a test, heard by one subscription.</summary>
public sealed class Bell
{
    private readonly Channel<int> _rung = Channel.CreateUnbounded<int>();

    /// <summary>Ends when the subscription has let go of it.</summary>
    public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring(int number) => _rung.Writer.TryWrite(number);

    public async IAsyncEnumerable<FruitGraph?> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var number in _rung.Reader.ReadAllAsync(cancellationToken))
            {
                yield return number < 0 ? null : new FruitGraph(number);
            }
        }
        finally
        {
            LetGo.TrySetResult();
        }
    }
}
