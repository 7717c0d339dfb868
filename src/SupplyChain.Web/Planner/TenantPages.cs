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
/// It calls by the node's own client, narrowed to the tenant. A viewer who is limited to warehouses shares the follower
/// alone: the rest is read by the viewer's own client, so that nothing is shown that was read for others.
/// </summary>
internal sealed class TenantPages
{
    /// <summary>Nothing is read yet.</summary>
    public TenantPages(SupplyChainClient chain, LiveFeed feed, TimeProvider time)
    {
        Feed = feed;
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
        services.AddScoped(OfVisitor);
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

    private static TenantPages OfVisitor(IServiceProvider page)
    {
        var visitor = page.GetRequiredService<VisitorTenant>();
        var shared = page.GetRequiredService<PagesOfTenants>().Of(visitor.Id);
        return !visitor.IsLimited
            ? shared
            : new(page.GetRequiredService<SupplyChainClient>(), shared.Feed, page.GetRequiredService<TimeProvider>());
    }
}

/// <summary>The pages of every tenant that had a visitor at this node.</summary>
internal sealed class PagesOfTenants(
    [FromKeyedServices(NodeClient.Name)] SupplyChainClient node, TimeProvider time, ILoggerFactory log) : IDisposable
{
    private readonly ConcurrentDictionary<TenantId, TenantPages> _all = new();

    /// <summary>Those of a tenant.</summary>
    public TenantPages Of(TenantId tenant) => _all.GetOrAdd(tenant, Make);

    private TenantPages Make(TenantId tenant)
    {
        var chain = node.With(new CallOptions { Tenant = tenant });
        return new(chain, new(chain, time, log.CreateLogger<LiveFeed>()), time);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pages in _all.Values)
            pages.Feed.Close();
    }
}
