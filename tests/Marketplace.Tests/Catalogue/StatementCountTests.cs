using Marketplace.Api.Catalogue;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Catalogue;

/// <summary>How many SQL statements a page's data takes, cold and warm. The numbers may only go down.</summary>
public sealed class StatementCountTests : IDisposable
{
    private const string List = """
        query($n: Int) { products(search: "dừa", first: $n) { totalCount facets { name values { value label count } } nodes {
          name stars group { name } producer { name kindLabel district { name } } commune { name successor { name } }
          certificate { number legalText { title } } offers { sku price { formatted } priceTiers { minimum unitPrice { amount } } } } } }
        """;

    private readonly MarketplaceApp _app = new();

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public async Task A_list_takes_as_many_statements_for_fifty_products_as_for_five(int size)
    {
        await _app.DataAsync("{ viewer { language } }");
        _app.Sql.Clear();

        await _app.DataAsync(List, new { n = size });
        var cold = _app.Sql.Statements.ToList();
        _app.Sql.Clear();
        await _app.DataAsync(List, new { n = size });

        // Reference data (4), then products, offers with tiers, certificates with events, producers.
        Assert.True(cold.Count <= 8, $"{cold.Count} statements:\n{string.Join("\n", cold)}");
        Assert.Empty(_app.Sql.Statements);
    }

    [Fact]
    public async Task Counting_the_products_of_a_page_of_producers_takes_one_statement()
    {
        await _app.DataAsync("{ producers(first: 50) { nodes { slug } } }");
        _app.Sql.Clear();

        await _app.DataAsync("{ producers(first: 50) { nodes { slug productCount } } }");

        Assert.Equal(2, _app.Sql.Statements.Count);
    }

    [Fact]
    public async Task Nodes_of_one_type_are_read_together()
    {
        var ids = (await _app.DataAsync("{ products(first: 40) { nodes { id } } }"))["products"]!["nodes"]!.AsArray().Select(node => (string)node!["id"]!).ToArray();
        _app.Services.GetRequiredService<CatalogueCache>().ForgetAll();
        _app.Sql.Clear();

        await _app.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids });

        Assert.True(_app.Sql.Statements.Count <= 8, string.Join("\n", _app.Sql.Statements));
    }

    /// <summary>The shipped catalogue takes about a megabyte.</summary>
    [Theory]
    [InlineData(10_000_000, true)]
    [InlineData(200_000, false)]
    public async Task Products_stay_in_the_cache_by_the_bytes_that_they_take(long bytes, bool all)
    {
        await _app.DataAsync("{ viewer { language } }");
        var databases = _app.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>();
        using var cache = new CatalogueCache(databases, bytes);
        await using var db = await databases.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var ids = await db.Products.Select(product => product.Id).ToListAsync(TestContext.Current.CancellationToken);
        await cache.ProductsAsync(ids, TestContext.Current.CancellationToken);
        _app.Sql.Clear();

        var products = await cache.ProductsAsync(ids, TestContext.Current.CancellationToken);

        Assert.Equal(ids.Count, products.Count);
        Assert.Equal(all, _app.Sql.Statements.Count == 0);
    }

    public void Dispose() => _app.Dispose();
}
