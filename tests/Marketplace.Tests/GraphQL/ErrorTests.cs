using System.Net;
using System.Text.Json;

namespace Marketplace.Tests.GraphQL;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_fault_of_ours_shows_a_sentence_and_an_id_and_is_logged_once_with_that_id()
    {
        await using var host = await SampleHost.StartAsync();

        var text = await host.TextAsync("{ boom }", language: "en");
        var error = JsonDocument.Parse(text).RootElement.GetProperty("errors")[0];
        var traceId = error.GetProperty("extensions").GetProperty("traceId").GetString();

        Assert.Equal("INTERNAL", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.StartsWith("Something went wrong", error.GetProperty("message").GetString());
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("Exception", text);
        var logged = Assert.Single(host.Log.Entries);
        Assert.Contains(traceId!, logged.Text);
        Assert.Contains("secret", logged.Exception?.Message);
    }

    [Fact]
    public async Task A_fault_is_told_in_Vietnamese_unless_the_reader_prefers_English()
    {
        await using var host = await SampleHost.StartAsync();

        Assert.Contains("Hệ thống gặp lỗi", await host.TextAsync("{ boom }"));
    }

    [Fact]
    public async Task The_same_fault_in_a_whole_list_is_logged_once()
    {
        await using var host = await SampleHost.StartAsync();

        await host.TextAsync("{ fruits(first: 4) { a: mustNotBeNull b: mustNotBeNull stall { name } } }");

        Assert.Single(host.Log.Entries);
    }

    [Fact]
    public async Task A_field_that_fails_leaves_the_rest_of_the_answer_standing()
    {
        await using var host = await SampleHost.StartAsync();
        using var response = await host.PostAsync("{\"query\":\"{ a: fruit(number: 5) { fragile } b: fruit(number: 1) { number } }\"}", "application/graphql-response+json");
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("a").ValueKind);
        Assert.Equal(1, answer.GetProperty("data").GetProperty("b").GetProperty("number").GetInt32());
        Assert.Equal("[\"a\",\"fragile\"]", answer.GetProperty("errors")[0].GetProperty("path").GetRawText());
    }

    [Theory]
    [InlineData("{ page(first: 0) { totalCount } }", "first must be from 1 to 100; got 0.")]
    [InlineData("{ page(first: 101) { totalCount } }", "first must be from 1 to 100; got 101.")]
    [InlineData("{ page(last: -1) { totalCount } }", "last must be from 1 to 100; got -1.")]
    [InlineData("{ page(first: 1, last: 1) { totalCount } }", "Use either first or last, not both.")]
    [InlineData("{ page(first: 1, before: \"a\") { totalCount } }", "before goes with last only; to page forwards use first and after.")]
    [InlineData("{ page(last: 1, after: \"a\") { totalCount } }", "after goes with first only; to page backwards use last and before.")]
    [InlineData("{ page(after: \"a\", before: \"b\") { totalCount } }", "after goes with first only; to page backwards use last and before.")]
    public async Task A_senseless_page_is_refused_with_what_would_be_right(string query, string message)
    {
        await using var host = await SampleHost.StartAsync();

        var error = (await host.AskAsync(query, language: "en")).GetProperty("errors")[0];

        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal("BAD_USER_INPUT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Empty(host.Log.Entries);
    }

    [Theory]
    [InlineData("query A($f: FruitFilter!) { filtered(filter: $f) }", "{\"f\":{\"pickedAfter\":\"hôm qua\"}}")]
    [InlineData("query A($f: FruitFilter!) { filtered(filter: $f) }", "{\"f\":{\"ripeness\":[\"BLUE\"]}}")]
    [InlineData("query A($n: Int!) { fruits(first: $n) { name } }", "{\"n\":99999999999}")]
    [InlineData("query A($n: Int!) { fruits(first: $n) { name } }", "{\"n\":\"x\"}")]
    public async Task A_bad_variable_is_the_clients_input_and_names_no_inner_type(string query, string variables)
    {
        await using var host = await SampleHost.StartAsync();

        var text = await host.TextAsync(query, JsonDocument.Parse(variables).RootElement);

        Assert.Contains("\"BAD_USER_INPUT\"", text);
        Assert.DoesNotContain("Int32", text);
        Assert.DoesNotContain("System.", text);
        Assert.DoesNotContain("Exception", text);
        Assert.Empty(host.Log.Entries);
    }
}
