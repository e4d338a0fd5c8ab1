using Marketplace.Api.Background;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests.Background;

public sealed class HourlyTests
{
    [Fact]
    public async Task A_look_that_fails_is_told_and_the_next_one_comes()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (clock, looks, told) = (new FakeTimeProvider(), 0, new List<Exception>());
        var again = new TaskCompletionSource();
        var looking = Hourly.LookAsync(clock, _ => ++looks == 1 ? throw new KeyNotFoundException() : Second(), told.Add, end.Token);
        Assert.Equal(0, looks);

        while (!again.Task.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => looking);
        Assert.IsType<KeyNotFoundException>(Assert.Single(told));

        Task Second()
        {
            again.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
