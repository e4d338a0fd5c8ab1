namespace Marketplace.EngineTests.Database;

/// <summary>The databases that the marketplace runs on.</summary>
public enum Engine
{
    Sqlite,
    SqlServer,
}

/// <summary>Which databases a test runs on: SQLite always, SQL Server where one is named.</summary>
public static class Engines
{
    private const string Provider = "Database__Provider";
    private const string ConnectionString = "Database__ConnectionString";

    public static TheoryData<Engine> Both => [Engine.Sqlite, Engine.SqlServer];

    /// <summary>The server that the environment names, with the same two variables as the host reads.</summary>
    /// <remarks>The account must be one that may create and drop databases; the database named in the string is not touched.</remarks>
    public static string SqlServer()
    {
        var server = Environment.GetEnvironmentVariable(ConnectionString);
        var chosen = string.Equals(Environment.GetEnvironmentVariable(Provider), nameof(Engine.SqlServer), StringComparison.OrdinalIgnoreCase);
        Assert.SkipUnless(chosen && !string.IsNullOrWhiteSpace(server), $"no SQL Server here: set {Provider}=SqlServer and {ConnectionString} to run this half");
        return server!;
    }
}
