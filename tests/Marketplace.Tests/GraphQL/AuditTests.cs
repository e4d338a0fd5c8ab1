using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Marketplace.Tests.GraphQL;

/// <summary>The specification's own audits, run by their authors' package against the real host on a real port.</summary>
public sealed class AuditTests
{
    private const int Known = 61;

    [Fact]
    public async Task The_host_passes_every_audit_of_GraphQL_over_HTTP()
    {
        var folder = Path.Combine(Folder(), "..", "..", "audit");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await RunAsync(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"]);
        }

        await using var factory = new MarketplaceApp();
        factory.UseKestrel(0);
        factory.StartServer();

        var output = await RunAsync(folder, "node", ["audit.mjs", new Uri(factory.ClientOptions.BaseAddress, "/graphql").ToString()]);
        var audits = JsonDocument.Parse(output).RootElement.EnumerateArray().ToArray();

        Assert.True(audits.Length >= Known, $"Only {audits.Length} audits ran.");
        Assert.Empty(audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.GetRawText()));
    }

    private static async Task<string> RunAsync(string folder, string program, string[] arguments)
    {
        using var process = Start(folder, program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"“{program} {string.Join(' ', arguments)}” failed in {Path.GetFullPath(folder)}: {errors}");
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
            throw new InvalidOperationException($"The audits need {program} on the path: install Node.js 20 or newer.", missing);
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";
}
