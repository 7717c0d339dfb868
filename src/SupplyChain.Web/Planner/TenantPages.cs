using System.Collections.Concurrent;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Planner.Search;
using SupplyChain.Planner.Tower;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Planner;

/// <summary>
/// What all pages of one tenant share on this node: the follower of its events, and what was read for all its viewers.
/// It calls by the node's own client, narrowed to the tenant.
/// </summary>
internal sealed class TenantPages
{
    /// <summary>Nothing is read yet.</summary>
    public TenantPages(SupplyChainClient chain, TimeProvider time, ILoggerFactory log)
    {
        Feed = new(chain, time, log.CreateLogger<LiveFeed>());
        Names = new(chain, time);
        Orders = new(chain, Names, time);
        Products = new(chain, Names, time);
        Warehouses = new(chain, time);
        Tower = new(chain, Names, Feed, time);
        Shipments = new(chain, Names, time);
        Transfers = new(chain, Names, time);
        Exceptions = new(chain, Orders, Names, time);
        Tally = new(chain, time);
        Finding = new(chain, Names);
    }

    public LiveFeed Feed { get; }

    public Names Names { get; }

    public OrderReading Orders { get; }

    public ProductReading Products { get; }

    public WarehouseReading Warehouses { get; }

    public TowerReading Tower { get; }

    public ShipmentReading Shipments { get; }

    public TransferReading Transfers { get; }

    public ExceptionReading Exceptions { get; }

    public ExceptionTally Tally { get; }

    public Finding Finding { get; }

    /// <summary>
    /// Has components get what their visitor's tenant shares. None of it is disposable: what services hold for one page
    /// they would dispose of with it.
    /// </summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<PagesOfTenants>();
        services.AddScoped(page => page.GetRequiredService<PagesOfTenants>()
            .Of(page.GetRequiredService<VisitorTenant>().Id));
        Share(pages => pages.Feed);
        Share(pages => pages.Names);
        Share(pages => pages.Orders);
        Share(pages => pages.Products);
        Share(pages => pages.Warehouses);
        Share(pages => pages.Tower);
        Share(pages => pages.Shipments);
        Share(pages => pages.Transfers);
        Share(pages => pages.Exceptions);
        Share(pages => pages.Tally);
        Share(pages => pages.Finding);

        void Share<T>(Func<TenantPages, T> part) where T : class =>
            services.AddScoped(page => part(page.GetRequiredService<TenantPages>()));
    }
}

/// <summary>The pages of every tenant that had a visitor at this node.</summary>
internal sealed class PagesOfTenants(
    [FromKeyedServices(NodeClient.Name)] SupplyChainClient node, TimeProvider time, ILoggerFactory log) : IDisposable
{
    private readonly ConcurrentDictionary<TenantId, TenantPages> _all = new();

    /// <summary>Those of a tenant.</summary>
    public TenantPages Of(TenantId tenant) => _all.GetOrAdd(
        tenant, one => new(node.With(new CallOptions { Tenant = one }), time, log));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pages in _all.Values)
            pages.Feed.Close();
    }
}
