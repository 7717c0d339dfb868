using Orleans.Concurrency;
using SupplyChain.Operations;

namespace SupplyChain.Orders;

/// <summary>Answers questions about many orders.</summary>
[GrainType("order-queries"), StatelessWorker, Reentrant]
public sealed class OrderQueriesGrain(
    IReadModels readModels, IBusinessClock business, PastStates past, Histories histories, OrderStories stories,
    OrderAddresses addresses)
    : Grain, IOrderQueriesGrain
{
    private TenantId Tenant => this.GetPrimaryKeyString();

    private DateOnly Today => DateOnly.FromDateTime(business.Now.Date);

    /// <inheritdoc/>
    public Task<Page<OrderSummary>> List(ListOrders query) =>
        Queries.Run(() => readModels.OrdersAsync(Tenant, query.Query, Today, query.Page, CallContext.Scope));

    /// <inheritdoc/>
    public Task<OrderCount> Count(OrderQuery query) =>
        Queries.Run(() => readModels.CountOrdersAsync(Tenant, query, Today, CallContext.Scope));

    /// <inheritdoc/>
    public Task<OrderDetails?> AsOf(OrderAsOf query) => Queries.Run(async () =>
        await IsSeenAsync(query.Id)
        && await past.ReadAsync<Order, OrderEvent>(new(Tenant, Order.Kind, query.Id.Value), query.Then)
            is { Exists: true } order
            ? order.Details(await addresses.OpenAsync(Tenant, order.Customer, order.ShipTo!))
            : null);

    /// <inheritdoc/>
    public Task<Page<HistoryEntry>?> History(ListOrderHistory query) => Queries.Run(async () =>
        await IsSeenAsync(query.Order)
            ? await histories.ReadAsync(new(Tenant, Order.Kind, query.Order.Value), query.Page)
            : null);

    /// <inheritdoc/>
    public Task<Page<OrderStoryEntry>?> Story(ListOrderStory query) => Queries.Run(async () =>
        await IsSeenAsync(query.Order) ? await stories.ReadAsync(Tenant, query.Order, query.Page) : null);

    /// <summary>Whether the order concerns a warehouse of the caller, as it is now.</summary>
    private async Task<bool> IsSeenAsync(OrderId number)
    {
        var scope = CallContext.Scope;
        return !scope.IsLimited
            || await past.ReadAsync<Order, OrderEvent>(new(Tenant, Order.Kind, number.Value), default)
                is { } order && scope.IncludesAny(order.ConcernedWarehouses);
    }
}
