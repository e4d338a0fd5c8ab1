using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Marketplace.Tests.GraphQL;

public sealed class LimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Monsters { get; } = new()
    {
        { "{ fruits { pieces { fruit { pieces { fruit { pieces { fruit { pieces { fruit { pieces { fruit { pieces { number } } } } } } } } } } } } }", "DEPTH_LIMIT_EXCEEDED" },
        { "{ fruits { ...F } } fragment F on Fruit { pieces { fruit { pieces { fruit { pieces { fruit { pieces { fruit { pieces { fruit { pieces { number } } } } } } } } } } } }", "DEPTH_LIMIT_EXCEEDED" },
        { "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "DEPTH_LIMIT_EXCEEDED" },
        { "{ " + string.Concat(Enumerable.Range(0, 31).Select(n => $"a{n}: echo ")) + "}", "ALIAS_LIMIT_EXCEEDED" },
        { "{ " + string.Concat(Enumerable.Repeat("echo ", 501)) + "}", "DOCUMENT_TOO_LARGE" },
        { "{ echo } #" + new string('x', 40_000), "DOCUMENT_TOO_LARGE" },
        { "{ ...A ...A } " + string.Concat(Enumerable.Range('A', 20).Select(c => $"fragment {(char)c} on Query {{ ...{(char)(c + 1)} ...{(char)(c + 1)} }} ")) + "fragment U on Query { echo }", "COST_LIMIT_EXCEEDED" },
        { "{ fruits(first: 100) { similar(first: 100) { name } } }", "COST_LIMIT_EXCEEDED" },
        { "{ fruits(first: 2147483647) { similar(first: 2147483647) { similar(first: 2147483647) { name } } } }", "COST_LIMIT_EXCEEDED" },
        { "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "GRAPHQL_VALIDATION_FAILED" },
        { new string('{', 5000), "GRAPHQL_PARSE_FAILED" },
    };

    [Theory]
    [MemberData(nameof(Monsters))]
    public async Task A_monstrous_document_is_refused_quickly_each_time_it_comes(string query, string code)
    {
        await using var host = await SampleHost.StartAsync();

        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(code, CodeOf(await host.AskAsync(query)));
        }
    }

    [Fact]
    public async Task The_cost_counts_the_variables_of_each_request_on_known_documents_too()
    {
        await using var host = await SampleHost.StartAsync();
        const string query = "query A($n: Int = 5) { fruits(first: $n) { similar(first: $n) { name } } }";

        Assert.Equal(JsonValueKind.Object, (await host.AskAsync(query)).GetProperty("data").ValueKind);
        Assert.Equal(JsonValueKind.Object, (await host.AskAsync(query, new { n = 10 })).GetProperty("data").ValueKind);
        Assert.Equal("COST_LIMIT_EXCEEDED", CodeOf(await host.AskAsync(query, new { n = 100 })));
        Assert.Contains("10100", await host.TextAsync(query, new { n = 100 }));
        Assert.Contains("5000", await host.TextAsync(query, new { n = 100 }));
    }

    [Theory]
    [InlineData("{ echo }", 1)]
    [InlineData("{ fruits(first: 10) { name number } }", 10)]
    [InlineData("{ fruits { name } }", 20)]
    [InlineData("{ fruit(number: 1) { name } }", 1)]
    [InlineData("{ fruits(first: 10) { names { vi } } }", 20)]
    [InlineData("{ fruits(first: 10) { slow } }", 80)]
    [InlineData("{ fruits(first: 10) { similar { name } } }", 70)]
    [InlineData("{ fruits(first: 10) { similar(first: 2) { stall { name } } } }", 50)]
    [InlineData("{ fruits(first: 10) { ...F ... on Fruit { stall { id } } } } fragment F on Fruit { stall { name } }", 30)]
    [InlineData("{ page(last: 3) { nodes { name } totalCount } }", 9)]
    [InlineData("{ nodes(ids: [\"AAAAAQAAAAAAAAAAAAAAAEZydWl1\", \"AAAAAQAAAAAAAAAAAAAAAEZydWl1\"]) { id } }", 2)]
    [InlineData("{ __schema { types { name fields { name } } } }", 0)]
    public async Task The_cost_is_the_weight_of_the_fields_times_the_pages_around_them_and_is_told_when_asked_for(string query, int cost)
    {
        await using var host = await SampleHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        request.Headers.Add("GraphQL-Cost", "1");

        using var response = await host.SendAsync(request);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;

        Assert.Equal(cost, answer.GetProperty("extensions").GetProperty("cost").GetProperty("value").GetInt32());
        Assert.DoesNotContain("extensions", await host.TextAsync(query));
    }

    [Fact]
    public async Task The_introspection_of_the_usual_tools_passes()
    {
        await using var host = await SampleHost.StartAsync();
        const string type = "fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }";
        const string value = "fragment V on __InputValue { name description type { ...T } defaultValue }";
        const string query = "query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name } types { kind name description "
            + "fields(includeDeprecated: true) { name description args { ...V } type { ...T } isDeprecated deprecationReason } inputFields { ...V } interfaces { ...T } "
            + "enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...T } } directives { name description locations args { ...V } } } } ";

        var answer = await host.AskAsync(query + type + value);

        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_stopped_and_told_so()
    {
        await using var host = await SampleHost.StartAsync();
        var waiting = host.Waiting;
        var answering = host.PostAsync("{\"query\":\"{ wait }\"}");
        await waiting.Started.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        host.Clock.Advance(TimeSpan.FromSeconds(11));

        using var response = await answering;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("\"TIMEOUT\"", await response.Content.ReadAsStringAsync(Cancel));
        await waiting.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_the_work_and_is_no_error()
    {
        await using var host = await SampleHost.StartAsync();
        using var leaving = new CancellationTokenSource();
        var answering = host.Client.PostAsync("/graphql", new StringContent("{\"query\":\"{ wait }\"}", System.Text.Encoding.UTF8, "application/json"), leaving.Token);
        await host.Waiting.Started.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
        await host.Waiting.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.Empty(host.Log.Entries);
    }

    [Fact]
    public async Task A_client_that_asks_too_often_is_told_when_to_come_back_and_others_are_served()
    {
        await using var host = await SampleHost.StartAsync(("GraphQL:RequestBurst", "3"), ("GraphQL:RequestsPerMinute", "6"));
        for (var n = 0; n < 3; n++)
        {
            using var fine = await host.PostAsync("{\"query\":\"{ echo }\"}");
            Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
        }

        using var refused = await host.PostAsync("{\"query\":\"{ echo }\"}");
        using var other = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={echo}");
        other.Headers.Add(SampleHost.ClientHeader, "somebody else");
        using var served = await host.SendAsync(other);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 10);
        Assert.Contains("\"RATE_LIMITED\"", await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Fact]
    public async Task The_host_refuses_to_start_with_a_senseless_limit()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => SampleHost.StartAsync(("GraphQL:MaxDepth", "0")));

        Assert.Contains("MaxDepth", refused.Message);
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
