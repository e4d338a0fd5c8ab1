namespace Marketplace.E2E;

/// <summary>The system's own Chromium: the tests bring the driver with them, and no browser.</summary>
internal static class Chromium
{
    /// <summary>No sandbox, because tests run as root in containers; and no calls to anybody's servers.</summary>
    public static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static string Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : OnPath()
            ?? throw new InvalidOperationException("The browser tests need Chromium: install it (on Debian and Ubuntu: apt-get install chromium) or name the program in CHROMIUM.");

    private static string? OnPath() =>
        Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
