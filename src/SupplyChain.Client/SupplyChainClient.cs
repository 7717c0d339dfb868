using System.Runtime.CompilerServices;
using SupplyChain.Access;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tenants;
using SupplyChain.Transfers;
using SupplyChain.Views;
using SupplyChain.Webhooks;

namespace SupplyChain;

/// <summary>
/// The coordinator as an ERP system sees it. Commands are safe to repeat with the same id; transient failures are
/// repeated within one deadline; refusals are values. One client serves a whole program, from any number of threads.
/// </summary>
public sealed class SupplyChainClient : IAsyncDisposable
{
    private readonly Calls _calls;
    private readonly ClusterConnection? _connection;
    private readonly CallWindow? _window;

    private SupplyChainClient(Calls calls, ClusterConnection? connection, CallWindow? window)
    {
        (_calls, _connection, _window) = (calls, connection, window);
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
        Customers = new CustomersClient(calls);
        Webhooks = new WebhooksClient(calls);
        Keys = new KeysClient(calls);
        Access = new AccessClient(calls);
        Tenants = new TenantsClient(calls);
    }

    /// <summary>The name of its <see cref="System.Diagnostics.ActivitySource"/>, and of its meter.</summary>
    public const string TelemetryName = "SupplyChain.Client";

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

    /// <summary>Customers, beside their orders.</summary>
    public CustomersClient Customers { get; }

    /// <summary>What other systems are told by posts to their addresses.</summary>
    public WebhooksClient Webhooks { get; }

    /// <summary>The keys of the tenant.</summary>
    public KeysClient Keys { get; }

    /// <summary>Signing in on behalf of others.</summary>
    public AccessClient Access { get; }

    /// <summary>The tenants of the cluster.</summary>
    public TenantsClient Tenants { get; }

    /// <summary>Figures, health.</summary>
    public OperationsClient Operations { get; }

    /// <summary>Connects to a cluster through its gateways.</summary>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The options make no sense.</exception>
    /// <exception cref="UnavailableException">
    /// The cluster does not answer within <see cref="SupplyChainClientOptions.ConnectDeadline"/>.
    /// </exception>
    /// <exception cref="AccessDeniedException">The key is not accepted.</exception>
    /// <exception cref="PlatformNotSupportedException">The program is compiled ahead of time.</exception>
    public static async Task<SupplyChainClient> ConnectAsync(
        SupplyChainClientOptions options, CancellationToken cancellationToken = default)
    {
        var client = Of(options);
        try
        {
            await client._connection!.OpenAsync(cancellationToken);
            return client;
        }
        catch (Exception failure)
        {
            await client.DisposeAsync();
            if (!Transient.Is(failure) || cancellationToken.IsCancellationRequested)
                throw;
            throw Transient.Surface("connect", failure);
        }
    }

    /// <summary>A client that connects when it is first used, or told to.</summary>
    /// <exception cref="ArgumentException">The options make no sense.</exception>
    /// <exception cref="PlatformNotSupportedException">The program is compiled ahead of time.</exception>
    internal static SupplyChainClient Of(SupplyChainClientOptions options)
    {
        options.Check(connects: true);
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new PlatformNotSupportedException(
                "Orleans makes code while it runs, which a program that is compiled ahead of time may not. A program "
                + "of one file says '#:property PublishAot=false', any other <PublishAot>false</PublishAot>.");
        }
        var connection = new ClusterConnection(options);
        var window = new CallWindow(TimeProvider.System, options.Deadline);
        ClientMetrics.Watch(window);
        var channel = new CallChannel(connection.Cluster, connection.Clock, connection.Session)
        {
            Window = window, Connection = connection,
        };
        return new(new Calls(options, new CallOptions(), channel), connection, window);
    }

    /// <summary>Uses actors that can be reached already, as inside a silo.</summary>
    /// <exception cref="ArgumentException">The options make no sense.</exception>
    public static SupplyChainClient Over(IGrainFactory grains, SupplyChainClientOptions options, TimeProvider time) =>
        Over(grains, options, time, edge: null);

    /// <summary>The same, with something that may make calls fail.</summary>
    internal static SupplyChainClient Over(
        IGrainFactory grains, SupplyChainClientOptions options, TimeProvider time, ICallEdge? edge)
    {
        options.Check(connects: false);
        var session = new AccessSession(grains, options.Key, TimeProvider.System);
        var channel = new CallChannel(grains, time, session) { Edge = edge };
        return new(new Calls(options, new CallOptions(), channel), null, null);
    }

    /// <summary>
    /// The same client, saying something else beside its calls; what is not said anew stays, but for conditions. It
    /// shares the connection.
    /// </summary>
    /// <exception cref="ArgumentException">The tenant's id is malformed.</exception>
    public SupplyChainClient With(CallOptions options)
    {
        if (options.Tenant is { } tenant)
            Calls.Check(tenant.Value);
        return new(_calls.With(options), null, null);
    }

    /// <summary>Waits until a gateway has answered.</summary>
    /// <exception cref="UnavailableException">None did within the time that connecting may take.</exception>
    internal Task ReadyAsync(CancellationToken cancellationToken) => _connection is null
        ? Task.CompletedTask
        : _connection.ReadyAsync(call: null, _calls.Options.ConnectDeadline, cancellationToken);

    /// <summary>Whether the cluster answers, and takes the key.</summary>
    /// <exception cref="UnavailableException">It does not within <paramref name="patience"/>.</exception>
    /// <exception cref="BusyException">It cannot now.</exception>
    /// <exception cref="AccessDeniedException">The key is not accepted.</exception>
    internal Task<DateTimeOffset> AskAsync(TimeSpan patience, CancellationToken cancellationToken) => _calls.Call(
        "now", null, () => _calls.Queries<IOperationsGrain>().Now(), patience, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ClientMetrics.Forget(_window);
        if (_connection is not null)
            await _connection.DisposeAsync();
    }
}
