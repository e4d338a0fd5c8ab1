using System.Net;
using System.Text.Json.Nodes;
using Marketplace.Api.Pictures;
using Marketplace.Core;
using Marketplace.Core.Pictures;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Pictures;

/// <summary>A product's photographs take the place of its drawing, for everybody who has read it before.</summary>
public sealed class ProductPicturesTests : IDisposable
{
    private const string Slug = "keo-dua-sau-rieng-dong-a";
    private const string Query = $$"""{ product(slug: "{{Slug}}") { updatedAt images { url alt width height illustration sources { type srcset } } } }""";

    private static readonly Guid Owner = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    private readonly MarketplaceApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PictureUpload Upload => _app.Services.GetRequiredService<PictureUpload>();

    [Fact]
    public async Task Photographs_stand_where_the_drawing_stood_and_every_address_answers()
    {
        var before = await ProductAsync();
        var drawing = Assert.Single(before["images"]!.AsArray())!;
        Assert.Equal((true, 0), ((bool)drawing["illustration"]!, drawing["sources"]!.AsArray().Count));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));

        var picture = await AddedAsync(new("Hộp kẹo dừa", "A box of candy"));

        var after = await ProductAsync();
        var image = Assert.Single(after["images"]!.AsArray())!;
        Assert.Equal((PicturePath.Of(picture.Id, picture.Fallback), "Hộp kẹo dừa", 640, 457, false), ((string)image["url"]!, (string)image["alt"]!, (int)image["width"]!, (int)image["height"]!, (bool)image["illustration"]!));
        var sources = image["sources"]!.AsArray().SelectMany(source => ((string)source!["srcset"]!).Split(", ").Select(one => (Type: (string)source["type"]!, Url: one.Split(' ')[0], Width: one.Split(' ')[1]))).ToList();
        Assert.Equal(
            [("image/avif", "320w"), ("image/avif", "640w"), ("image/webp", "320w"), ("image/webp", "640w"), ("image/jpeg", "640w")],
            sources.Select(source => (source.Type, source.Width)));
        Assert.Equal(_app.Clock.GetUtcNow(), (DateTimeOffset)after["updatedAt"]!);
        Assert.Equal("A box of candy", (string)(await ProductAsync("en"))["images"]![0]!["alt"]!);
        using var web = _app.CreateClient();
        foreach (var source in sources)
        {
            using var answer = await web.GetAsync(source.Url, Stop);
            Assert.Equal((HttpStatusCode.OK, source.Type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task The_last_photograph_gone_the_drawing_is_back_and_the_product_has_changed()
    {
        var drawing = (await ProductAsync())["images"]!.ToJsonString();
        var picture = await AddedAsync();
        Assert.NotEqual(drawing, (await ProductAsync())["images"]!.ToJsonString());
        _app.Clock.Advance(TimeSpan.FromMinutes(1));

        await _app.ChangeAsync(async _ => Assert.True(await Upload.RemoveAsync(picture.Id, Owner, Stop)));

        var after = await ProductAsync();
        Assert.Equal(drawing, after["images"]!.ToJsonString());
        Assert.Equal(_app.Clock.GetUtcNow(), (DateTimeOffset)after["updatedAt"]!);
    }

    [Fact]
    public async Task Photographs_come_in_their_order_and_without_words_bear_the_products_name()
    {
        var first = await AddedAsync();
        var second = await AddedAsync();

        await _app.ChangeAsync(async db => (await db.Pictures.SingleAsync(picture => picture.Id == first.Id, Stop)).Position = 9);

        var images = (await ProductAsync())["images"]!.AsArray();
        Assert.Equal([PicturePath.Of(second.Id, second.Fallback), PicturePath.Of(first.Id, first.Fallback)], images.Select(image => (string)image!["url"]!));
        Assert.All(images, image => Assert.Equal("Kẹo dừa sầu riêng Đông Á", (string)image!["alt"]!));
    }

    [Fact]
    public async Task A_photograph_that_goes_from_one_product_to_another_is_seen_at_both()
    {
        var picture = await AddedAsync();
        await ProductAsync();
        const string Other = """{ product(slug: "keo-chuoi-ben-tre") { images { url } } }""";
        await _app.DataAsync(Other);

        await _app.ChangeAsync(async db =>
        {
            var other = await db.Products.Where(product => product.Slug == "keo-chuoi-ben-tre").Select(product => product.Id).SingleAsync(Stop);
            (await db.Pictures.SingleAsync(one => one.Id == picture.Id, Stop)).ProductId = other;
        });

        Assert.StartsWith("/drawings/", (string)(await ProductAsync())["images"]![0]!["url"]!, StringComparison.Ordinal);
        Assert.Equal(PicturePath.Of(picture.Id, picture.Fallback), (string)(await _app.DataAsync(Other))["product"]!["images"]![0]!["url"]!);
    }

    [Fact]
    public async Task A_photograph_of_no_product_changes_none()
    {
        await _app.DataAsync(Query);
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
        var changes = await db.Outbox.CountAsync(Stop);

        (await Upload.AddAsync(new MemoryStream(Samples.Jpeg(400, 400)), new PictureFor(Owner), Stop)).Failed(out _, out var picture);

        Assert.Equal(changes, await db.Outbox.CountAsync(Stop));
        await Upload.RemoveAsync(picture!.Id, Owner, Stop);
        Assert.Equal(changes, await db.Outbox.CountAsync(Stop));
    }

    public void Dispose() => _app.Dispose();

    private async Task<JsonNode> ProductAsync(string language = "vi") => (await _app.DataAsync(Query, language: language))["product"]!;

    private async Task<Picture> AddedAsync(LocalizedText? alt = null)
    {
        Picture? picture = null;
        await _app.ChangeAsync(async db =>
        {
            var product = await db.Products.Where(product => product.Slug == Slug).Select(product => product.Id).SingleAsync(Stop);
            var added = await Upload.AddAsync(new MemoryStream(Samples.Jpeg(700, 500)), new PictureFor(Owner, product, alt), Stop);
            picture = added.Failed(out var problem, out var made) ? throw new InvalidOperationException(problem.Message.En) : made;
        });
        return picture!;
    }
}
