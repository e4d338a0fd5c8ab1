using Marketplace.Api;
using Marketplace.Api.Catalogue;
using Marketplace.Data;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Ordering;

/// <summary>How many statements a cart takes to be read, priced and ordered. What a longer one takes more of is named, and nothing else is.</summary>
public sealed class CartStatementTests : IDisposable
{
    private const int Few = 5;
    private const int Many = 500;
    private const string Cart = "{ cart { lineCount canOrder total { amount } sections { readyOn total { amount } producer { name } lines { sku quantity unitPrice { amount } total { amount } readyOn problem { code } product { name slug } } } } }";

    /// <summary>Cuts nothing here: it tells the steps of requests by their tables.</summary>
    private readonly PowerCut _power = new();
    private readonly MarketplaceApp _app;
    private readonly People _people;
    private readonly Stall _stall;

    public CartStatementTests()
    {
        _app = new MarketplaceApp("Production")
        {
            Given = [("Accounts:AttemptsPerMinute", "0")],
            With = services => services.ConfigureDbContext<MarketplaceDb>(options => options.AddInterceptors(_power.Interceptors)),
        };
        (_people, _stall) = (new People(_app), new Stall(_app));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_and_pricing_takes_as_many_statements_for_five_hundred_lines_as_for_five()
    {
        var offers = await OffersAsync();

        var (few, many) = (await ReadAsync(Few), await ReadAsync(Many));

        // The cart with its lines; offers, products, producers, certificates and weeks; then what pages show of products.
        Assert.Equal(few, many);
        Assert.InRange(many.Count, 6, 14);
        Assert.All(many, step => Assert.Equal("SELECT", step));

        async Task<IReadOnlyList<string>> ReadAsync(int lines)
        {
            var buyer = await FilledAsync(offers.Take(lines));
            _app.Services.GetRequiredService<CatalogueCache>().ForgetAll();
            _power.At(0);
            Assert.Equal((lines, lines * 1_000L), await ReadCartAsync(buyer));
            return _power.Steps;
        }
    }

    [Fact]
    public async Task Filling_reads_as_much_for_five_hundred_lines_as_for_five_and_writes_the_lines()
    {
        var offers = await OffersAsync();

        var (few, many) = (await FillAsync(Few), await FillAsync(Many));

        Assert.Equal(few.Where(step => step != "INSERT \"CartLines\""), many.Where(step => step != "INSERT \"CartLines\""));
        Assert.Equal((Few, Many), (few.Count(step => step == "INSERT \"CartLines\""), many.Count(step => step == "INSERT \"CartLines\"")));

        async Task<IReadOnlyList<string>> FillAsync(int lines)
        {
            _power.At(0);
            await FilledAsync(offers.Take(lines));
            return _power.Steps;
        }
    }

    [Fact]
    public async Task A_request_with_a_key_takes_one_read_and_one_row_more()
    {
        var offers = (await OffersAsync()).Take(Few).ToList();

        var (without, with) = (await FillAsync(null), await FillAsync("once"));

        Assert.Equal(new[] { "INSERT \"DoneRequests\"", "SELECT" }.Concat(without).Order(StringComparer.Ordinal), with.Order(StringComparer.Ordinal));

        async Task<IReadOnlyList<string>> FillAsync(string? requestKey)
        {
            _power.At(0);
            Assert.Empty(Stall.Codes(await _people.Browser().DoAsync("addToCart", new { lines = offers.Select(offer => new { offer, quantity = 1 }), requestKey })));
            return _power.Steps;
        }
    }

    [Fact]
    public async Task Ordering_takes_one_update_for_each_stock_row_and_else_writes_the_lines_alone()
    {
        // SQLite is sent each row by itself; SQL Server takes those that are written in batches, and the updates one by one too.
        string[] grows = ["UPDATE \"Offers\"", "INSERT \"OrderLines\"", "DELETE \"CartLines\""];
        var offers = await OffersAsync();

        var (few, many) = (await OrderAsync(Few), await OrderAsync(Many));

        Assert.Equal(few.Where(step => !grows.Contains(step)), many.Where(step => !grows.Contains(step)));
        Assert.All(grows, growing => Assert.Equal((Few, Many), (few.Count(step => step == growing), many.Count(step => step == growing))));

        async Task<IReadOnlyList<string>> OrderAsync(int lines)
        {
            var buyer = await FilledAsync(offers.Take(lines));
            _power.At(0);
            Assert.Empty(Stall.Codes(await _stall.OrderAsync(buyer, lines * 1_000)));
            return _power.Steps;
        }
    }

    public void Dispose() => _app.Dispose();

    /// <summary>The ids of a thousand offers.</summary>
    private async Task<IReadOnlyList<string>> OffersAsync()
    {
        var skus = await _stall.ThousandAsync();
        List<Guid> ids = [];
        await _app.WithAsync(async db => ids = await db.Offers.Where(offer => skus.Contains(offer.Sku)).OrderBy(offer => offer.Sku).Select(offer => offer.Id).ToListAsync(Stop));
        return [.. ids.Select(id => GlobalId.Encode("Offer", id))];
    }

    private async Task<Browser> FilledAsync(IEnumerable<string> offers)
    {
        var buyer = _people.Browser();
        Assert.Empty(Stall.Codes(await buyer.DoAsync("addToCart", new { lines = offers.Select(offer => new { offer, quantity = 1 }) })));
        return buyer;
    }

    private static async Task<(int Lines, long Total)> ReadCartAsync(Browser buyer)
    {
        var cart = (await buyer.DataAsync(Cart))["cart"]!;
        return ((int)cart["lineCount"]!, (long)cart["total"]!["amount"]!);
    }
}
