using System.Data;
using System.Data.Common;
using System.Reflection;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using ForeignKeyConstraint = Microsoft.SqlServer.Dac.Model.ForeignKeyConstraint;
using Index = Microsoft.SqlServer.Dac.Model.Index;

namespace Marketplace.Tests.Data;

/// <summary>How the columns on SQL Server compare, how long they are, and whether what is compared with them is of their kind.</summary>
public sealed class SqlServerColumnTests
{
    /// <summary>A clustered key, and any other index.</summary>
    private const int LongestKey = 900;
    private const int LongestIndex = 1700;

    /// <summary>Text that may be longer than any row: lists and records kept as JSON, letters, and the framework's keys.</summary>
    private static readonly string[] Long = ["Sources", "Keywords", "ExportMarkets", "BlackoutDays", "Season", "Content", "Reasons", "Xml", "Before", "After", "Text", "Scopes", "UnknownHeaders", "Outcomes", "Recipient", "Receipt", "Certificate", "HeldWeeks", "Transfer", "Lines", "Receipts", "Refunds", "Payload"];

    [Fact]
    public void Every_column_of_text_says_how_it_compares()
    {
        using var db = DatabaseContractTests.Open("SqlServer");

        foreach (var column in TextColumns(db))
        {
            var ascii = column.StoreType.StartsWith("varchar", StringComparison.Ordinal);
            var distinct = column.Table.Indexes.Any(index => index.IsUnique && index.Columns.Count == 1 && index.Columns[0] == column);
            Assert.Equal((Name(column), ascii || distinct ? Collations.Code : Collations.Name), (Name(column), column.Collation));
        }

        Assert.Contains(TextColumns(db), column => Name(column) == "Certificates.Number" && column.Collation == Collations.Code);
        Assert.Contains(TextColumns(db), column => Name(column) == "Products.DistrictCode" && column.Collation == Collations.Code);
    }

