using System.Net;
using System.Net.Sockets;

namespace SupplyChain;

/// <summary>Finds a port that stays free while its server is down.</summary>
internal static class FreePort
{
    // Below what systems hand out for outgoing connections, which would take the port of a server that is down.
    private const int First = 20_000;
    private const int BeyondLast = 30_000;

    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, BeyondLast);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; another one.
            }
        }
    }
}
