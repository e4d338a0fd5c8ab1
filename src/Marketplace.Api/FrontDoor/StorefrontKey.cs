using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.FrontDoor;

/// <summary>The secret that the storefront shows with its calls, so that the API believes it, and nobody else, about whom it calls for.</summary>
internal sealed class StorefrontKey(IOptions<StorefrontOptions> options)
{
    public const string Header = "X-Storefront-Key";

    public string Value { get; } = options.Value.Key ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public bool Opens(HttpRequest request) => Opens(request.Headers);

    public bool Opens(IHeaderDictionary headers)
    {
        var shown = headers[Header];
        return shown.Count == 1 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown[0] ?? ""), Encoding.UTF8.GetBytes(Value));
    }
}
