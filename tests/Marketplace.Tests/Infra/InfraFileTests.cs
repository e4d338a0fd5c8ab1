using System.Text.Json;

namespace Marketplace.Tests.Infra;

/// <summary>The files in infra/ against schemas and grammars that others keep: Compose, Kubernetes, Dockerfiles, PromQL (tests/infra/check.mjs).</summary>
public sealed class InfraFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_file_fits_the_schema_or_grammar_of_its_kind()
    {
        var (faults, checkedFiles) = await CheckAsync();

        Assert.Empty(faults);
        Assert.Equal(Repository.Files("infra", "Dockerfile").Count, checkedFiles["dockerfile"]);
        Assert.Equal(1, checkedFiles["compose"]);
    }

    [Theory]
    [InlineData("compose.yaml", "services: { shop: { imag: x } }", "imag")]
    [InlineData("compose.yaml", "services: { shop: { image: x, depends_on: { y: { condition: healthy } } } }", "allowed values")]
    [InlineData("kubernetes/shop.yaml", "{ apiVersion: apps/v1, kind: Deployment, metadata: { name: shop }, spec: { template: { metadata: {} } } }", "required property selector")]
    [InlineData("kubernetes/shop.yaml", "{ apiVersion: v1, kind: Service, metadata: { name: shop }, spec: { ports: [{ port: http }] } }", "must be integer")]
    [InlineData("shop.Dockerfile", "FORM scratch", "Unknown instruction")]
    [InlineData("alerts.yaml", "groups: [{ rules: [{ expr: 'rate(x[5m] > 1' }] }]", "not PromQL")]
    [InlineData("dashboard.json", """{ "panels": [ }""", "JSON")]
    public async Task A_fault_in_a_file_is_found(string name, string content, string said)
    {
        var file = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        var (faults, _) = await CheckAsync(_folder.FullName);

        Assert.Contains(faults, fault => fault.StartsWith(name, StringComparison.Ordinal) && fault.Contains(said, StringComparison.Ordinal));
    }

    private static async Task<(string[] Faults, Dictionary<string, int> Checked)> CheckAsync(params string[] folder)
    {
        var answer = JsonDocument.Parse(await NodeProgram.RunAsync("infra", ["check.mjs", .. folder])).RootElement;

        return (answer.GetProperty("faults").Deserialize<string[]>()!, answer.GetProperty("checked").Deserialize<Dictionary<string, int>>()!);
    }
}
