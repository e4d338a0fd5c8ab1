using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marketplace.Data.SqlServer;

/// <summary>
/// Tries again after a deadlock or a passing fault of server and network. A save whose answer was lost is looked for first:
/// it may have come through, and must neither be doubled nor be called a failure.
/// </summary>
public sealed class SqlServerRetries(ExecutionStrategyDependencies dependencies)
    : SqlServerRetryingExecutionStrategy(dependencies, MostRetries, LongestPause, errorNumbersToAdd: null)
{
    private const int MostRetries = 6;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    public override Task<TResult> ExecuteAsync<TState, TResult>(
        TState state,
        Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default) =>
        base.ExecuteAsync(state, operation, verifySucceeded ?? SavedAlreadyAsync<TState, TResult>, cancellationToken);

    private static async Task<ExecutionResult<TResult>> SavedAlreadyAsync<TState, TResult>(DbContext context, TState state, CancellationToken cancellationToken) =>
        context is MarketplaceDb db && await db.SavedAlreadyAsync(cancellationToken) is TResult rows ? new(successful: true, rows) : new(successful: false, default!);
}
