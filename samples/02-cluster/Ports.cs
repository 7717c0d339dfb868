using System.Net;
using System.Net.Sockets;

namespace ClusterSample;

/// <summary>Finds ports for servers that go down and come back.</summary>
internal static class Ports
{
    // Below those that nodes choose by themselves (from 20000 on) and those of outgoing connections (from 32768 on).
    private const int First = 10_000;
    private const int Count = 10_000;
    private static int _last = Random.Shared.Next(Count);

    /// <summary>A port of this machine without a listener; another one at each call.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _last) % Count);
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
