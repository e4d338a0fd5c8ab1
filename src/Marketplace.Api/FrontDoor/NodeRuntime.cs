using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Marketplace.Api.FrontDoor;

/// <summary>Finds the Node that runs the storefront: the one its packages pin, so that any Node that can run npm will do for the build.</summary>
internal static class NodeRuntime
{
    private static readonly Version Oldest = new(22, 17);

    /// <summary>Gives the program to start, or a sentence that says what is missing.</summary>
    public static async Task<(string? Program, string? Trouble)> FindAsync(string? configured, string directory, CancellationToken cancellationToken)
    {
        if (configured is not null)
        {
            return (configured, null);
        }

        if (Pinned(directory) is { } pinned)
        {
            return (pinned, null);
        }

        var version = await VersionOnPathAsync(cancellationToken);
        if (version is null)
        {
            return (null, $"Node was not found: install Node {Oldest} or newer, or name the program in Storefront__Node.");
        }

        return version >= Oldest
            ? ("node", null)
            : (null, $"Node {version} is too old for the storefront: install Node {Oldest} or newer, or name the program in Storefront__Node.");
    }

    private static string? Pinned(string directory)
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var chip = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var program = OperatingSystem.IsWindows() ? "node.exe" : "node";
        string[] packages = [$"node-{system}-{chip}", $"node-bin-{system}-{chip}"];

        return packages.Select(package => Path.Combine(directory, "node_modules", package, "bin", program)).FirstOrDefault(File.Exists);
    }

    private static async Task<Version?> VersionOnPathAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { UseShellExecute = false, RedirectStandardOutput = true })
                ?? throw new InvalidOperationException("The system gave no process for 'node --version'.");
            var answer = await node.StandardOutput.ReadToEndAsync(cancellationToken);
            await node.WaitForExitAsync(cancellationToken);

            return Version.TryParse(answer.Trim().TrimStart('v'), out var version) ? version : null;
        }
        catch (Win32Exception)
        {
            // This is how .NET says that there is no such program.
            return null;
        }
    }
}
