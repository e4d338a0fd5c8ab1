using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Marketplace.E2E;

/// <summary>The storefront's own checks, so that one command runs everything.</summary>
public sealed class StorefrontSourceTests
{
    [Theory]
    [InlineData("check", "types, warnings, colours outside the tokens")]
    [InlineData("test", "addresses and the state of a search")]
    public async Task The_storefronts_own_checks_pass(string script, string what)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var start = new ProcessStartInfo(npm, ["run", "--silent", script])
        {
            WorkingDirectory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "web")),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, $"{what}:\n{output}\n{await errors}");
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
