using System.Net;
using System.Text.Json;

namespace Marketplace.Tests.GraphQL;

public sealed class HttpTests : IAsyncLifetime
{
    private const string Hello = "{\"query\":\"{ echo }\"}";
    private SampleHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await SampleHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData("*/*", "application/json; charset=utf-8")]
    [InlineData("application/*", "application/json; charset=utf-8")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/graphql-response+json;q=0.5, application/json", "application/json; charset=utf-8")]
    [InlineData("text/html, application/graphql-response+json;q=0.1", "application/graphql-response+json; charset=utf-8")]
    public async Task The_answer_comes_in_the_form_that_the_client_prefers(string accept, string expected)
    {
        using var response = await _host.PostAsync(Hello, accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_client_that_accepts_no_form_of_ours_gets_406(string accept)
    {
        using var response = await _host.PostAsync(Hello, accept);

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData(null)]
    public async Task A_body_that_is_not_declared_as_utf8_json_gets_415(string? contentType)
    {
        using var response = await _host.PostAsync(Hello, contentType: contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("[{\"query\":\"{ echo }\"}]", "Batches")]
    [InlineData("{\"query\":", "not valid JSON")]
    [InlineData("{\"query\":\"{ echo }\"} trailing", "not valid JSON")]
    [InlineData("", "not valid JSON")]
    [InlineData("7", "not valid JSON")]
    [InlineData("{}", "required")]
    [InlineData("{\"query\":\"{ echo }\",\"documentId\":\"sha256:0\"}", "not both")]
    [InlineData("{\"query\":7}", "not valid JSON")]
    [InlineData("{\"query\":\"{ echo }\",\"variables\":[]}", "not valid JSON")]
    public async Task A_request_that_cannot_be_read_gets_400_and_says_why_in_either_form(string body, string reason)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            using var response = await _host.PostAsync(body, accept, language: "en");

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(reason, await response.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Theory]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query A { echo } query B { echo }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { echo }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query A($n: Int!) { fruits(first: $n) { name } }", "BAD_USER_INPUT")]
    public async Task A_document_that_cannot_run_is_400_in_the_new_form_200_in_the_old_and_has_no_data(string query, string code)
    {
        foreach (var (accept, status) in new[] { ("application/graphql-response+json", HttpStatusCode.BadRequest), ("application/json", HttpStatusCode.OK) })
        {
            using var response = await _host.PostAsync(JsonSerializer.Serialize(new { query }), accept);
            var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;

            Assert.Equal(status, response.StatusCode);
            Assert.False(answer.TryGetProperty("data", out _));
            Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_query_may_come_by_GET_with_variables()
    {
        var url = "/graphql?query=" + Uri.EscapeDataString("query A($t: String) { echo(text: $t) }") + "&variables=" + Uri.EscapeDataString("{\"t\":\"dừa\"}");

        Assert.Equal("{\"data\":{\"echo\":\"Vi 2026-11-23 dừa\"}}", await _host.Client.GetStringAsync(url, Cancel));
    }

    [Fact]
    public async Task A_mutation_by_GET_gets_405_even_when_the_document_is_known_already()
    {
        const string mutation = "mutation { increment(by: 1) }";
        await _host.TextAsync(mutation);

        using var response = await _host.Client.GetAsync("/graphql?query=" + Uri.EscapeDataString(mutation), Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Other_methods_get_405_and_are_told_which_are_allowed()
    {
        using var response = await _host.SendAsync(new HttpRequestMessage(HttpMethod.Put, "/graphql"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_gets_413_with_or_without_a_declared_length(bool declared)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        var body = "{\"query\":\"{ echo(text: \\\"" + new string('x', 200 * 1024) + "\\\") }\"}";
        request.Content = declared ? new StringContent(body) : new StreamContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body)));
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = !declared;

        using var response = await _host.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(null, "Vi")]
    [InlineData("en", "En")]
    [InlineData("en-GB,en;q=0.9", "En")]
    [InlineData("en;q=0.5, vi;q=0.8", "Vi")]
    [InlineData("fr, en;q=0.1", "En")]
    [InlineData("fr", "Vi")]
    [InlineData("en;q=0", "Vi")]
    [InlineData("*", "Vi")]
    [InlineData("not a language!", "Vi")]
    public async Task The_reader_is_answered_in_the_better_of_the_two_languages_and_in_Vietnamese_otherwise(string? accepted, string expected)
    {
        Assert.StartsWith("{\"data\":{\"echo\":\"" + expected, await _host.TextAsync("{ echo }", language: accepted));
    }

    [Fact]
    public async Task Today_is_todays_date_in_Vietnam()
    {
        // The clock stands at 17:30 UTC on the 22nd: in Vietnam it is past midnight.
        Assert.Contains("2026-11-23", await _host.TextAsync("{ echo }"));
    }
}
