using System.Text.Json;
using CsCheck;
using Marketplace.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.GraphQL;

public sealed class NodeTests
{
    [Fact]
    public void A_global_id_says_again_what_was_put_into_it() =>
        Gen.Select(Gen.Guid, Gen.OneOf(Gen.Const("Product"), Gen.Const("X"), Gen.Const("CertificateOfTheLongestName"))).Sample((id, type) =>
            GlobalId.TryDecode(GlobalId.Encode(type, id), out var foundType, out var foundId) && foundType == type && foundId == id);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA ")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_global_id_is_not_taken_for_one(string? id) => Assert.False(GlobalId.TryDecode(id, out _, out _));

    [Fact]
    public void An_id_of_another_type_is_not_taken_for_one_of_this() =>
        Assert.False(GlobalId.TryDecode(GlobalId.Encode("Fruit", FruitGraph.Keys[1]), "Stall", out _));

    [Fact]
    public async Task Nodes_come_in_the_order_of_their_ids_from_one_batch_with_null_for_what_does_not_exist()
    {
        await using var host = await SampleHost.StartAsync();
        var ids = new[] { Fruit(3), GlobalId.Encode("Fruit", new Guid(9999, 0, 0, new byte[8])), GlobalId.Encode("Nothing", FruitGraph.Keys[0]), Fruit(1) };

        var text = await host.TextAsync("query A($ids: [ID!]!, $one: ID!) { nodes(ids: $ids) { ... on Fruit { number } } node(id: $one) { ... on Fruit { number } } }", new { ids, one = Fruit(7) });

        Assert.Equal("{\"data\":{\"nodes\":[{\"number\":3},null,null,{\"number\":1}],\"node\":{\"number\":7}}}", text);
        Assert.Equal([4], host.Services.GetRequiredService<FruitNodes>().BatchSizes);
    }

    [Fact]
    public async Task More_than_a_hundred_ids_are_refused()
    {
        await using var host = await SampleHost.StartAsync();

        var answer = await host.AskAsync("query A($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Range(0, 101).Select(Fruit) }, language: "en");

        Assert.Equal("nodes takes up to 100 ids; got 101.", answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task An_id_that_is_none_is_the_clients_error()
    {
        await using var host = await SampleHost.StartAsync();

        var answer = await host.AskAsync("{ node(id: \"product-7\") { id } }");

        Assert.Equal("BAD_USER_INPUT", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("node").ValueKind);
    }

    [Fact]
    public async Task Each_level_of_an_answer_is_fetched_in_one_batch()
    {
        await using var host = await SampleHost.StartAsync();
        var sizes = host.Services.GetRequiredService<StallBatches>().Sizes;

        for (var round = 0; round < 3; round++)
        {
            sizes.Clear();
            await host.TextAsync("{ fruits(first: 20) { number stall { next { name } } } }");

            // Twenty fruits stand on stalls 0 and 1; their neighbours are 1, which is remembered, and 2.
            Assert.Equal([2, 1], sizes);
        }
    }

    private static string Fruit(int number) => GlobalId.Encode("Fruit", FruitGraph.Keys[number]);
}
