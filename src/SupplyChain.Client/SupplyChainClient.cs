using SupplyChain.Access;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;
using SupplyChain.Views;
using SupplyChain.Webhooks;

namespace SupplyChain;

/// <summary>
/// The coordinator as an ERP system sees it. Commands are safe to repeat with the same id; transient failures are
/// repeated within one deadline; refusals are values.
/// </summary>
public sealed class SupplyChainClient : IAsyncDisposable
{
    private readonly Calls _calls;
    private readonly ClusterConnection? _connection;
    private readonly ClusterClock? _clock;

    private SupplyChainClient(Calls calls, ClusterConnection? connection, ClusterClock? clock)
    {
        (_calls, _connection, _clock) = (calls, connection, clock);
        Orders = new OrdersClient(calls);
        Inventory = new InventoryClient(calls);
        Shipments = new ShipmentsClient(calls);
        Transfers = new TransfersClient(calls);
        Warehouses = new WarehousesClient(calls);
        Imports = new ImportsClient(calls);
        Events = new EventsClient(calls);
        Operations = new OperationsClient(calls);
        Exceptions = new ExceptionsClient(calls);
        Views = new ViewsClient(calls);
        Webhooks = new WebhooksClient(calls);
        Keys = new KeysClient(calls);
        Access = new AccessClient(calls);
    }

    /// <summary>Whose entities it works on.</summary>
    public TenantId Tenant => _calls.Tenant;

    /// <summary>Orders.</summary>
    public OrdersClient Orders { get; }

    /// <summary>Products, stock, receipts and adjustments.</summary>
    public InventoryClient Inventory { get; }

    /// <summary>Shipments and their milestones.</summary>
    public ShipmentsClient Shipments { get; }

    /// <summary>Transfers of stock between warehouses.</summary>
    public TransfersClient Transfers { get; }

    /// <summary>Warehouses.</summary>
    public WarehousesClient Warehouses { get; }

    /// <summary>Imports of files.</summary>
    public ImportsClient Imports { get; }

    /// <summary>The feed of everything that happened.</summary>
    public EventsClient Events { get; }

    /// <summary>What planners have to look at.</summary>
    public ExceptionsClient Exceptions { get; }

    /// <summary>Saved views of the lists.</summary>
    public ViewsClient Views { get; }

    /// <summary>What other systems are told by posts to their addresses.</summary>
    public WebhooksClient Webhooks { get; }

    /// <summary>The keys of the tenant.</summary>
    public KeysClient Keys { get; }

    /// <summary>Signing in on behalf of others.</summary>
    public AccessClient Access { get; }

    /// <summary>Figures, health.</summary>
    public OperationsClient Operations { get; }

    /// <summary>Connects to a cluster through its gateways.</summary>
    /// <exception cref="ArgumentException">The options make no sense.</exception>
    /// <exception cref="UnavailableException">The cluster does not answer.</exception>
    public static async Task<SupplyChainClient> ConnectAsync(
        SupplyChainClientOptions options, CancellationToken cancellationToken = default)
    {
        options.Check();
        var connection = new ClusterConnection(options);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var grains = connection.Cluster;
            var session = new AccessSession(grains, options.Key, TimeProvider.System);
            var clock = new ClusterClock(
                grains.GetGrain<IOperationsGrain>(options.Tenant.Value), session, TimeProvider.System);
            await clock.StartAsync();
            var window = new CallWindow(TimeProvider.System);
            return new(new Calls(grains, options, new CallOptions(), clock, window, session), connection, clock);
        }
        catch (Exception failure)
        {
            await connection.DisposeAsync();
            if (!Transient.Is(failure) || cancellationToken.IsCancellationRequested)
                throw;
            throw Transient.Surface("connect", failure);
        }
    }

    /// <summary>Uses actors that can be reached already, as inside a silo.</summary>
    public static SupplyChainClient Over(IGrainFactory grains, SupplyChainClientOptions options, TimeProvider time)
    {
        options.Check();
        var session = new AccessSession(grains, options.Key, TimeProvider.System);
        return new(new Calls(grains, options, new CallOptions(), time, window: null, session), null, null);
    }

    /// <summary>The same client, saying something else beside its calls. It shares the connection.</summary>
    public SupplyChainClient With(CallOptions options) => new(_calls.With(options), null, null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is null)
            return;
        if (_clock is not null)
            await _clock.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
