using System.Net;
using System.Net.Sockets;

namespace Marketplace.Api.FrontDoor;

/// <summary>Who is at the other end of a request, also when the storefront calls on a visitor's behalf: the key of every limit per visitor.</summary>
public static class VisitorAddress
{
    internal const string Header = "X-Forwarded-For";

    /// <summary>Gives an IPv4 address, or the /64 network of an IPv6 one, because a household has a whole such network to call from.</summary>
    public static string Of(HttpContext http)
    {
        var key = http.RequestServices.GetService<StorefrontKey>();
        if (key?.Opens(http.Request) == true && IPAddress.TryParse(http.Request.Headers[Header].ToString(), out var visitor))
        {
            return Network(visitor);
        }

        return Network(Connected(http));
    }

    /// <summary>The address that the connection itself comes from; a local socket has none and counts as this machine.</summary>
    internal static IPAddress Connected(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    private static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
