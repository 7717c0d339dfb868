using System.Net;
using System.Net.Sockets;

namespace SupplyChain.Host.Nodes;

/// <summary>Chooses the ports a silo listens on.</summary>
internal static class Ports
{
    /// <summary>The port that was asked for, or the usual one, or any free one when that is taken.</summary>
    /// <exception cref="VerbException">The port that was asked for is taken.</exception>
    public static int Choose(string option, int? asked, int usual)
    {
        if (IsFree(asked ?? usual))
            return asked ?? usual;
        return asked is null
            ? AnyFree()
            : throw new VerbException($"Port {asked} is in use by another program; name another with {option}.");
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
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

    private static int AnyFree()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
