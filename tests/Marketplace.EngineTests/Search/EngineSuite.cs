using Marketplace.Core.Search;

namespace Marketplace.EngineTests.Search;

/// <summary>Tests that hold for every engine; <c>Suites.cs</c> says on which they run.</summary>
public abstract class EngineSuite(SearchEngine engine) : IAsyncLifetime
{
    private readonly List<OpenIndex> _open = [];

    /// <summary>The shipped catalogue, for tests that only read.</summary>
    protected SeededSearch Seeded { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Seeded = await engine.SeededAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
        {
            await open.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>An empty index that is gone when the test has ended.</summary>
    protected async Task<ISearchIndex> NewAsync()
    {
        _open.Add(await engine.OpenAsync());
        return _open[^1].Index;
    }
}

/// <summary>Tests that each fill an index of their own.</summary>
public abstract class FreshSuite(SearchEngine engine) : EngineSuite(engine)
{
    protected ISearchIndex Index { get; private set; } = null!;

    public override async ValueTask InitializeAsync() => Index = await NewAsync();
}
