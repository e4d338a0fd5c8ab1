using System.Diagnostics;
using System.Text;
using Marketplace.Api.Hosting;
using Microsoft.Extensions.Configuration;

namespace Marketplace.Tests.Hosting;

/// <summary>The program as a person starts it: its commands, and the one sentence with which it refuses.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("start-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(_data.FullName, "marketplace.db");

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database__Provider is \"Oracle\" but must be Sqlite or SqlServer.")]
    [InlineData("Database:Provider", "SqlServer", "Database__ConnectionString is missing: Database__Provider=SqlServer needs one, for example Server=db;Database=Marketplace;User Id=…;Password=…;Encrypt=True.")]
    [InlineData("Database:ConnectionString", "Server=x", "Database__ConnectionString is for SQL Server only: the embedded database lies in Data__Directory; set Database__Provider=SqlServer or remove the connection string.")]
    [InlineData("Search:Engine", "Solr", "Search__Engine is \"Solr\" but must be Lucene or Elasticsearch.")]
    [InlineData("Demo:Seed", "perhaps", "Demo__Seed is \"perhaps\" but must be true or false.")]
    public void A_bad_setting_is_named_with_what_would_be_right(string key, string value, string message)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        var refused = Assert.Throws<StartException>(() => Settings.Read(configuration, _data.FullName));

        Assert.Equal(message, refused.Message);
    }

    [Theory]
    [InlineData("Server=db", "it names no database (Database=…)")]
    [InlineData("Database=Marketplace", "it names no server (Server=…)")]
    [InlineData("Server=db;Databse=Marketplace", "Keyword not supported: 'databse'")]
    public void A_connection_string_that_leads_nowhere_is_refused_without_asking_a_server(string connection, string fault)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Database:Provider", "SqlServer"), new("Database:ConnectionString", connection)]).Build();

        var refused = Assert.Throws<StartException>(() => Settings.Read(configuration, _data.FullName));

        Assert.Equal($"Database__ConnectionString cannot be used: {fault}; write it like Server=db;Database=Marketplace;User Id=…;Password=…;Encrypt=True.", refused.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_in_one_sentence()
    {
        var (code, output) = await RunAsync("migrate", "--Database:Provider=SqlServer", "--Database:ConnectionString=Server=127.0.0.1,1;Database=Marketplace;User Id=u;Password=p;Connect Timeout=2");

        Assert.Equal(1, code);
        Assert.StartsWith("SQL Server at 127.0.0.1,1 cannot be used (", output, StringComparison.Ordinal);
        Assert.EndsWith("see whether it runs, and what Database__ConnectionString says of server, database and account.", output.Trim(), StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_damaged_database_is_refused_in_one_sentence_and_left_as_it_is()
    {
        var garbage = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("not a database. ", 1000)));
        await File.WriteAllBytesAsync(DatabaseFile, garbage, Stop);

        var (code, output) = await RunAsync("migrate");

        Assert.Equal(1, code);
        Assert.Equal($"The database file {DatabaseFile} cannot be read (SQLite Error 26: 'file is not a database'.): restore it from a backup, or move it away to start with an empty one; it was not changed.", output.Trim());
        Assert.Equal(garbage, await File.ReadAllBytesAsync(DatabaseFile, Stop));
        Assert.Equal(["marketplace.db"], _data.EnumerateFileSystemInfos().Select(file => file.Name));
    }

    [Fact]
    public async Task Commands_say_what_they_did_and_close_with_their_exit_code()
    {
        var (migrated, first) = await RunAsync("migrate");
        var (again, second) = await RunAsync("migrate");
        Assert.Equal((0, 0), (migrated, again));
        Assert.Contains("Applied: ", first, StringComparison.Ordinal);
        Assert.Equal("The database is up to date.", second.Trim());

        var (rebuilt, third) = await RunAsync("search", "rebuild", "--Demo:Seed=true");
        Assert.Equal(0, rebuilt);
        Assert.Contains("The search index holds 339 products and producers.", third, StringComparison.Ordinal);

        var folder = Directory.CreateDirectory(Path.Combine(_data.FullName, "files"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "producers.json"), """{ "producers": [ { "id": "a-b", "nameVi": "A", "kind": "shop" } ] }""", Stop);
        var (refused, fourth) = await RunAsync("import", folder.FullName);
        Assert.Equal(1, refused);
        Assert.Contains("producers.json: a-b.kind: \"shop\" is not known; choose one of: cooperative, cooperative-group, enterprise, household.", fourth, StringComparison.Ordinal);
        Assert.Contains("1 fault; nothing was imported.", fourth, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "producers.json"), """{ "producers": [ { "id": "a-b", "nameVi": "A", "kind": "household" } ] }""", Stop);
        Assert.Contains("1 new, 0 changed", (await RunAsync("import", folder.FullName)).Output, StringComparison.Ordinal);
        Assert.Contains("0 new, 0 changed", (await RunAsync("import", folder.FullName)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_shows_the_known_ones()
    {
        var (code, output) = await RunAsync("serach", "rebuild");

        Assert.Equal(2, code);
        Assert.StartsWith("\"serach rebuild\" is not a command.\nUsage:", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    public void Dispose() => _data.Delete(recursive: true);

    private async Task<(int Code, string Output)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Marketplace.Api.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Data__Directory"] = _data.FullName, ["Database__Provider"] = "Sqlite", ["Database__ConnectionString"] = "", ["DOTNET_ENVIRONMENT"] = "Production", ["Storefront__Enabled"] = "false" },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        var said = (await errors).Split('\n').Where(line => !line.Contains('%', StringComparison.Ordinal));
        return (process.ExitCode, string.Join('\n', said) + output);
    }
}
