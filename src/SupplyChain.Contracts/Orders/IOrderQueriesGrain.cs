using SupplyChain.Access;

namespace SupplyChain.Orders;

/// <summary>Questions about many orders; keyed by tenant.</summary>
[GrainInterfaceType("order-queries"), Alias("order-queries"), Needs(Permission.Read), Scoped(Scope.ByEntity)]
public interface IOrderQueriesGrain : IGrainWithStringKey
{
    /// <summary>Lists orders.</summary>
    [Alias("list"), Scoped(Scope.ByList)] Task<Page<OrderSummary>> List(ListOrders query);

    /// <summary>Counts orders.</summary>
    [Alias("count"), Scoped(Scope.ByList)] Task<OrderCount> Count(OrderQuery query);

    /// <summary>An order as it was then; null when there was none.</summary>
    [Alias("as-of")] Task<OrderDetails?> AsOf(OrderAsOf query);

    /// <summary>An order's events; null when there is no such order.</summary>
    [Alias("history")] Task<Page<HistoryEntry>?> History(ListOrderHistory query);

    /// <summary>The events of every actor that belong to an order; null when there is no such order.</summary>
    [Alias("story")] Task<Page<OrderStoryEntry>?> Story(ListOrderStory query);
}
