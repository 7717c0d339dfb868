using System.Net;
using System.Net.Sockets;

namespace SupplyChain.Webhooks;

/// <summary>
/// Which addresses belong to the public internet, after the registries of special-purpose addresses of IANA (RFC 6890
/// and its updates).
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Special =
    [
        .. from text in new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Of IPv6 only 2000::/3 is given out; in it, what is set apart or carries an IPv4 address.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }
        select IPNetwork.Parse(text),
    ];

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    /// <summary>Whether an address is of the public internet.</summary>
    public static bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GivenOut.Contains(plain))
            && !Special.Any(network => network.Contains(plain));
    }

    /// <summary>
    /// Whether an address of the web names a private machine for all to see; names are looked up later.
    /// </summary>
    public static bool IsPrivateHost(Uri url) => IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var address)
        ? !Contains(address)
        : url.IdnHost is "localhost" || url.IdnHost.EndsWith(".localhost", StringComparison.Ordinal);
}
