using System.Net;
using System.Net.Sockets;

namespace SupplyChain.Webhooks;

/// <summary>
/// Connections to receivers. A name is looked up once for each connection, and the connection goes to the very address
/// that was judged; nothing is redirected, no proxy is asked, no cookie is kept.
/// </summary>
internal static class WebhookConnections
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxConnectionAge = TimeSpan.FromMinutes(2);
    private const int MaxHeadersKilobytes = 16;
    private const int MaxDrainedBytes = 64 << 10;

    /// <summary>A client for them.</summary>
    public static HttpClient Open(WebhookOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = MaxConnectionAge,
            MaxConnectionsPerServer = options.Concurrency,
            MaxResponseHeadersLength = MaxHeadersKilobytes,
            MaxResponseDrainSize = MaxDrainedBytes,
            ConnectCallback = (context, stopping) => ConnectAsync(context.DnsEndPoint, options, stopping),
        };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <exception cref="HttpRequestException">The receiver has no address that is allowed.</exception>
    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint receiver, WebhookOptions options, CancellationToken stopping)
    {
        var addresses = await Dns.GetHostAddressesAsync(receiver.Host, stopping);
        var allowed = options.AllowPrivateTargets ? addresses : Array.FindAll(addresses, PublicAddresses.Contains);
        if (allowed.Length == 0)
            throw new HttpRequestException("The receiver has no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, receiver.Port, stopping);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
