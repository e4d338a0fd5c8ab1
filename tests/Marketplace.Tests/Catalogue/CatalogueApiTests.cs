using System.Text.Json.Nodes;
using Marketplace.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Catalogue;

/// <summary>The catalogue over HTTP, on the shipped data.</summary>
public sealed class CatalogueApiTests(MarketplaceApp app)
{
    private const string Durian = "keo-dua-sau-rieng-dong-a";

    [Fact]
    public async Task A_buyer_who_types_without_marks_reaches_a_certified_product_of_a_real_producer()
    {
        var data = await app.DataAsync("""
            { products(search: "keo dua sau rieng", first: 1) { totalCount nodes { slug name stars certificate { state showsStars issuer } producer { name district { name } } } } }
            """);

        var product = data["products"]!["nodes"]![0]!;
        Assert.Equal((Durian, 5), ((string?)product["slug"], (int?)product["stars"]));
        Assert.True((bool)product["certificate"]!["showsStars"]!);
        Assert.Equal("Thành phố Bến Tre", (string?)product["producer"]!["district"]!["name"]);
    }

    [Theory]
    [InlineData("vi", "Kẹo dừa sầu riêng Đông Á", "Thực phẩm", "Còn hiệu lực")]
    [InlineData("en-GB, vi;q=0.5", "Dong A durian coconut candy", "Food", "Valid")]
    [InlineData("fr", "Kẹo dừa sầu riêng Đông Á", "Thực phẩm", "Còn hiệu lực")]
    public async Task Texts_come_in_the_readers_language_and_in_Vietnamese_for_others(string language, string name, string group, string state)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        using var response = await client.PostAsync(
            "/graphql",
            System.Net.Http.Json.JsonContent.Create(new { query = $$"""{ product(slug: "{{Durian}}") { name group { name } certificate { stateLabel } } }""" }),
            TestContext.Current.CancellationToken);
        var product = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["data"]!["product"]!;

