using System.Net;
using Marketplace.Api.Pictures;
using Marketplace.Core.Files;
using Marketplace.Core.Pictures;
using Marketplace.Tests.FrontDoor;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Pictures;

/// <summary>What lies at /pictures, for whom, and for how long.</summary>
public sealed class PictureAnswerTests : IDisposable
{
    private readonly StubStorefront _storefront = new();
    private readonly MarketplaceApp _app;
    private readonly HttpClient _web;

    public PictureAnswerTests()
    {
        _app = new MarketplaceApp(_storefront);
        _web = _app.CreateClient();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_rendition_is_served_as_what_it_is_and_kept_forever()
    {
        var picture = await SentAsync();

        foreach (var rendition in picture.Renditions)
        {
            using var answer = await _web.GetAsync(PicturePath.Of(picture.Id, rendition), Stop);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(Rendition.ContentTypeOf(rendition.Format), answer.Content.Headers.ContentType?.ToString());
            Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.StartsWith("default-src 'none';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal(rendition.Bytes, answer.Content.Headers.ContentLength);
            Assert.Equal(rendition.Bytes, (await answer.Content.ReadAsByteArrayAsync(Stop)).Length);
        }
    }

    [Fact]
    public async Task Whoever_has_a_picture_is_told_that_it_is_the_same()
    {
        var picture = await SentAsync();
        var path = PicturePath.Of(picture.Id, picture.Fallback);
        using var first = await _web.GetAsync(path, Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await _web.SendAsync(request, Stop);
        using var head = await _web.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Stop);

        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        Assert.Equal((HttpStatusCode.OK, picture.Fallback.Bytes), (head.StatusCode, (int)head.Content.Headers.ContentLength!));
        Assert.Equal(picture.Renditions.Count, (await Task.WhenAll(picture.Renditions.Select(async rendition => (await _web.GetAsync(PicturePath.Of(picture.Id, rendition), Stop)).Headers.ETag))).Distinct().Count());
    }

    [Fact]
    public async Task Anything_else_is_not_there_and_is_said_so_plainly()
    {
        var picture = await SentAsync();
        var files = _app.Services.GetRequiredService<IFileStore>();
        await files.PutAsync(FileKey.Of("pictures", "other", "secret.txt"), new MemoryStream([1]), "text/plain", Stop);
        var (id, capitals, nobody) = (picture.Id.ToString("N"), picture.Id.ToString("N").ToUpperInvariant(), Guid.Empty.ToString("N"));
        string[] paths =
        [
            "", "/", $"/{id}", $"/{id}/", $"/{id}/321.webp", $"/{id}/320.png", $"/{id}/320.jpeg", $"/{id}/320.jpg", $"/{id}/0320.webp", $"/{id}/+320.webp", $"/{id}/-320.webp",
            $"/{id}/320.webp/", $"/{id}/320.webp.webp", $"/{id}/320.WEBP", $"/{id}/99999999999.webp", $"/{capitals}/320.webp", $"/{picture.Id}/320.webp", $"/{id}%2F320.webp",
            $"/{id}/..%2F{id}%2F320.webp", "/..%2F..%2Fmarketplace.db", "/other/secret.txt", $"/{nobody}/320.webp",
        ];

        foreach (var path in paths)
        {
            using var answer = await _web.GetAsync("/pictures" + path, Stop);

            Assert.Equal(
                (path, HttpStatusCode.NotFound, "text/plain; charset=utf-8", "Không có ảnh này. / There is no such picture.", "no-store"),
                (path, answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync(Stop), answer.Headers.CacheControl?.ToString()));
        }
    }

    [Fact]
    public async Task Nothing_can_be_sent_to_an_address_of_a_picture()
    {
        using var answer = await _web.PostAsync($"/pictures/{Guid.Empty:N}/320.webp", new StringContent(""), Stop);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    public void Dispose()
    {
        _web.Dispose();
        _app.Dispose();
        _storefront.Dispose();
    }

    private async Task<Picture> SentAsync()
    {
        var upload = _app.Services.GetRequiredService<PictureUpload>();
        var added = await upload.AddAsync(new MemoryStream(Samples.Jpeg(700, 500)), new PictureFor(Guid.CreateVersion7(_app.Clock.GetUtcNow())), Stop);
        return added.Failed(out var problem, out var picture) ? throw new InvalidOperationException(problem.Message.En) : picture;
    }
}
