using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Serialization;
using SupplyChain.Access;
using SupplyChain.Operations;

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
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _turn = new();
    private Task? _opening;
    private Exception? _trouble;

    public ClusterConnection(SupplyChainClientOptions options)
    {
        _options = options;
        var host = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        host.Logging.SetMinimumLevel(LogLevel.Warning);
        host.Services.AddSingleton<IHostLifetime, SignalsOfTheProgram>();
        host.UseOrleansClient(client =>
        {
            if (options.FindGateways is { } find)
                find(client);
            else
                client.Services.AddSingleton<IGatewayListProvider>(new NamedGateways([.. options.Gateways]));
            Compose(client);
        });
        _host = host.Build();
        Cluster = _host.Services.GetRequiredService<IClusterClient>();
        Session = new(Cluster, options.Key, TimeProvider.System);
        Clock = new(
            () => Cluster.GetGrain<IOperationsGrain>(options.Tenant.Value), Session, TimeProvider.System);
    }

    /// <summary>The cluster's actors; they can be named once it is open.</summary>
    public IClusterClient Cluster { get; }

    /// <summary>What shows whose key is used.</summary>
    public AccessSession Session { get; }

    /// <summary>The cluster's time; this machine's until it is open.</summary>
    public ClusterClock Clock { get; }

    /// <summary>Whether a gateway has answered once; after that Orleans connects again by itself.</summary>
    public bool IsOpen => _opening is { IsCompletedSuccessfully: true };

    /// <summary>Connects to one of the gateways at least, and tries until there is no time left.</summary>
    /// <exception cref="UnavailableException">None answered in time.</exception>
    /// <exception cref="AccessDeniedException">The key is not accepted.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await ReadyAsync(call: null, _options.ConnectDeadline, cancellationToken);
        await Clock.AskAsync();
    }

    /// <summary>
    /// Waits until it is open. Connecting begins with the first who waits, and goes on when all have given up.
    /// </summary>
    /// <param name="call">What is not sent until then; null for nothing.</param>
    /// <param name="patience">How long at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="UnavailableException">No gateway answered in time.</exception>
    public async Task ReadyAsync(string? call, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await Opening().WaitAsync(patience, cancellationToken);
        }
        catch (Exception failure) when (Transient.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            var reason = (_trouble ?? failure).GetBaseException().Message;
            var where = _options.FindGateways is null ? $" of {string.Join(", ", _options.Gateways)}" : "";
            var unsent = call is null ? "" : $", so {call} was not sent";
            throw new UnavailableException(string.Create(
                CultureInfo.InvariantCulture,
                $"No gateway{where} answered within {patience.TotalSeconds} s{unsent}: {reason}"));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Clock.DisposeAsync();
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
            _closing.Dispose();
        }
    }

    private Task Opening()
    {
        lock (_turn)
        {
            if (_opening is null)
            {
                // What travels beside the first call does not travel beside the questions of the clock.
                using (ExecutionContext.SuppressFlow())
                    _opening = Task.Run(StartAsync);
            }
            return _opening;
        }
    }

    /// <summary>Tries until it is open or closed; then the cluster's time is asked for.</summary>
    private async Task StartAsync()
    {
        await _host.StartAsync(_closing.Token);
        await Clock.StartAsync();
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
        // Found by itself only in programs that Orleans' code generator has seen.
        client.Services.AddSerializer(serializer => serializer.AddAssembly(typeof(TenantId).Assembly));
        client.Services.Configure<ExceptionSerializationOptions>(ExceptionsBelowOrleans.Admit);
        client.Services.Configure<ClientMessagingOptions>(messaging =>
            messaging.ResponseTimeout = _options.Deadline < CallTimeout ? _options.Deadline : CallTimeout);
        client.UseConnectionRetryFilter(async (failure, stopping) =>
        {
            // Between two attempts Orleans says only that it will try again.
            if (failure.InnerException is not null || _trouble?.InnerException is null)
                _trouble = failure;
            await Task.Delay(ReconnectInterval, stopping);
            return true;
        });
    }
}
