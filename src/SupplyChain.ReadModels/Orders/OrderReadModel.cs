using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Shipments;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>What is read of orders.</summary>
internal sealed class OrderReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Order.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<ReadTable> Tables { get; } =
    [
        new("orders", """
            tenant, number, sort_at, placed, customer, placed_at, status, units, backordered, warehouses, version, due,
            country, latitude, longitude, unlocode
            """),
        new("order_lines", """
            tenant, number, line, sort_at, sku, sku_first, allocated, held_in, held_by, backordered, shipped, delivered,
            delivered_on, open, waits_since, first_ordered, first_allocated, closed_short, scheduled
            """),
        new("order_warehouses", "tenant, warehouse, sort_at, number"),
        new("order_holds", "tenant, warehouse, number, shipment, units, lines"),
        new("kpis", """
            tenant, grouping, span, start, key, currency, lines, delivered, dated, on_time, on_time_in_full,
            first_allocated, first_ordered, shipped, valued, value_thousands, value_units, value_billionths
            """),
        new("kpi_due", "tenant, grouping, span, start, key, lines"),
    ];

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) => new OrderProjection(
        parts.Journal, parts.Tables, parts.Exceptions, parts.Business, parts.CachedStates);

    /// <inheritdoc/>
    public IReadOnlyList<IStreamFold> Folds(Findings findings) =>
        [new FoldedStates<Order, OrderEvent>(SlimOrder.Of)];

    /// <inheritdoc/>
    public IEnumerable<(StreamId From, string Kind, string Id)> References(JournalFold fold) =>
        from pair in fold.Of<Order, OrderEvent>().States
        from shipment in pair.Value.Shipments.Values
        where shipment.State is OrderShipmentState.Planned or OrderShipmentState.Shipped
        select (pair.Key, Shipment.Kind, shipment.Plan.Id.Value);

    /// <inheritdoc/>
    public IOwnedDemands Demands { get; } = new OrderDemands();

    /// <inheritdoc/>
    public IEnumerable<FoundExceptions> Exceptions(SqlDialect dialect) =>
        [OrderExceptions.Late(dialect), OrderExceptions.Pinned(dialect)];

    /// <inheritdoc/>
    public void Compare(TableComparison tables, JournalFold fold) =>
        OrderTableComparison.Compare(tables, fold.Of<Order, OrderEvent>().States);
}
