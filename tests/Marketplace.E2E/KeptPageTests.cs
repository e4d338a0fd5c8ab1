using System.Net;

namespace Marketplace.E2E;

/// <summary>The real pages at the door: kept for everybody, but never those that know the visitor or that went wrong.</summary>
public sealed class KeptPageTests(Site site) : IDisposable
{
    private readonly HttpClient _web = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };

    private static readonly string[] OwnPages =
    [
        "/da-luu", "/dang-ky", "/dang-nhap", "/xac-nhan", "/mat-khau", "/mat-khau/moi", "/loi-moi", "/khieu-nai/gui", "/gio-hang", "/dat-hang", "/don-hang", "/dat-nhanh", "/dat-mau",
        "/en/saved", "/en/register", "/en/sign-in", "/en/confirm", "/en/password", "/en/password/new", "/en/invitation", "/en/complaints/file", "/en/cart", "/en/checkout", "/en/orders", "/en/order-pad", "/en/order-sample",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EveryPageTests.PlainPaths), MemberType = typeof(EveryPageTests))]
    public async Task A_page_is_kept_with_its_policy_and_told_from_a_changed_one_by_its_tag(string path)
    {
        using var first = await _web.GetAsync(path, Stop);

        // What is not there, or is the visitor's own, is among those pages too.
        if (first.StatusCode != HttpStatusCode.OK || OwnPages.Contains(path.Split('?')[0]))
        {
            Assert.Equal("no-store, private", first.Headers.CacheControl?.ToString());
            return;
        }

        using var again = await _web.GetAsync(path, Stop);
        Assert.Equal((HttpStatusCode.OK, "no-cache"), (again.StatusCode, again.Headers.CacheControl?.ToString()));
        Assert.True(again.Headers.Age is not null, "It was made anew.");
        Assert.Equal(await first.Content.ReadAsStringAsync(Stop), await again.Content.ReadAsStringAsync(Stop));
        Assert.DoesNotContain("nonce-", string.Join(' ', again.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { again.Headers.ETag! } } };
        using var known = await _web.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/san-pham/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/da-luu", HttpStatusCode.OK)]
    [InlineData("/en/saved/__data.json", HttpStatusCode.OK)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/dang-nhap", HttpStatusCode.OK)]
    [InlineData("/tai-khoan", HttpStatusCode.SeeOther)]
    [InlineData("/tai-khoan/bao-mat", HttpStatusCode.SeeOther)]
    [InlineData("/en/account/organisation", HttpStatusCode.SeeOther)]
    [InlineData("/en/account/__data.json", HttpStatusCode.OK)]
    public async Task An_answer_that_is_no_page_for_everybody_is_not_kept(string path, HttpStatusCode status)
    {
        for (var visit = 0; visit < 2; visit++)
        {
            using var answer = await _web.GetAsync(path, Stop);
            Assert.Equal((status, true, null), (answer.StatusCode, answer.Headers.CacheControl?.NoStore, answer.Headers.Age));
        }
    }

    [Theory]
    [InlineData("/xac-nhan?account=0&token=x", "same-origin")]
    [InlineData("/en/password/new?account=0&token=x", "same-origin")]
    [InlineData("/loi-moi?secret=x", "same-origin")]
    [InlineData("/cach-xep-hang", "strict-origin-when-cross-origin")]
    public async Task The_secret_in_an_address_is_told_to_no_other_site(string path, string policy)
    {
        using var answer = await _web.GetAsync(path, Stop);

        Assert.Equal([policy], answer.Headers.GetValues("Referrer-Policy"));
    }

    public void Dispose() => _web.Dispose();
}
