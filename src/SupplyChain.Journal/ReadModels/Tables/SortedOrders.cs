using SupplyChain.Orders;

namespace SupplyChain.Journal.ReadModels.Tables;

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
        SortKey<OrderSummary>.Number("version", "version", order => order.Version));

    /// <summary>One page.</summary>
    public static Page<OrderSummary> Read(IReadSession session, TenantId tenant, OrderQuery query, PageQuery page)
    {
        return List.Read(
            session, page, (OrderList.Columns("d"), query != new OrderQuery()), Select, OrderList.Summary);

        ReadQuery Select(string columns)
        {
            var dialect = session.Dialect;
            var sql = new ReadQuery($"{columns} FROM orders d WHERE d.tenant = ?", tenant.Value);
            AddListed(sql, "order_skus", Filter.Of("sku", query.Sku, query.Skus, sku => sku.Value));
            AddListed(sql, "order_warehouses", Filter.Of(
                "warehouse", query.Warehouse, query.Warehouses, warehouse => warehouse.Value));
            sql.And(dialect, Filter.Of("customer", query.Customer, query.Customers, customer => customer.Value))
                .And(dialect, Filter.Of("status", query.Status, query.Statuses));
            OrderList.AddPeriod(sql, "d", query);
            OrderList.AddText(sql, dialect, "d", query);
            return sql;
        }

        void AddListed(ReadQuery sql, string table, Filter filter)
        {
            if (filter.Values.Length > 0)
            {
                sql.Add($"AND number IN (SELECT number FROM {table} WHERE tenant = ?", tenant.Value)
                    .And(session.Dialect, filter).Add(")");
            }
        }
    }
}
