using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Api.Telemetry;

/// <summary>
/// A span for each statement that a request sends to the database: its text, which has places and no values, and what it is about. Statements of
/// nobody's request (the follower looks several times a second) have none.
/// </summary>
internal sealed partial class SqlSpans : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<DbCommand, Activity> _running = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Begin(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Begin(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Begin(command, result));

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        new(End(command, result));

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) =>
        new(End(command, result));

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(End(command, result));

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        End(command, eventData.Exception);
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        End(command, "cancelled");
        return Task.CompletedTask;
    }

    /// <summary>The first table of the statement, which names the span.</summary>
    internal static string Summary(string text)
    {
        var about = About().Match(text);
        return about.Success ? $"{about.Groups["verb"].Value.ToUpperInvariant()} {about.Groups["table"].Value}" : "statement";
    }

    private T Begin<T>(DbCommand command, T result)
    {
        if (Activity.Current is { IsAllDataRequested: true } && Instruments.Source.StartActivity("sql", ActivityKind.Client) is { } span)
        {
            span.DisplayName = Summary(command.CommandText);
            span.SetTag("db.system.name", command.GetType().Name.StartsWith("Sqlite", StringComparison.Ordinal) ? "sqlite" : "microsoft.sql_server");
            span.SetTag("db.query.summary", span.DisplayName).SetTag("db.query.text", command.CommandText);
            _running.AddOrUpdate(command, span);
        }

        return result;
    }

    private T End<T>(DbCommand command, T result)
    {
        if (_running.TryGetValue(command, out var span))
        {
            _running.Remove(command);
            if (result is Exception failure)
            {
                // Its message may quote a value.
                span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().FullName);
            }

            span.Dispose();
        }

        return result;
    }

    [GeneratedRegex(
        @"\b(?<verb>SELECT|INSERT|UPDATE|DELETE)\b(.*?\b(FROM|INTO)|(?<=UPDATE))\s+[""\[]?(?<table>\w+)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex About();
}
