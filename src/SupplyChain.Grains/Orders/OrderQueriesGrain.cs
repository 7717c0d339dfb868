using Orleans.Concurrency;
using SupplyChain.Journal;
using SupplyChain.Journal.ReadModels;
using SupplyChain.Operations;

namespace SupplyChain.Orders;

/// <summary>Answers questions about many orders.</summary>
[GrainType("order-queries"), StatelessWorker, Reentrant]
public sealed class OrderQueriesGrain(
    IReadModels readModels, IJournal journal, IBusinessClock business, PastStates past, OrderAddresses addresses)
    : Grain, IOrderQueriesGrain
{
    private TenantId Tenant => this.GetPrimaryKeyString();

    private DateOnly Today => DateOnly.FromDateTime(business.Now.Date);

    /// <inheritdoc/>
    public Task<Page<OrderSummary>> List(ListOrders query) =>
        Queries.Run(() => readModels.OrdersAsync(Tenant, query.Query, Today, query.Page));

    /// <inheritdoc/>
    public Task<OrderCount> Count(OrderQuery query) =>
        Queries.Run(() => readModels.CountOrdersAsync(Tenant, query, Today));

    /// <inheritdoc/>
    public Task<OrderDetails?> AsOf(OrderAsOf query) => Queries.Run(async () =>
        await past.ReadAsync<Order, OrderEvent>(new(Tenant, Order.Kind, query.Id.Value), query.Then)
            is { Exists: true } order
            ? order.Details(await addresses.OpenAsync(Tenant, order.Customer, order.ShipTo!))
            : null);

    /// <inheritdoc/>
    public Task<Page<HistoryEntry>?> History(ListOrderHistory query) => Queries.Run(async () =>
    {
        if (Sorting.Fault(query.Page.Sort, []) is { } fault)
        {
            throw new MalformedSortException(fault);
        }
        var after = 0L;
        if (query.Page.After is { } cursor && !long.TryParse(cursor, out after))
        {
            throw new MalformedCursorException(cursor);
        }
        var stream = new StreamId(Tenant, Order.Kind, query.Order.Value);
        var rows = await journal.ReadStreamAsync(stream, after + 1, limit: query.Page.Limit + 1);
        if (rows.Count == 0 && after == 0)
        {
            return null;
        }
        var page = rows.Take(query.Page.Limit).Select(row => new HistoryEntry(
            row.Version, row.Type, row.OccurredAt, row.RecordedAt, row.Actor, PublishedEvents.Data(row))).ToItems();
        return new Page<HistoryEntry>(page, rows.Count > page.Count ? $"{page[^1].Version}" : null);
    });
}
