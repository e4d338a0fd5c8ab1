using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Marketplace.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.GraphQL;

public sealed class SchemaConventionTests
{
    [Theory]
    [InlineData("\"A fruit on the stall.\"\ntype Fruit implements Node {")]
    [InlineData("  \"Its place on the stall, from 0.\"\n  number: Int!")]
    [InlineData("  \"The name in the reader's language.\"\n  name: String!")]
    [InlineData("  \"Opaque, unique over all types, never reused.\"\n  id: ID!")]
    [InlineData("  weight: Long!")]
    [InlineData("  pickedOn: Date!")]
    [InlineData("  maybeRipeness: Ripeness\n")]
    [InlineData("  box: Box\n")]
    [InlineData("  labels: [String]\n")]
    [InlineData("  grid: [[Int!]!]!")]
    [InlineData("  stall: Stall\n")]
    [InlineData("  similar(first: Int! = 6): [Fruit!]!")]
    [InlineData("enum Ripeness {\n  \"Not yet.\"\n  GREEN_STILL\n  B1\n  RIPE\n}")]
    [InlineData("type Box {\n  length: Int!\n  width: Int!\n}")]
    [InlineData("input FruitFilter {\n  \"Only ripe ones.\"\n  ripe: Boolean\n  ripeness: [Ripeness!]\n  pickedAfter: Date\n  heavierThan: Long\n}")]
    [InlineData("  node(id: ID!): Node\n  nodes(ids: [ID!]!): [Node]!")]
    public async Task The_schema_says_what_the_classes_say(string part)
    {
        Assert.Contains(part, await SdlAsync());
    }

    [Fact]
    public async Task A_type_of_the_domain_shows_its_properties_and_none_of_its_methods()
    {
        Assert.Contains("type LocalizedText {\n  \"Vietnamese, the original.\"\n  vi: String!\n  \"English; null where there is no translation.\"\n  en: String\n}", await SdlAsync());
    }

    [Fact]
    public async Task The_ask_is_no_argument()
    {
        Assert.DoesNotContain("ask", await SdlAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_empty_mutation_class_gives_a_schema_without_mutations()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        using var provider = services.AddMarketplaceGraphQL(typeof(SampleQuery), typeof(NoMutation)).BuildServiceProvider();

        Assert.Null(provider.GetRequiredService<ISchema>().Mutation);
    }

    private static async Task<string> SdlAsync()
    {
        await using var host = await SampleHost.StartAsync();
        return host.Services.GetRequiredService<ISchema>().Print(new PrintOptions { IncludeDescriptions = true }).ReplaceLineEndings("\n");
    }

    private sealed class NoMutation;
}
