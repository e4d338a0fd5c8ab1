using Marketplace.Api.SharedState;
using Marketplace.Api.Telemetry;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;

namespace Marketplace.Api.Hosting;

/// <summary>A setting or file with which the host cannot start. The message is one sentence: what is wrong, and what would be right.</summary>
internal sealed class StartException(string message) : Exception(message);

/// <summary>Which database holds the marketplace.</summary>
internal enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>The host's own settings, read and checked once at start.</summary>
internal sealed record Settings
{
    private const string DirectoryKey = "Data:Directory";
    private const string ProviderKey = "Database:Provider";
    private const string ConnectionKey = "Database:ConnectionString";
    private const string SeedKey = "Demo:Seed";
    private const string DatabaseName = "marketplace.db";

    /// <summary>The framework's own setting, in which the host only has another default.</summary>
    internal const string UrlsKey = "Urls";

    /// <summary>Every setting outside the options types, as it is written in the environment; README.md has a row for each.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        [.. new[] { DirectoryKey, ProviderKey, ConnectionKey, SeedKey, UrlsKey, SharedStateSetup.ConnectionKey, TelemetrySetup.EndpointKey, TelemetrySetup.NameKey }.Concat(SearchSettings.Keys).Concat(FileSettings.Keys).Select(Variable)];

    /// <summary>Where the embedded database and index lie.</summary>
    public required string DataDirectory { get; init; }

    public required DatabaseProvider Provider { get; init; }

    public required string ConnectionString { get; init; }

    public required SearchSettings Search { get; init; }

    public required FileSettings Files { get; init; }

    /// <summary>Whether an empty database is filled with the real catalogue and demonstration data.</summary>
    public required bool Seed { get; init; }

    /// <summary>The SQLite file; null with SQL Server.</summary>
    public string? DatabaseFile => Provider == DatabaseProvider.Sqlite ? Path.Combine(DataDirectory, DatabaseName) : null;

    public static Settings Read(IConfiguration configuration, string contentRoot)
    {
        var directory = Path.GetFullPath(configuration[DirectoryKey] is { Length: > 0 } given ? given : "data", contentRoot);
        var provider = Choice(configuration, ProviderKey, DatabaseProvider.Sqlite);
        var connection = configuration[ConnectionKey];
        if (provider == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(connection))
        {
            throw new StartException("Database__ConnectionString is missing: Database__Provider=SqlServer needs one, for example Server=db;Database=Marketplace;User Id=…;Password=…;Encrypt=True.");
        }

        if (provider == DatabaseProvider.SqlServer && SqlServerDatabase.FaultOf(connection!) is { } fault)
        {
            throw new StartException($"Database__ConnectionString cannot be used: {fault}; write it like Server=db;Database=Marketplace;User Id=…;Password=…;Encrypt=True.");
        }

        if (provider == DatabaseProvider.Sqlite && !string.IsNullOrWhiteSpace(connection))
        {
            throw new StartException("Database__ConnectionString is for SQL Server only: the embedded database lies in Data__Directory; set Database__Provider=SqlServer or remove the connection string.");
        }

        return new Settings
        {
            DataDirectory = directory,
            Provider = provider,
            ConnectionString = provider == DatabaseProvider.SqlServer ? connection! : SqliteDatabase.ConnectionString(Path.Combine(directory, DatabaseName)),
            Search = SearchSettings.Read(configuration, contentRoot),
            Files = FileSettings.Read(configuration, contentRoot, directory),
            Seed = Flag(configuration, SeedKey, otherwise: true),
        };
    }

    internal static T Choice<T>(IConfiguration configuration, string key, T otherwise)
        where T : struct, Enum
    {
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text))
        {
            return otherwise;
        }

        return Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<T>(known)
            : throw new StartException($"{Variable(key)} is \"{text}\" but must be {string.Join(" or ", Enum.GetNames<T>())}.");
    }

    private static bool Flag(IConfiguration configuration, string key, bool otherwise)
    {
        var text = configuration[key];
        return string.IsNullOrWhiteSpace(text) ? otherwise
            : bool.TryParse(text, out var flag) ? flag
            : throw new StartException($"{Variable(key)} is \"{text}\" but must be true or false.");
    }

    internal static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
