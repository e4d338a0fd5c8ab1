using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Tests;

/// <summary>Keeps the statements that a host sends to its database, apart from the look-outs of tasks that look for work every few seconds.</summary>
public sealed class SqlCounter : DbCommandInterceptor
{
    /// <summary>Of changes for the index, of letters, of sheets to bring in, of orders whose time is over, of refunds to send.</summary>
    private static readonly string[] LookOuts = ["\"Outbox\"", "FROM \"OutgoingMail\"", "\"LeasedUntil\" <", "\"PayBy\" <", "\"RemedyBy\" <", "\"Work\" = 'Asked'"];

    private readonly ConcurrentQueue<string> _statements = new();

    /// <summary>Whether look-outs are kept too.</summary>
    public bool CountsLookOuts { get; init; }

    public IReadOnlyCollection<string> Statements => _statements;

    public void Clear() => _statements.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (CountsLookOuts || !LookOuts.Any(lookOut => command.CommandText.Contains(lookOut, StringComparison.Ordinal)))
        {
            _statements.Enqueue(command.CommandText);
        }

        return new(result);
    }
}
