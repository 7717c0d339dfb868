using System.Net;
using System.Net.Sockets;

namespace SupplyChain.Host.Nodes;

/// <summary>Chooses the ports a silo listens on.</summary>
internal static class Ports
{
    /// <summary>
    /// The port that was asked for, or the usual one, or any free one when that is taken or nothing is usual.
    /// </summary>
    /// <exception cref="VerbException">The port that was asked for is taken.</exception>
    public static int Choose(string option, IPAddress address, int? asked, int? usual)
    {
        if ((asked ?? usual) is { } wanted && IsFree(address, wanted))
            return wanted;
        return asked is null
            ? AnyFree(address)
            : throw new VerbException($"Port {asked} is in use by another program; name another with {option}.");
    }

    /// <summary>Makes sure that the web part can listen.</summary>
    /// <exception cref="VerbException">An address cannot be used.</exception>
    public static void EnsureFree(IEnumerable<string> urls)
    {
        foreach (var url in urls.Select(url => new Uri(url)))
        {
            var address = IPAddress.TryParse(url.DnsSafeHost, out var given) ? given : IPAddress.Loopback;
            using var probe = new TcpListener(address, url.Port);
            try
            {
                probe.Start();
            }
            catch (SocketException trouble)
            {
                var why = trouble.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? "is in use by another program"
                    : $"cannot be used ({trouble.Message})";
                throw new VerbException($"{url.GetLeftPart(UriPartial.Authority)} {why}; name another with --urls.");
            }
        }
    }

    private static bool IsFree(IPAddress address, int port)
    {
        using var probe = new TcpListener(address, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int AnyFree(IPAddress address)
    {
        using var probe = new TcpListener(address, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
