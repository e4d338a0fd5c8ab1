using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Marketplace.Tests.Data;

internal sealed class VariableNames : TSqlFragmentVisitor
{
    public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Declared { get; } = new(StringComparer.Ordinal);

    public override void Visit(VariableReference node) => Names.Add(node.Name);

    public override void Visit(DeclareVariableElement node) => Declared.Add(node.VariableName.Value);
}

/// <summary>Tables and indexes, taken out of the script's conditions. The model takes a column only with its table, so later ones are put there.</summary>
internal sealed class Definitions : TSqlFragmentVisitor
{
    private readonly Sql160ScriptGenerator _generator = new();

    private readonly List<TSqlStatement> _statements = [];

    public IEnumerable<string> Scripts => _statements.Select(statement =>
    {
        _generator.GenerateScript(statement, out var script);
        return script;
    });

    public override void Visit(CreateTableStatement node) => _statements.Add(node);

    /// <summary>The indexes of a table go with it.</summary>
    public override void Visit(DropTableStatement node) => _statements.RemoveAll(made => NameOf(made) is { } table && node.Objects.Any(dropped => dropped.BaseIdentifier.Value == table.BaseIdentifier.Value));

    public override void Visit(CreateIndexStatement node) => _statements.Add(node);

    public override void Visit(DropIndexStatement node) => _statements.RemoveAll(made => made is CreateIndexStatement index
        && node.DropIndexClauses.OfType<DropIndexClause>().Any(dropped => dropped.Index.Value == index.Name.Value));

    public override void Visit(AlterTableAddTableElementStatement node)
    {
        if (node.Definition.ColumnDefinitions.Count == 0)
        {
            _statements.Add(node);
            return;
        }

        var table = _statements.OfType<CreateTableStatement>().Single(made => made.SchemaObjectName.BaseIdentifier.Value == node.SchemaObjectName.BaseIdentifier.Value);
        foreach (var column in node.Definition.ColumnDefinitions)
        {
            table.Definition.ColumnDefinitions.Add(column);
        }
    }

    private static SchemaObjectName? NameOf(TSqlStatement made) => made switch
    {
        CreateTableStatement table => table.SchemaObjectName,
        CreateIndexStatement index => index.OnName,
        _ => null,
    };
}

internal sealed class SqlCapture : DbCommandInterceptor, IDbConnectionInterceptor
{
    public List<string> Commands { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Commands.Add(command.CommandText);
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(OneRow(command.CommandText)));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Commands.Add(command.CommandText);
        return new(InterceptionResult<int>.SuppressWithResult(1));
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());

    /// <summary>An empty answer ends a read early; what follows the first statement needs a row to go on with.</summary>
    private static DbDataReader OneRow(string sql)
    {
        using var table = new DataTable();
        if (sql.StartsWith("DECLARE", StringComparison.Ordinal))
        {
            // Rows of the outbox: a statement of ours must name what the model has.
            Array.ForEach((string[])["Sequence", "Subject", "SubjectId", "Partition", "CreatedAt"], column => table.Columns.Add(column));
            return table.CreateDataReader();
        }

        table.Columns.Add("Value", sql.StartsWith("SELECT CASE", StringComparison.Ordinal) ? typeof(bool) : typeof(int));
        if (sql.StartsWith("SELECT COUNT", StringComparison.Ordinal) || sql.StartsWith("SELECT CASE", StringComparison.Ordinal))
        {
            table.Rows.Add(table.Columns[0].DataType == typeof(bool) ? true : 1);
        }
        else if (sql.StartsWith("SELECT MAX", StringComparison.Ordinal))
        {
            table.Columns.Clear();
            table.Columns.Add("Value", typeof(long));
            table.Rows.Add(1L);
        }

        return table.CreateDataReader();
    }
}
