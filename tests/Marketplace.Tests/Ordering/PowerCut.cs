using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Tests.Ordering;

/// <summary>The host loses its power at one step of what it is asked: neither that step nor any after it reaches the database, until the power is back.</summary>
internal sealed class PowerCut
{
    private static readonly HttpContextAccessor Requests = new();

    private readonly Lock _lock = new();
    private readonly AsyncLocal<bool> _isWatched = new();
    private readonly List<string> _steps = [];
    private int _cutAt;

    /// <summary>The steps since the clock was set, as they are called; the last one is the one at which the power went.</summary>
    public IReadOnlyList<string> Steps
    {
        get
        {
            lock (_lock)
            {
                return [.. _steps];
            }
        }
    }

    public bool IsDark { get; private set; }

    public IEnumerable<IInterceptor> Interceptors => [new Commands(this), new Transactions(this)];

    /// <summary>The power goes at that step, counted from 1; 0 only counts.</summary>
    public void At(int step)
    {
        _isWatched.Value = true;
        lock (_lock)
        {
            _steps.Clear();
            (_cutAt, IsDark) = (step, false);
        }
    }

    private void Pass(string step)
    {
        if (!_isWatched.Value && Requests.HttpContext is null)
        {
            // What the host looks for by itself comes when it comes.
            return;
        }

        lock (_lock)
        {
            if (IsDark)
            {
                throw new PowerLostException();
            }

            _steps.Add(step);
            if (_steps.Count == _cutAt)
            {
                IsDark = true;
                throw new PowerLostException();
            }
        }
    }

    private static string NameOf(DbCommand command)
    {
        var words = command.CommandText.TrimStart().Split([' ', '\n', '\r'], 4, StringSplitOptions.RemoveEmptyEntries);
        return words[0] switch
        {
            "INSERT" or "DELETE" => $"{words[0]} {words[2]}",
            "UPDATE" => $"{words[0]} {words[1]}",
            _ => words[0],
        };
    }

    private sealed class Commands(PowerCut cut) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            cut.Pass(NameOf(command));
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            cut.Pass(NameOf(command));
            return new(result);
        }
    }

    private sealed class Transactions(PowerCut cut) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            cut.Pass("begin");
            return new(result);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            cut.Pass("commit");
            return new(result);
        }

        /// <summary>It is written, and nobody was told.</summary>
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            cut.Pass("committed");
            return Task.CompletedTask;
        }
    }
}

internal sealed class PowerLostException() : Exception("The power is gone.");