        Assert.Equal((name, group, state), ((string?)product["name"], (string?)product["group"]!["name"], (string?)product["certificate"]!["stateLabel"]));
    }

    [Fact]
    public async Task Who_asks_is_told_how_many_are_spelled_with_other_marks()
    {
        var data = await app.DataAsync("""
            { typed: products(search: "dừa") { totalCount understood { text otherSpellings } } all: products(search: "dừa", marks: IGNORE) { totalCount } }
            """);

        var others = (int)data["typed"]!["understood"]!["otherSpellings"]!;
        Assert.True(others > 0);
        Assert.Equal((int)data["all"]!["totalCount"]!, (int)data["typed"]!["totalCount"]! + others);
    }

    [Fact]
    public async Task What_does_not_exist_is_null_and_no_error()
    {
        var answer = await app.AskAsync("""{ product(slug: "khong-co") { id } producer(slug: "khong-co") { id } certificate(number: "0") { id } node(id: "AAAAAQAAAAAAAAAAAAAAAFByb2R1Y3Q") { id } }""");

        Assert.Null(answer["errors"]);
        Assert.All(answer["data"]!.AsObject(), field => Assert.Null(field.Value));
    }

    [Fact]
    public async Task Every_node_is_found_again_by_its_id()
    {
        var data = await app.DataAsync($$"""{ product(slug: "{{Durian}}") { id certificate { id } producer { id } offers { id } } }""");
        var product = data["product"]!;
        string[] ids = [(string)product["id"]!, (string)product["certificate"]!["id"]!, (string)product["producer"]!["id"]!, (string)product["offers"]![0]!["id"]!];

        var nodes = (await app.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids }))["nodes"]!.AsArray();

        Assert.Equal(["Product", "Certificate", "Producer", "Offer"], nodes.Select(node => (string?)node!["__typename"]));
        Assert.Equal(ids, nodes.Select(node => (string?)node!["id"]));
    }

    [Fact]
    public async Task A_certificate_is_found_by_its_number_with_its_product()
    {
        var number = (string)(await app.DataAsync($$"""{ product(slug: "{{Durian}}") { certificate { number } } }"""))["product"]!["certificate"]!["number"]!;

        var certificate = (await app.DataAsync("query($n: String!) { certificate(number: $n) { stars demonstration legalText { code } product { slug } } }", new { n = number }))["certificate"]!;

        Assert.Equal((5, true, Durian), ((int)certificate["stars"]!, (bool)certificate["demonstration"]!, (string?)certificate["product"]!["slug"]));
    }

    [Fact]
    public async Task Revoked_and_expired_certificates_are_told_and_show_no_stars()
    {
        var data = await app.DataAsync("""
            { revoked: product(slug: "keo-chuoi-ben-tre") { stars certificate { state showsStars events { kind reason } } }
              expired: product(slug: "tranh-dua-khanh-thanh-tan") { stars certificate { state } } }
            """);

        Assert.Equal((null, "REVOKED", "EXPIRED"), ((int?)data["revoked"]!["stars"], (string?)data["revoked"]!["certificate"]!["state"], (string?)data["expired"]!["certificate"]!["state"]));
        Assert.Equal("REVOKED", (string?)data["revoked"]!["certificate"]!["events"]![0]!["kind"]);
    }

    [Fact]
    public async Task Groups_are_those_of_the_text_in_force_and_know_what_they_came_from()
    {
        var data = await app.DataAsync("""{ now: productGroups { code roman productCount } then: productGroups(asOf: "2020-01-01") { code roman becomes { code } } }""");

        Assert.Equal(["food", "beverage", "herbal", "handicraft", "ornamental", "tourism"], data["now"]!.AsArray().Select(group => (string?)group!["code"]));
        Assert.Equal(239, data["now"]!.AsArray().Sum(group => (int)group!["productCount"]!));
        Assert.Equal(["food", "beverage", "herbal", "handicraft", "handicraft", "tourism"], data["then"]!.AsArray().Select(group => (string?)group!["becomes"]!["code"]));
    }

    [Fact]
    public async Task Districts_ended_in_2025_and_communes_know_their_successors()
    {
        var data = await app.DataAsync("""
            { districts { code productCount } after: districts(asOf: "2025-07-01") { code }
              product(slug: "banh-trang-my-long") { commune { name validTo successor { name validFrom } } } }
            """);

        Assert.Equal(9, data["districts"]!.AsArray().Count);
        Assert.Empty(data["after"]!.AsArray());
        Assert.Equal(("2025-06-30", "2025-07-01"), ((string?)data["product"]!["commune"]!["validTo"], (string?)data["product"]!["commune"]!["successor"]!["validFrom"]));
    }

    [Fact]
    public async Task Producers_page_in_Vietnamese_order_forwards_and_backwards()
    {
        var all = (await app.DataAsync("{ producers(first: 100) { totalCount nodes { slug } } }"))["producers"]!;
        List<string> seen = [];
        for (string? after = null; ;)
        {
            var page = (await app.DataAsync("query($after: String) { producers(first: 30, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } } }", new { after }))["producers"]!;
            seen.AddRange(page["nodes"]!.AsArray().Select(node => (string)node!["slug"]!));
            if (!(bool)page["pageInfo"]!["hasNextPage"]!)
            {
                break;
            }

            after = (string?)page["pageInfo"]!["endCursor"];
        }

        Assert.Equal(100, (int)all["totalCount"]!);
        Assert.Equal(all["nodes"]!.AsArray().Select(node => (string)node!["slug"]!), seen);
        var last = (await app.DataAsync("{ producers(last: 2) { nodes { slug } pageInfo { hasPreviousPage } } }"))["producers"]!;
        Assert.Equal(seen[^2..], last["nodes"]!.AsArray().Select(node => (string)node!["slug"]!));
    }

    [Theory]
    [InlineData("""{ products(first: 0) { totalCount } }""", "first must be from 1 to 100; got 0.")]
    [InlineData("""{ products(first: 101) { totalCount } }""", "first must be from 1 to 100; got 101.")]
    [InlineData("""{ products(after: "nonsense") { nodes { id } } }""", "The cursor (after, before) was not given out by this list; start again from the first page.")]
    [InlineData("""{ producers(after: "nonsense") { nodes { id } } }""", "The cursor (after, before) was not given out by this list; start again from the first page.")]
    [InlineData("""{ products(filter: { groups: ["cars"] }) { nodes { id } } }""", "filter.groups: there is no \"cars\". Values: food, beverage, herbal, handicraft, ornamental, tourism.")]
    [InlineData("""{ products(filter: { stars: [2] }) { nodes { id } } }""", "filter.stars: there is no \"2\". Values: 3, 4, 5.")]
    [InlineData("""{ products(filter: { priceMin: 5, priceMax: 4 }) { nodes { id } } }""", "priceMin and priceMax must be 0 or more, and priceMin not above priceMax.")]
    [InlineData("""{ products(filter: { producerIds: ["x"] }) { nodes { id } } }""", "filter.producerIds: \"x\" is not the id of a producer.")]
    [InlineData("""{ product { id } }""", "Give either id or slug.")]
    [InlineData("""{ suggest(prefix: "a", first: 50) { text } }""", "first must be from 1 to 20, and prefix 500 characters at most.")]
    public async Task Bad_input_is_told_with_what_would_be_right(string query, string message)
    {
        var answer = await app.AskAsync(query, language: "en");

        var error = answer["errors"]![0]!;
        Assert.Equal((message, "BAD_USER_INPUT"), ((string?)error["message"], (string?)error["extensions"]!["code"]));
    }

    [Theory]
    [InlineData("\u0301\u0300\u0323")]
    [InlineData("👩‍🌾🥥")]
    [InlineData("\u202Ekeo dua\u202C")]
    [InlineData("ke\u0323o du\u031B\u0300a")]
    [InlineData("\u0000\u0001\u0007")]
    [InlineData("+-&&||!(){}[]^\"~*?:\\/")]
    public async Task Strange_text_gets_an_answer(string text)
    {
        var answer = await app.AskAsync("query($q: String) { products(search: $q, first: 3) { totalCount edges { why { words } highlights { field } } facets { name } didYouMean } suggest(prefix: \"a\") { text } }", new { q = text });

        Assert.Null(answer["errors"]);
    }

    [Fact]
    public async Task A_search_of_ten_thousand_characters_is_refused_in_one_sentence()
    {
        var answer = await app.AskAsync("query($q: String) { products(search: $q) { totalCount } }", new { q = new string('a', 10_000) }, "en");

        Assert.Equal("The search is 10000 characters long; 500 at most.", (string?)answer["errors"]![0]!["message"]);
    }

    [Fact]
    public async Task A_mutation_by_get_is_the_wrong_method()
    {
        using var client = app.CreateClient();

        using var response = await client.GetAsync("/graphql?query=mutation%7BsignOut%7Bproblems%7Bcode%7D%7D%7D", TestContext.Current.CancellationToken);

        Assert.Equal((System.Net.HttpStatusCode.MethodNotAllowed, "POST"), (response.StatusCode, string.Join(',', response.Content.Headers.Allow)));
    }

    [Fact]
    public async Task Similar_products_and_the_makers_others_leave_the_product_itself_out()
    {
        var product = (await app.DataAsync($$"""{ product(slug: "{{Durian}}") { slug similar(first: 4) { slug category { code } } producer { productCount products(first: 50) { totalCount nodes { slug } } } } }"""))["product"]!;

        var similar = product["similar"]!.AsArray().Select(other => (string)other!["slug"]!).ToList();
        Assert.Equal(4, similar.Count);
        Assert.DoesNotContain(Durian, similar);
        Assert.Equal((int)product["producer"]!["productCount"]!, (int)product["producer"]!["products"]!["totalCount"]!);
    }

    [Fact]
    public async Task The_catalogue_tells_its_numbers_and_that_it_holds_demonstration_data()
    {
        var catalogue = (await app.DataAsync("{ catalogue { productCount producerCount certifiedCount demonstrationData } viewer { language signedIn } }", language: "en"))["catalogue"]!;

        Assert.Equal((239, 100, 42, true), ((int)catalogue["productCount"]!, (int)catalogue["producerCount"]!, (int)catalogue["certifiedCount"]!, (bool)catalogue["demonstrationData"]!));
    }

    [Fact]
    public async Task A_2019_group_in_a_filter_means_the_group_it_became() =>
        Assert.Equal(
            (int)(await app.DataAsync("""{ products(filter: { groups: ["handicraft"] }) { totalCount } }"""))["products"]!["totalCount"]!,
            (int)(await app.DataAsync("""{ products(filter: { groups: ["2019-textile"] }) { totalCount } }"""))["products"]!["totalCount"]!);

    [Theory]
    [InlineData(ProducerKind.Cooperative, "COOPERATIVE")]
    [InlineData(ProducerKind.CooperativeGroup, "COOPERATIVE_GROUP")]
    public async Task A_facets_value_can_be_put_into_the_filter_as_it_is(ProducerKind kind, string value)
    {
        var facets = (await app.DataAsync("{ products { facets { name values { value count } } } }"))["products"]!["facets"]!.AsArray();
        var offered = facets.Single(facet => (string?)facet!["name"] == "producerKind")!["values"]!.AsArray().Single(v => (string?)v!["value"] == value)!;

        var filtered = await app.DataAsync($$"""{ products(filter: { producerKinds: [{{value}}] }) { totalCount } }""");

        Assert.Equal((int)offered["count"]!, (int)filtered["products"]!["totalCount"]!);
        await app.WithAsync(async db =>
        {
            var makers = db.Producers.Where(producer => producer.Kind == kind).Select(producer => (Guid?)producer.Id);
            Assert.Equal((int)offered["count"]!, await db.Products.CountAsync(product => makers.Contains(product.ProducerId), TestContext.Current.CancellationToken));
        });
    }
}
