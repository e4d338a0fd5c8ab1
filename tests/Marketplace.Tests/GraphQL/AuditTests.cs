using System.Text.Json;

namespace Marketplace.Tests.GraphQL;

/// <summary>The specification's own audits, run by their authors' package against the real host on a real port.</summary>
public sealed class AuditTests
{
    private const int Known = 61;

    [Fact]
    public async Task The_host_passes_every_audit_of_GraphQL_over_HTTP()
    {
        await using var factory = new MarketplaceApp();
        factory.UseKestrel(0);
        factory.StartServer();

        var output = await NodeProgram.RunAsync("audit", "audit.mjs", new Uri(factory.ClientOptions.BaseAddress, "/graphql").ToString());
        var audits = JsonDocument.Parse(output).RootElement.EnumerateArray().ToArray();

        Assert.True(audits.Length >= Known, $"Only {audits.Length} audits ran.");
        Assert.Empty(audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.GetRawText()));
    }
}
