using System.Diagnostics;

namespace Marketplace.Tests.Hosting;

/// <summary>The program as a process of its own, as a person starts it.</summary>
internal static class ProgramRun
{
    /// <summary>Runs a command over that folder to its end; lines of progress are left out of what it said.</summary>
    public static async Task<(int Code, string Output)> OfAsync(string dataDirectory, params string[] words)
    {
        var stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Marketplace.Api.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Data__Directory"] = dataDirectory, ["Database__Provider"] = "Sqlite", ["Database__ConnectionString"] = "", ["DOTNET_ENVIRONMENT"] = "Production", ["Storefront__Enabled"] = "false" },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        var said = (await errors).Split('\n').Where(line => !line.Contains('%', StringComparison.Ordinal));
        return (process.ExitCode, string.Join('\n', said) + output);
    }
}
