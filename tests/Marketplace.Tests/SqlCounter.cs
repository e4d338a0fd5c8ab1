using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Tests;

/// <summary>Keeps the statements that a host sends to its database, apart from the look-outs of the outbox's follower.</summary>
public sealed class SqlCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _statements = new();

    /// <summary>Whether the follower's look-outs are kept too.</summary>
    public bool CountsLookOuts { get; init; }

    public IReadOnlyCollection<string> Statements => _statements;

    public void Clear() => _statements.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (CountsLookOuts || !command.CommandText.Contains("\"Outbox\"", StringComparison.Ordinal))
        {
            _statements.Enqueue(command.CommandText);
        }

        return new(result);
    }
}
