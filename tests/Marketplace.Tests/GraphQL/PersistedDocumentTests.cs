using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Marketplace.Tests.GraphQL;

public sealed class PersistedDocumentTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_document_may_be_named_by_its_hash()
    {
        Store("query A($t: String) { echo(text: $t) }");
        await using var host = await SampleHost.StartAsync(("GraphQL:PersistedDocuments", _file));
        var body = JsonSerializer.Serialize(new { documentId = Id("query A($t: String) { echo(text: $t) }"), variables = new { t = "dừa" } });

        for (var round = 0; round < 2; round++)
        {
            using var response = await host.PostAsync(body);
            Assert.Equal("{\"data\":{\"echo\":\"Vi 2026-11-23 dừa\"}}", await response.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Fact]
    public async Task An_unknown_hash_is_a_bad_request_even_when_there_is_no_file()
    {
        await using var host = await SampleHost.StartAsync(("GraphQL:PersistedDocuments", _file));

        using var response = await host.Client.GetAsync("/graphql?documentId=" + Id("{ echo }"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"PERSISTED_DOCUMENT_NOT_FOUND\"", await response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_document_that_does_not_have_its_hash_is_left_out_and_reported()
    {
        File.WriteAllText(_file, JsonSerializer.Serialize(new Dictionary<string, string> { [Id("{ echo }")] = "{ boom }" }));
        await using var host = await SampleHost.StartAsync(("GraphQL:PersistedDocuments", _file));

        using var response = await host.Client.GetAsync("/graphql?documentId=" + Id("{ echo }"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(host.Log.Entries, entry => entry.Text.Contains("does not have that hash", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_file_is_read_again_without_a_restart()
    {
        Store("{ echo }");
        await using var host = await SampleHost.StartAsync(("GraphQL:PersistedDocuments", _file));
        using var before = await host.Client.GetAsync("/graphql?documentId=" + Id("{ price { amount } }"), Cancel);
        Store("{ price { amount } }");
        File.SetLastWriteTimeUtc(_file, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        using var after = await host.Client.GetAsync("/graphql?documentId=" + Id("{ price { amount } }"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static string Id(string document) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private void Store(string document) => File.WriteAllText(_file, JsonSerializer.Serialize(new Dictionary<string, string> { [Id(document)] = document }));
}
