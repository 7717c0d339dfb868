using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;

namespace SupplyChain;

/// <summary>A connection to a cluster from outside.</summary>
internal static class ClusterConnection
{
    /// <summary>What went through a gateway that died is lost after this, and repeated within the deadline.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    public static IHost Build(SupplyChainClientOptions options)
    {
        var gateways = options.Gateways.Select(Gateway).ToArray();
        if (gateways.Length == 0 && options.FindGateways is null)
            throw new ArgumentException($"{nameof(options.Gateways)} names no gateway (host:port).");
        var host = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        host.Logging.SetMinimumLevel(LogLevel.Warning);
        host.UseOrleansClient(client =>
        {
            if (options.FindGateways is { } find)
                find(client);
            else
                client.UseStaticClustering(gateways);
            client.Services.Configure<ClusterOptions>(cluster =>
                (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));
            client.Services.Configure<ExceptionSerializationOptions>(ExceptionsBelowOrleans.Admit);
            client.Services.Configure<ClientMessagingOptions>(messaging =>
                messaging.ResponseTimeout = options.Deadline < LongestWait ? options.Deadline : LongestWait);
        });
        return host.Build();
    }

    private static IPEndPoint Gateway(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var port))
            throw new ArgumentException($"Gateway '{text}' is not host:port.");
        var name = text[..colon].Trim('[', ']');
        var address = IPAddress.TryParse(name, out var given) ? given : Dns.GetHostAddresses(name)[0];
        return new IPEndPoint(address, port);
    }
}
