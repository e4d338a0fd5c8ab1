using Marketplace.Core.Search;

namespace Marketplace.Api.Search;

/// <summary>After the engine was found away, one asker in a while tries it; the others are told at once and do not wait for it to time out.</summary>
internal sealed class ShortCircuit(TimeProvider clock)
{
    internal static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(3);

    private long _nextTry;
    private SearchUnavailableException? _away;

    public async Task<T> AskAsync<T>(Func<Task<T>> engine)
    {
        if (_away is { } known && !MayTry())
        {
            throw new SearchUnavailableException(known.Message, known);
        }

        try
        {
            var answer = await engine();
            IsBack();
            return answer;
        }
        catch (SearchUnavailableException away)
        {
            Volatile.Write(ref _nextTry, (clock.GetUtcNow() + BetweenTries).UtcTicks);
            _away = away;
            throw;
        }
    }

    /// <summary>Called also when the follower has reached the engine.</summary>
    public void IsBack() => _away = null;

    private bool MayTry()
    {
        var due = Volatile.Read(ref _nextTry);
        var now = clock.GetUtcNow();
        return now.UtcTicks >= due && Interlocked.CompareExchange(ref _nextTry, (now + BetweenTries).UtcTicks, due) == due;
    }
}
