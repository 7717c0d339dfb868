using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>Reads the list of orders in the order of a query.</summary>
internal static class SortedOrders
{
    // The indexes say it in the same words.
    private const string PlacedAt = "CASE WHEN placed_at IS NOT NULL THEN sort_at END";

    private static readonly SortedList<OrderSummary> List = new(
        OrderList.Name, ["number"],
        SortKey<OrderSummary>.Text("number", "number", order => order.Number.Value) with { Indexed = true },
        SortKey<OrderSummary>.Number("status", "status", order => (long)order.Status) with
        {
            Indexed = true,
            FewValues = true,
        },
        SortKey<OrderSummary>.Text("customer", "customer", order => order.Customer.Value) with { Indexed = true },
        SortKey<OrderSummary>.Number("priority", "priority", order => order.Priority) with
        {
            Indexed = true,
            FewValues = true,
        },
        SortKey<OrderSummary>.NumberOrMissing("requestedBy", "requested_by", order => order.RequestedBy?.DayNumber),
        SortKey<OrderSummary>.NumberOrMissing("placedAt", PlacedAt, order =>
            order.PlacedAt is { } at ? JournalTime.ToMicroseconds(at) : null),
        SortKey<OrderSummary>.Number("units", "units", order => order.Units),
        SortKey<OrderSummary>.Number("backorderedUnits", "backordered", order => order.BackorderedUnits),
        SortKey<OrderSummary>.Number("version", "version", order => order.Version),
        SortKey<OrderSummary>.NumberOrMissing("promise", "promise", order => order.Promise?.DayNumber) with
        {
            Indexed = false,
        },
        SortKey<OrderSummary>.Number("readyUnits", "ready", order => order.ReadyUnits));

    /// <summary>One page.</summary>
    public static Page<OrderSummary> Read(IReadSession session, OrderConditions conditions, PageQuery page) =>
        List.Read(
            session, page, (OrderList.Columns("d"), conditions.Query != new OrderQuery()),
            columns => conditions.Select(session.Dialect, columns), OrderList.Summary);
}
