using System.Net;
using System.Net.Sockets;

namespace SupplyChain;

/// <summary>Finds ports for servers that are about to start, or that go down and come back.</summary>
public static class FreePort
{
    // Neither what systems hand out for outgoing connections (from 32768 on), which would take the port of a server
    // that is down, nor what nodes choose by themselves (from 20000 on).
    private const int First = 10_000;
    private const int Ports = 10_000;
    private static int _last = Random.Shared.Next(Ports);

    /// <summary>A port of this machine that nobody listens on; another one at each call.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _last) % Ports);
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
