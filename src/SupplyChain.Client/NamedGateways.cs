using System.Globalization;
using System.Net;
using Orleans.Messaging;
using Orleans.Runtime;

namespace SupplyChain;

/// <summary>Gateways that are listed by name or address; names are looked up each time they are asked for.</summary>
internal sealed class NamedGateways(IReadOnlyList<string> gateways) : IGatewayListProvider
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public TimeSpan MaxStaleness => RefreshInterval;

    /// <inheritdoc/>
    public bool IsUpdatable => true;

    /// <summary>Reads <c>host:port</c>; an IPv6 address stands in brackets.</summary>
    public static bool TryRead(string? text, out string host, out int port)
    {
        (host, port) = ("", 0);
        var colon = text?.LastIndexOf(':') ?? -1;
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var read))
            return false;
        (host, port) = (text![..colon].Trim('[', ']'), read);
        return host.Length > 0 && port > 0;
    }

    /// <inheritdoc/>
    public Task InitializeGatewayListProvider() => Task.CompletedTask;

    /// <summary>All that can be found; a name that cannot does not hide the others.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">None of the names can be found.</exception>
    public async Task<IList<Uri>> GetGateways()
    {
        var found = new List<Uri>();
        Exception? trouble = null;
        foreach (var gateway in gateways)
        {
            _ = TryRead(gateway, out var host, out var port);
            try
            {
                var addresses = IPAddress.TryParse(host, out var given)
                    ? [given]
                    : await Dns.GetHostAddressesAsync(host);
                found.AddRange(addresses.Select(address => new IPEndPoint(address, port).ToGatewayUri()));
            }
            catch (System.Net.Sockets.SocketException unknown)
            {
                trouble = unknown;
            }
        }
        return found.Count > 0 || trouble is null ? found : throw trouble;
    }
}