    [Fact]
    public void Both_ends_of_a_reference_compare_alike()
    {
        using var db = DatabaseContractTests.Open("SqlServer");
        var keys = Tables(db).SelectMany(table => table.ForeignKeyConstraints).ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Equal(
            key.PrincipalColumns.Select(column => (column.StoreType, column.Collation)), key.Columns.Select(column => (column.StoreType, column.Collation))));
    }

    [Fact]
    public void Sqlite_compares_byte_by_byte_without_being_told()
    {
        using var db = DatabaseContractTests.Open("Sqlite");

        Assert.All(Tables(db).SelectMany(table => table.Columns), column => Assert.Null(column.Collation));
    }

    [Fact]
    public void Every_column_of_text_has_its_length()
    {
        using var db = DatabaseContractTests.Open("SqlServer");

        var endless = TextColumns(db).Where(column => column.StoreType.EndsWith("(max)", StringComparison.Ordinal)).Select(column => column.Name).Distinct();

        Assert.Equal(Long.Order(StringComparer.Ordinal), endless.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_and_index_is_short_enough()
    {
        using var db = DatabaseContractTests.Open("SqlServer");

        var keys = Tables(db).Select(table => (table.Name, Width: Width(table.PrimaryKey!.Columns)));
        var indexes = Tables(db).SelectMany(table => table.Indexes).Select(index => (index.Name, Width: Width(index.Columns)));

        Assert.DoesNotContain(keys, key => key.Width > LongestKey);
        Assert.DoesNotContain(indexes, index => index.Width > LongestIndex);
    }

    [Theory]
    [InlineData("SqlServer")]
    [InlineData("Sqlite")]
    public void Every_reference_can_be_followed_back_by_an_index(string provider)
    {
        using var db = DatabaseContractTests.Open(provider);

        var bare = Tables(db).SelectMany(table => table.ForeignKeyConstraints).Where(key =>
            !key.Table.Indexes.Select(index => index.Columns).Append(key.Table.PrimaryKey!.Columns).Any(columns => columns.Take(key.Columns.Count).SequenceEqual(key.Columns)));

        Assert.Empty(bare.Select(key => key.Name));
    }

    /// <summary>The two ways to the tables: step by step, as a database in use goes, and at once, as the model says.</summary>
    [Fact]
    public void The_migrations_end_with_the_very_columns_of_the_model()
    {
        using var migrated = DatabaseContractTests.SqlServerModel();
        using var db = DatabaseContractTests.Open("SqlServer");
        using var made = DatabaseContractTests.ModelOf(db.Database.GenerateCreateScript());

        Assert.Equal(Columns(made), Columns(migrated));
        Assert.Equal(Names(made, Index.TypeClass), Names(migrated, Index.TypeClass));
        Assert.Equal(Names(made, ForeignKeyConstraint.TypeClass), Names(migrated, ForeignKeyConstraint.TypeClass));
    }

    /// <summary>A narrow column compared with wide text is made wide row by row, and its index is of no use.</summary>
    [Fact]
    public async Task Every_parameter_is_of_the_kind_of_the_column_that_it_is_compared_with()
    {
        List<string> compared = [];
        foreach (var method in typeof(MarketplaceDb).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)))
        {
            var parameters = new ParameterCapture();
            await using var db = DatabaseContractTests.Open("SqlServer", parameters, new SqlCapture());
            object?[] arguments = [.. method.GetParameters().Select(parameter => DatabaseContractTests.Sample(parameter, db))];
            await (Task)method.Invoke(null, arguments)!;
            var kinds = TextColumns(db).ToLookup(column => column.Name, column => column.StoreType.StartsWith("varchar", StringComparison.Ordinal));
            foreach (var (sql, sent) in parameters.Commands)
            {
                var comparisons = new Comparisons(sql);
                DatabaseContractTests.Parse(sql, method.Name).Accept(comparisons);
                foreach (var (column, variable) in comparisons.Seen.Where(seen => kinds.Contains(seen.Column) && sent.ContainsKey(seen.Variable)))
                {
                    compared.Add(column);
                    Assert.True(kinds[column].Contains(sent[variable] is DbType.AnsiString or DbType.AnsiStringFixedLength), $"{method.Name}: {column} is compared with {variable}, which is {sent[variable]}.\n{sql}");
                }

                foreach (var (column, declared) in comparisons.Lists.Where(list => kinds.Contains(list.Column)))
                {
                    compared.Add(column);
                    Assert.True(kinds[column].Contains(declared.StartsWith("varchar", StringComparison.OrdinalIgnoreCase)), $"{method.Name}: {column} is compared with a list of {declared}.\n{sql}");
                }
            }
        }

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "Slug", "Number", "NameSortKey", "CommuneCode", "DistrictCode", "Kind" }, compared.ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<ITable> Tables(MarketplaceDb db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;

    private static IEnumerable<IColumn> TextColumns(MarketplaceDb db) =>
        Tables(db).SelectMany(table => table.Columns).Where(column => column.StoreType.Contains("varchar", StringComparison.Ordinal));

    private static string Name(IColumn column) => $"{column.Table.Name}.{column.Name}";

    private static int Width(IEnumerable<IColumn> columns) => columns.Sum(column => column.StoreTypeMapping switch
    {
        { ClrType: var type } mapping when type == typeof(string) => (mapping.Size ?? 100_000) * (mapping.IsUnicode ? 2 : 1),
        { Size: { } size } => size,
        _ => 16,
    });

    private static IReadOnlyList<string> Columns(TSqlModel model) =>
    [
        .. model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Where(table => table.Name.Parts[^1] != "__EFMigrationsHistory")
            .SelectMany(table => table.GetReferenced(Table.Columns))
            .Select(column => string.Join(' ', [
                column.Name.ToString(),
                column.GetReferenced(Column.DataType).Single().Name.ToString(),
                column.GetProperty<int>(Column.Length),
                column.GetProperty<bool>(Column.IsMax) ? "max" : "",
                column.GetProperty<bool>(Column.Nullable) ? "null" : "not null",
                column.GetProperty<string>(Column.Collation)]))
            .Order(StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> Names(TSqlModel model, ModelTypeClass type) =>
        [.. model.GetObjects(DacQueryScopes.UserDefined, type).Select(found => found.Name.ToString()).Order(StringComparer.Ordinal)];

    /// <summary>Columns compared with variables, and with lists sent as JSON.</summary>
    private sealed class Comparisons(string sql) : TSqlFragmentVisitor
    {
        public List<(string Column, string Variable)> Seen { get; } = [];

        public List<(string Column, string Type)> Lists { get; } = [];

        public override void Visit(BooleanComparisonExpression node)
        {
            if ((node.FirstExpression, node.SecondExpression) is (ColumnReferenceExpression column, VariableReference variable))
            {
                Seen.Add((Last(column), variable.Name));
            }
        }

        public override void Visit(InPredicate node)
        {
            if (node is { Expression: ColumnReferenceExpression column, Subquery: { } list })
            {
                var declared = new Declared();
                list.Accept(declared);
                Assert.True(declared.Type is not null, sql);
                Lists.Add((Last(column), declared.Type));
            }
        }

        private static string Last(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;
    }

    private sealed class Declared : TSqlFragmentVisitor
    {
        public string? Type { get; private set; }

        public override void Visit(SchemaDeclarationItemOpenjson node) => Type = node.ColumnDefinition.DataType.Name.BaseIdentifier.Value;
    }

    private sealed class ParameterCapture : DbCommandInterceptor
    {
        public List<(string Sql, IReadOnlyDictionary<string, DbType> Parameters)> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Add((command.CommandText, command.Parameters.Cast<DbParameter>().ToDictionary(parameter => parameter.ParameterName, parameter => parameter.DbType)));
            return new(result);
        }
    }
}
