using System.Data;
using System.Reflection;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Evidence;
using Marketplace.Core.Listings;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Certification;
using Marketplace.Data.Evidence;
using Marketplace.Data.Import;
using Marketplace.Data.Listings;
using Marketplace.Data.Ordering;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OcopCertificate = Marketplace.Core.Certification.Certificate;

namespace Marketplace.Tests.Data;

/// <summary>What can be proven of both databases without a server: scripts, pending changes, and the T-SQL of every query.</summary>
public sealed class DatabaseContractTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Providers => ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_tables_are_the_ones_checked_in(string provider)
    {
        using var db = Open(provider);

        Snapshot.Matches($"tables.{provider.ToLowerInvariant()}.sql", db.Database.GenerateCreateScript());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_model_has_no_change_without_a_migration(string provider)
    {
        using var db = Open(provider);

        Assert.False(db.Database.HasPendingModelChanges(), "Add a migration to both databases: see CONTRIBUTING.md.");
    }

    [Fact]
    public async Task Sqlite_takes_its_migrations_and_ends_with_the_tables_of_the_model()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();

        var tables = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").ToListAsync(Stop);

        var mapped = db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct();
        Assert.Equal(mapped.Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Listings_that_were_there_before_are_as_old_as_they_were_listed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(ImportFiles.Shipped());
        await database.AddDemonstrationAsync();
        await using var db = database.Open();

        await db.GetService<IMigrator>().MigrateAsync("Catalogue", Stop);
        await db.GetService<IMigrator>().MigrateAsync(cancellationToken: Stop);

        var listed = await db.Products.AsNoTracking().ToDictionaryAsync(product => product.Id, Stop);
        Assert.All(listed.Values, product => Assert.Equal(product.ListedAt, product.UpdatedAt));
        Assert.All(await db.Offers.AsNoTracking().ToListAsync(Stop), offer => Assert.Equal(listed[offer.ProductId].ListedAt, offer.UpdatedAt));
        Assert.All(await db.Certificates.AsNoTracking().ToListAsync(Stop), certificate => Assert.Equal(listed[certificate.ProductId].ListedAt, certificate.UpdatedAt));
        Assert.All(await db.Producers.AsNoTracking().ToListAsync(Stop), producer => Assert.True(producer.UpdatedAt > DateTime.UnixEpoch));
    }

    [Fact]
    public void The_whole_sql_server_script_parses_and_makes_a_sound_database()
    {
        using var model = SqlServerModel();

        Assert.DoesNotContain(model.Validate(), message => message.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error);
        using var db = Open("SqlServer");
        Assert.Equal(db.Model.GetEntityTypes().Select(type => type.GetTableName()).Append("__EFMigrationsHistory").Distinct().Count(), model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Count());
    }

    [Fact]
    public async Task The_tsql_of_every_query_parses_and_names_only_what_is_there()
    {
        using var model = SqlServerModel();
        var queries = await EveryQueryAsync();

        foreach (var (name, sql) in queries)
        {
            Parse(sql, name);
            var variables = string.Join(", ", Variables(sql));
            model.AddObjects($"CREATE PROCEDURE [dbo].[{name}] ({variables}) AS BEGIN {sql} END".Replace(" () AS", " AS", StringComparison.Ordinal));
        }

        var errors = model.Validate().Where(message => message.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error).Select(message => message.ToString());
        Assert.Empty(errors);
        Assert.True(queries.Count >= 22, $"Only {queries.Count} statements were seen.");
    }

    /// <summary>What the offline model does not see: SQL Server refuses cascades that meet, and keys beyond 900 bytes (1,700 for other indexes).</summary>
    [Fact]
    public void No_delete_cascades_between_aggregates_and_every_index_key_is_short_enough()
    {
        using var db = Open("SqlServer");

        var cascades = db.Model.GetEntityTypes().Where(type => !type.IsOwned()).SelectMany(type => type.GetForeignKeys()).Where(key => key.DeleteBehavior == DeleteBehavior.Cascade);
        var wide = db.Model.GetEntityTypes().SelectMany(type => type.GetIndexes()).Where(index => index.Properties.Sum(Bytes) > 1700);

        Assert.Empty(cascades);
        Assert.Empty(wide);
    }

    private static int Bytes(IProperty property) => property.ClrType == typeof(string)
        ? (property.GetRelationalTypeMapping().Size ?? 10_000) * (property.GetRelationalTypeMapping().IsUnicode ? 2 : 1)
        : 16;

    internal static MarketplaceDb Open(string provider, params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        _ = provider == "Sqlite" ? options.UseMarketplaceSqlite("Data Source=none") : options.UseMarketplaceSqlServer("Server=none");
        options.AddInterceptors(interceptors);
        if (provider != "Sqlite" && interceptors.Length > 0)
        {
            // What may be tried again is read whole before the first row comes out, and made-up answers are not whole.
            options.UseSqlServer(sqlServer => sqlServer.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)));
        }

        return new MarketplaceDb(options.Options);
    }

    /// <summary>Calls every read of the query classes on SQL Server's dialect and catches what it would have sent.</summary>
    private static async Task<IReadOnlyList<(string Name, string Sql)>> EveryQueryAsync()
    {
        List<(string, string)> seen = [];
        foreach (var method in typeof(MarketplaceDb).Assembly.GetTypes().Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal)).SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)))
        {
            var capture = new SqlCapture();
            await using var db = Open("SqlServer", capture);
            object?[] arguments = [.. method.GetParameters().Select(parameter => Sample(parameter, db))];
            await (Task)method.Invoke(null, arguments)!;
            Assert.NotEmpty(capture.Commands);
            seen.AddRange(capture.Commands.Select((sql, i) => ($"{method.Name}_{i}", sql)));
        }

        return seen;
    }

    internal static object? Sample(ParameterInfo parameter, MarketplaceDb db) => parameter.ParameterType switch
    {
        { } type when type == typeof(MarketplaceDb) => db,
        { } type when type == typeof(CancellationToken) => Stop,
        { } type when type == typeof(string) => "text",
        { } type when type == typeof(int) => 10,
        { } type when type == typeof(long) => 10L,
        { } type when type == typeof(byte) => (byte)1,
        { } type when type == typeof(DateTime) => new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
        { } type when type == typeof(bool) => true,
        { } type when type == typeof(DateOnly) => new DateOnly(2026, 11, 22),
        { } type when type == typeof(Guid?) || type == typeof(Guid) => Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
        { } type when type == typeof(ProducerChoice) => new ProducerChoice([ProducerKind.Household], ["ba-tri"]),
        { } type when type == typeof(ProductChoice) => new ProductChoice(new(2026, 11, 22))
        {
            Groups = ["food"],
            Districts = ["ba-tri"],
            Communes = ["an-thuy"],
            ProducerIds = [Guid.CreateVersion7(DateTimeOffset.UnixEpoch)],
            Stars = [5],
            Certified = true,
        },
        { } type when type == typeof(Guid) => Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
        { } type when type == typeof(ListingState?) => null,
        { } type when type == typeof(AuditFilter) => new AuditFilter(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch), "text"),
        { } type when type == typeof(DecisionPlace?) => new DecisionPlace(new(2026, 11, 22), Guid.CreateVersion7(DateTimeOffset.UnixEpoch), 1),
        { } type when type == typeof(Organisation) => new Organisation { Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Kind = OrganisationKind.Producer, Name = "text", CreatedAt = DateTime.UnixEpoch },
        { } type when type == typeof(ListingPlace) => new ListingPlace(DateTime.UnixEpoch, Guid.Empty),
        { } type when type == typeof(EvidencePlace) => new EvidencePlace(DateTime.UnixEpoch, Guid.Empty),
        { } type when type == typeof(EvidenceState) => EvidenceState.InReview,
        { } type when type == typeof(EvidenceFile) => EvidenceFile.Send(Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, new(EvidenceKind.Other, "text", null, "text", new(2026, 11, 22), null), new(Guid.Empty, PaperFormat.Pdf, 1, "text"), Guid.Empty, DateTimeOffset.UnixEpoch),
        { } type when type == typeof(ListPlace) => new ListPlace(Guid.Empty, DateTime.UnixEpoch, "text"),
        { } type when type == typeof(OrderPlace) => new OrderPlace(DateTime.UnixEpoch, Guid.Empty),
        { } type when type == typeof(StockMove) => new StockMove(Guid.Empty, 1),
        { } type when type == typeof(WeekMove) => new WeekMove(Guid.Empty, new(2026, 11, 23), 1),
        { } type when type == typeof(Moves) => Moves.Of([new StockMove(Guid.Empty, 1)], []),
        { } type when type.IsAssignableFrom(typeof(OrderState[])) => new[] { OrderState.Placed, OrderState.Confirmed },
        { } type when type == typeof(ProducerPosition) => new ProducerPosition("AB", Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
        { } type when type == typeof(IReadOnlyList<OcopCertificate>) => Array.Empty<OcopCertificate>(),
        { } type when type.IsAssignableFrom(typeof(string[])) => new[] { "text", "other" },
        { } type when type.IsAssignableFrom(typeof(Guid[])) => new[] { Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch) },
        { } type => throw new InvalidOperationException($"No sample for {type.Name} {parameter.Name}: add one."),
    };

    internal static TSqlModel SqlServerModel()
    {
        using var db = Open("SqlServer");
        return ModelOf(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
    }

    internal static TSqlModel ModelOf(string script)
    {
        var statements = new Definitions();
        Parse(script, "the script").Accept(statements);
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var statement in statements.Scripts)
        {
            model.AddObjects(statement);
        }

        return model;
    }

    internal static TSqlFragment Parse(string sql, string name)
    {
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.True(errors.Count == 0, $"{name}: {string.Join("; ", errors.Select(error => $"line {error.Line}: {error.Message}"))}\n{sql}");
        return fragment;
    }

    /// <summary>Parameters that the statement uses but does not declare.</summary>
    private static IEnumerable<string> Variables(string sql)
    {
        var visitor = new VariableNames();
        Parse(sql, "a query").Accept(visitor);
        return visitor.Names.Except(visitor.Declared).Select(name => $"{name} {(name.Contains("Id", StringComparison.OrdinalIgnoreCase) ? "uniqueidentifier" : "nvarchar(4000)")}");
    }
}
