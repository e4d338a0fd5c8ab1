using System.Diagnostics;

namespace Marketplace.Tests;

/// <summary>A Node program beside the tests, with the packages that its lock file names: checks that others keep.</summary>
internal static class NodeProgram
{
    /// <summary>Runs <c>node</c> in a folder of <c>tests/</c> (or a whole path), installs its packages where they are missing, and gives what it printed.</summary>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var directory = Path.Combine(Repository.PathOf("tests"), folder);
        if (File.Exists(Path.Combine(directory, "package.json")) && !Directory.Exists(Path.Combine(directory, "node_modules")))
        {
            await RunAsync(directory, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"]);
        }

        return await RunAsync(directory, "node", arguments);
    }

    private static async Task<string> RunAsync(string folder, string program, string[] arguments)
    {
        using var process = Start(folder, program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"“{program} {string.Join(' ', arguments)}” failed in {folder}: {errors}");
        return await output;
    }

    private static Process Start(string folder, string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"This test needs {program} on the path: install Node.js 20 or newer.", missing);
        }
    }
}
