using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;

namespace SupplyChain;

/// <summary>A connection to a cluster from outside.</summary>
internal sealed class ClusterConnection : IAsyncDisposable
{
    /// <summary>What went through a gateway that died is lost after this, and repeated within the deadline.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan ReconnectInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly SupplyChainClientOptions _options;
    private readonly IHost _host;
    private Exception? _trouble;

    public ClusterConnection(SupplyChainClientOptions options)
    {
        _options = options;
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
            Compose(client);
        });
        _host = host.Build();
    }

    /// <summary>The cluster's actors.</summary>
    public IClusterClient Cluster => _host.Services.GetRequiredService<IClusterClient>();

    /// <summary>Connects to one of the gateways at least, and tries until there is no time left.</summary>
    /// <exception cref="UnavailableException">None answered in time.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_options.ConnectDeadline);
        try
        {
            // Not all of it heeds the token.
            await _host.StartAsync(patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception failure) when (Transient.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            var reason = (_trouble ?? failure).GetBaseException().Message;
            throw new UnavailableException($"No gateway answered within {_options.ConnectDeadline:c}: {reason}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopTimeout);
        try
        {
            await _host.StopAsync(patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // A gateway that does not answer is not waited for.
        }
        finally
        {
            _host.Dispose();
        }
    }

    private void Compose(IClientBuilder client)
    {
        client.Services.Configure<ClusterOptions>(cluster =>
            (cluster.ClusterId, cluster.ServiceId) = (_options.ClusterId, _options.ServiceId));
        if (_options.Certificate is { } certificate)
        {
            client.Services.Configure<ClientConnectionOptions>(
                connections => connections.ConfigureConnection(certificate.SecureOpened));
        }
        client.Services.Configure<ExceptionSerializationOptions>(ExceptionsBelowOrleans.Admit);
        client.Services.Configure<ClientMessagingOptions>(messaging =>
            messaging.ResponseTimeout = _options.Deadline < CallTimeout ? _options.Deadline : CallTimeout);
        client.UseConnectionRetryFilter(async (failure, stopping) =>
        {
            _trouble = failure;
            await Task.Delay(ReconnectInterval, stopping);
            return true;
        });
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
