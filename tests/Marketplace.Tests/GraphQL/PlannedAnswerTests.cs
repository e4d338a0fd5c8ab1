using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using Marketplace.Api;
using Marketplace.Api.GraphQL;
using Marketplace.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.GraphQL;

/// <summary>The engine's short cuts must not be seen: whatever it answers, the library's own path answers too, byte for byte.</summary>
public sealed class PlannedAnswerTests
{
    private const string AllLeaves = "number slug weight sweetness ripe pickedOn ripeness maybeRipeness stars note tags labels grid name today id __typename";

    public static TheoryData<string, string?> Corpus { get; } = new()
    {
        { "{ fruits { " + AllLeaves + " } }", null },
        { "{ fruit(number: 1) { " + AllLeaves + " } }", null },
        { "{ fruit(number: -1) { name } }", null },
        { "{ fruits(first: 0) { name } }", null },
        { "{ fruits { a: name b: name name number n: number } }", null },
        { "{ fruits { names { vi en __typename } box { length width } pieces { number text } } }", null },
        { "{ fruits { pieces { fruit { pieces { fruit { name box { width } } } } } } }", null },
        { "{ fruits { name stall { name id } number } }", null },
        { "{ fruits { stall { name } name number stall { id next { name next { name } } } box { length } } }", null },
        { "{ fruits { names { vi } number names { en } pieces { number } pieces { text } } }", null },
        { "{ fruits(first: 3) { name } fruits(first: 3) { number stall { id } } }", null },
        { "{ fruits { similar { name } similar { number } } }", null },
        { "{ fruits(first: 2) { similar(first: 2) { name similar(first: 1) { name stall { name } } } name } }", null },
        { "{ fruits { mustNotBeNull name } }", null },
        { "{ fruits { pieces { text } pieceThatMustExist { number } } }", null },
        { "{ fruits { name pieceThatMustExist { number fruit { name } } stall { name } } }", null },
        { "{ fruit(number: 3) { mustNotBeNull } }", null },
        { "{ fruit(number: 3) { name stall { name } mustNotBeNull } other: fruit(number: 1) { name } }", null },
        { "{ requiredFruit(number: 3) { mustNotBeNull } }", null },
        { "{ fruits { fragile name } }", null },
        { "{ fruit(number: 5) { a: fragile b: fragile name stall { name } } }", null },
        { "{ page(first: 3) { nodes { name box { width } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount __typename } }", null },
        { "{ page(first: 101) { totalCount } }", null },
        { "{ things { id __typename ... on Fruit { name pieces { text } stall { name } } ... on Stall { name next { name } } } }", null },
        { "{ things { ... on Node { id } } fruits { neighbour { id __typename ... on Fruit { name } } name } }", null },
        { "query A { fruits { ...F number ... { slug } ... on Fruit { note } ...F } } fragment F on Fruit { name names { ...L } neighbour { ...N } } fragment L on LocalizedText { vi } fragment N on Node { id }", null },
        { "query A($y: Boolean!) { fruits { name @include(if: $y) number @skip(if: $y) ...F @include(if: $y) names { vi en @skip(if: $y) } } } fragment F on Fruit { slug stall { name @skip(if: $y) id } }", "{\"y\":true}" },
        { "query A($y: Boolean!) { fruits { name @include(if: $y) number @skip(if: $y) ...F @include(if: $y) names { vi en @skip(if: $y) } } } fragment F on Fruit { slug stall { name @skip(if: $y) id } }", "{\"y\":false}" },
        { "query A($y: Boolean!) { fruits { names @include(if: $y) { vi } names { en } ... @skip(if: $y) { name } } }", "{\"y\":false}" },
        { "{ fruits { name @include(if: false) number @skip(if: true) } }", null },
        { "{ fruits { a: name @include(if: true) b: name @include(if: true) c: name @include(if: true) d: name @include(if: true) e: name @include(if: true) f: name @include(if: true) g: name @skip(if: true) } }", null },
        { "query A($n: Int = 2) { fruits(first: $n) { name similar(first: $n) { number } } }", null },
        { "query A($n: Int = 2) { fruits(first: $n) { name similar(first: $n) { number } } }", "{\"n\":4}" },
        { "{ __typename __schema { queryType { name fields { name args { name defaultValue } } } } fruits { __typename t: __typename } }", null },
        { "{ __type(name: \"Fruit\") { name kind fields(includeDeprecated: true) { name type { kind name ofType { name } } } interfaces { name } } }", null },
        { "{ nodes(ids: [\"" + FruitId(1) + "\", \"" + FruitId(2) + "\", \"AAAAAQAAAAAAAAAAAAAAAEZydWl1\"]) { id ... on Fruit { name box { length } stall { name } } } }", null },
        { "{ node(id: \"" + FruitId(4) + "\") { id ... on Fruit { name } } missing: node(id: \"AAAAAQAAAAAAAAAAAAAAAEZydWl1\") { id } bad: node(id: \"?\") { id } }", null },
        { "{ price { amount currency digits } echo(text: \"\\\" \\\\ <ế> 🥥\") }", null },
        { "mutation { a: increment(by: 1) b: increment(by: 2) }", null },
    };

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task A_planned_answer_equals_the_librarys_own(string query, string? variables)
    {
        await using var host = await SampleHost.StartAsync();
        var expected = await StockAsync(host, query, variables);
        var body = "{\"query\":" + System.Text.Json.JsonSerializer.Serialize(query) + (variables is null ? "" : ",\"variables\":" + variables) + "}";

        for (var round = 0; round < 3; round++)
        {
            using var response = await host.PostAsync(body);
            Assert.Equal(expected, WithoutExtensions(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
    }

    [Theory]
    [InlineData("query A($n: Int = 2) { fruits(first: $n) { name } }", "{}", "{\"n\":\"two\"}")]
    [InlineData("query A($n: Int = 2) { fruits(first: $n) { name } }", "{}", "{\"n\":null}")]
    [InlineData("query A($n: Int!) { fruit(number: $n) { name } }", "{\"n\":1}", "{}")]
    [InlineData("query A($y: Boolean!) { fruits { name @skip(if: $y) number } }", "{\"y\":true}", "{\"y\":1}")]
    public async Task A_known_document_refuses_the_values_that_a_new_one_refuses(string query, string good, string bad)
    {
        await using var host = await SampleHost.StartAsync();
        await AnswerAsync(query, good);
        await AnswerAsync(query, good);

        Assert.Equal(await AnswerAsync(query + " ", bad), await AnswerAsync(query, bad));

        async Task<string> AnswerAsync(string document, string variables)
        {
            using var response = await host.PostAsync("{\"query\":" + System.Text.Json.JsonSerializer.Serialize(document) + ",\"variables\":" + variables + "}");
            return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }
    }

    [Fact]
    public async Task What_the_serializer_cannot_write_does_not_break_the_connection()
    {
        await using var host = await SampleHost.StartAsync();

        for (var round = 0; round < 2; round++)
        {
            var answer = await host.AskAsync("{ fruit(number: 1) { ratio name } }");
            Assert.Equal("INTERNAL", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Plans_are_followed_from_the_second_use_on_and_answer_in_each_readers_language()
    {
        await using var host = await SampleHost.StartAsync();
        const string query = "{ fruits(first: 1) { name } }";

        Assert.Contains("Dừa 0", await host.TextAsync(query));
        Assert.Contains("Coconut 0", await host.TextAsync(query, language: "en"));
        Assert.Contains("Dừa 0", await host.TextAsync(query, language: "vi"));
    }

    [Fact]
    public async Task A_large_answer_grows_the_buffer_and_stays_whole()
    {
        await using var host = await SampleHost.StartAsync();
        const string query = "{ fruits(first: 200) { " + AllLeaves + " stall { name } } }";
        var expected = await StockAsync(host, query, null);

        Assert.Equal(expected, await host.TextAsync(query));
        Assert.Equal(expected, await host.TextAsync(query));
    }

    private static string FruitId(int number) => GlobalId.Encode("Fruit", FruitGraph.Keys[number]);

    // Codes and trace ids are the endpoint's own; messages of faults are replaced by it.
    private static string WithoutExtensions(string json) => Regex.Replace(
        Regex.Replace(json, ",\"extensions\":{\"code\":[^}]*}", "", RegexOptions.NonBacktracking), "\"message\":\"(?:[^\"\\\\]|\\\\.)*\"", "\"message\":\"\"", RegexOptions.NonBacktracking);

    private static async Task<string> StockAsync(SampleHost host, string query, string? variables)
    {
        await using var scope = host.Services.CreateAsyncScope();
        using var output = new JsonOutput();
        var serializer = new GraphQLSerializer(options => options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, new ErrorInfoProvider(options => options.ExposeExtensions = false));
        var strategies = new DefaultExecutionStrategySelector([new ExecutionStrategyRegistration(new SerialExecutionStrategy(), GraphQLParser.AST.OperationType.Query)]);
        var executer = new DocumentExecuter(new GraphQLDocumentBuilder(), new DocumentValidator(), strategies, []);
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = host.Services.GetRequiredService<ISchema>(),
            Query = query,
            Variables = serializer.Deserialize<Inputs>(variables),
            UserContext = new RequestState(new Ask(Language.Vi, new DateOnly(2026, 11, 23)), Visitor.Nobody, output, plans: null),
            RequestServices = scope.ServiceProvider,
        });
        return WithoutExtensions(serializer.Serialize(result));
    }
}
