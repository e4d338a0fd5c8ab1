using System.Data.Common;
using System.Reflection;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.EngineTests.Database;

/// <summary>The reads of the catalogue on both databases: what they answer, and how they find it.</summary>
public sealed class ReadTests
{
    /// <summary>Tables that are few rows by their nature and are read whole.</summary>
    private static readonly string[] Small = ["LegalTexts", "ProductGroups", "Districts", "Communes"];

    /// <summary>Reads that are about all rows.</summary>
    private static readonly string[] OfAll = [nameof(CatalogueQueries.ProductCountAsync), nameof(CatalogueQueries.ProducerCountAsync)];

    /// <summary>Reads that give a page in an order over a whole table.</summary>
    private static readonly string[] Ordered = [nameof(CatalogueQueries.NewlyCertifiedAsync)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Every_read_finds_something(Engine engine)
    {
        await using var database = await EngineDatabase.FilledAsync(engine);
        await using var db = database.Open();
        var reads = await Reads.OfAsync(db, Stop);

        foreach (var (name, ask) in reads.All())
        {
            Assert.False(Reads.Written(await ask(db, Stop)) is "null" or "" or "[]" or "0" or "false", name);
        }

        var named = typeof(CatalogueQueries).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Distinct();
        Assert.Equal(named.Order(StringComparer.Ordinal), reads.All().Select(read => read.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_read_answers_on_sql_server_what_it_answers_on_sqlite()
    {
        await using var server = await EngineDatabase.MigratedAsync(Engine.SqlServer);
        await using var embedded = await EngineDatabase.FilledAsync(Engine.Sqlite);
        await using var here = embedded.Open();
        await CopyAsync(here, server);
        await using var there = server.Open();
        var reads = await Reads.OfAsync(here, Stop);

        foreach (var (name, ask) in reads.All())
        {
            Assert.Equal((name, Reads.Written(await ask(here, Stop))), (name, Reads.Written(await ask(there, Stop))));
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Five_thousand_ids_are_one_question(Engine engine)
    {
        await using var database = await EngineDatabase.FilledAsync(engine);
        var sent = new Sent();
        await using var db = database.Open(sent);
        var ids = await db.Products.Select(product => product.Id).ToListAsync(Stop);
        sent.Statements.Clear();

        var found = await db.ListedProductsAsync([.. ids, .. Enumerable.Range(0, 5000).Select(_ => Some.Id())], Stop);
        var slugs = await db.ProductIdsAsync([.. found.Select(product => product.Product.Slug), .. Enumerable.Range(0, 5000).Select(i => $"nothing-{i}")], Stop);

        Assert.Equal((239, 239), (found.Count, slugs.Count));
        Assert.Equal(4, sent.Statements.Count);
        Assert.All(sent.Statements, statement => Assert.Single(statement.Parameters));
    }

    [Fact]
    public async Task A_list_of_any_length_is_the_same_statement()
    {
        await using var database = await EngineDatabase.FilledAsync(Engine.Sqlite);
        var sent = new Sent();
        await using var db = database.Open(sent);

        foreach (var length in (int[])[0, 1, 3, 20, 100, 1000])
        {
            await db.ProducersAsync([.. Enumerable.Range(0, length).Select(_ => Some.Id())], Stop);
        }

        Assert.Single(sent.Statements.Select(statement => statement.Text).Distinct());
    }

    /// <summary>No table that grows is read whole, and the newest are not found by sorting all what an index could hand over in order.</summary>
    [Fact]
    public async Task Every_read_finds_its_rows_by_an_index()
    {
        await using var database = await EngineDatabase.FilledAsync(Engine.Sqlite);
        var sent = new Sent();
        await using var db = database.Open(sent);
        var reads = await Reads.OfAsync(db, Stop);
        List<string> slow = [];

        foreach (var (name, ask) in reads.All().Where(read => !OfAll.Contains(read.Name)))
        {
            sent.Statements.Clear();
            await ask(db, Stop);
            foreach (var statement in sent.Statements.ToList())
            {
                slow.AddRange(SlowSteps(name, statement.Text, await PlanAsync(db, statement)).Select(step => $"{name}: {step}\n{statement.Text}"));
            }
        }

        Assert.True(slow.Count == 0, string.Join("\n\n", slow));
    }

    /// <summary>A table read from end to end: not a list of ids, not what an inner part has found, and not a page read along an index.</summary>
    private static IEnumerable<string> SlowSteps(string read, string sql, IReadOnlyList<string> plan)
    {
        var found = plan.Where(step => step.StartsWith("CO-ROUTINE ", StringComparison.Ordinal) || step.StartsWith("MATERIALIZE ", StringComparison.Ordinal)).Select(step => step.Split(' ')[1]).ToList();
        var paged = sql.Contains("LIMIT", StringComparison.Ordinal);
        return plan.Where(step =>
            (step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal) && step != "SCAN CONSTANT ROW"
                && !found.Contains(step.Split(' ')[1]) && !(paged && step.Contains(" USING ", StringComparison.Ordinal)))
            || (Ordered.Contains(read) && step.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<string>> PlanAsync(MarketplaceDb db, Statement statement)
    {
        if (Small.Any(table => statement.Text.Contains($"FROM \"{table}\"", StringComparison.Ordinal)))
        {
            return [];
        }

        await db.Database.OpenConnectionAsync(Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100
        command.CommandText = "EXPLAIN QUERY PLAN " + statement.Text;
#pragma warning restore CA2100
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        List<string> steps = [];
        await using var reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop))
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    private static async Task CopyAsync(MarketplaceDb from, EngineDatabase to)
    {
        await using var db = to.Open();
        db.AddRange(await from.LegalTexts.AsNoTracking().ToListAsync(Stop));
        db.AddRange(await from.ProductGroups.AsNoTracking().ToListAsync(Stop));
        db.AddRange(await from.Districts.AsNoTracking().ToListAsync(Stop));
        db.AddRange(await from.Communes.AsNoTracking().ToListAsync(Stop));
        db.AddRange(await from.Producers.AsNoTracking().ToListAsync(Stop));
        db.AddRange(await from.Products.AsNoTracking().ToListAsync(Stop));
        db.AddRange(await from.Offers.AsNoTracking().ToListAsync(Stop));
        db.AddRange(await from.Certificates.AsNoTracking().ToListAsync(Stop));
        await db.SaveChangesAsync(Stop);

        // The copy was stamped with its own time; the reads are to be told apart by nothing but the database.
        foreach (var table in (string[])["Producers", "Products", "Offers", "Certificates"])
        {
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync($"UPDATE \"{table}\" SET \"UpdatedAt\" = '2026-11-22 02:00:00'", Stop);
            await from.Database.ExecuteSqlRawAsync($"UPDATE \"{table}\" SET \"UpdatedAt\" = '2026-11-22 02:00:00'", Stop);
#pragma warning restore EF1002
        }
    }

    private sealed record Statement(string Text, IReadOnlyDictionary<string, object?> Parameters);

    private sealed class Sent : DbCommandInterceptor
    {
        public List<Statement> Statements { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements.Add(new(command.CommandText, command.Parameters.Cast<DbParameter>().ToDictionary(parameter => parameter.ParameterName, parameter => parameter.Value)));
            return new(result);
        }
    }
}
