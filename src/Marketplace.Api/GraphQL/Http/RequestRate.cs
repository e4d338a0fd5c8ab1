using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Marketplace.Api.GraphQL;

/// <summary>How often one client may ask: a bucket of tokens for each, refilled steadily.</summary>
internal sealed class RequestRate(GraphQLLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string>? _buckets = limits.RequestsPerMinute == 0 ? null : PartitionedRateLimiter.Create<string, string>(
        client => RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.RequestBurst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limits.RequestsPerMinute,
            QueueLimit = 0,
        }));

    /// <summary>Seconds to wait before asking again; null where the client may go on.</summary>
    public int? SecondsToWait(string client)
    {
        if (_buckets is null)
        {
            return null;
        }

        using var lease = _buckets.AttemptAcquire(client);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(Math.Max(1, wait.TotalSeconds))
            : 1;
    }

    /// <summary>The remote address; for IPv6 its network, because a household has that many addresses.</summary>
    public static string Client(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    public void Dispose() => _buckets?.Dispose();
}
