using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tables;
using SupplyChain.Transfers;

namespace SupplyChain.Access;

/// <summary>What a caller sees that is limited to warehouses, as conditions; without a limit there are none.</summary>
internal static class ScopeFilters
{
    /// <summary>Rows whose column is one of the warehouses.</summary>
    public static Filter On(this WarehouseScope scope, string column) => Filter.Of(column, scope.Warehouses);

    /// <summary>Orders that such a warehouse serves or has served, and those that wait for it alone.</summary>
    /// <param name="sql">The question, of rows <c>d</c> with the order's number and place.</param>
    /// <param name="dialect">How the database says it.</param>
    /// <param name="tenant">Whose orders.</param>
    /// <param name="scope">The warehouses.</param>
    public static ReadQuery AndSeenOrder(
        this ReadQuery sql, SqlDialect dialect, TenantId tenant, WarehouseScope scope) =>
        !scope.IsLimited
            ? sql
            : sql.Add("AND (EXISTS (SELECT 1 FROM order_warehouses v WHERE v.tenant = ?", tenant.Value)
                .And(dialect, scope.On("v.warehouse"))
                .Add(
                    """
                    AND v.sort_at = d.sort_at AND v.number = d.number)
                    OR EXISTS (SELECT 1 FROM order_lines v WHERE v.tenant = ? AND v.number = d.number
                        AND v.backordered > 0
                    """,
                    tenant.Value)
                .And(dialect, scope.On("v.pinned")).Add("))");

    /// <summary>Transfers from or to such a warehouse, of rows <c>d</c>.</summary>
    public static ReadQuery AndSeenTransfer(this ReadQuery sql, SqlDialect dialect, WarehouseScope scope) =>
        !scope.IsLimited
            ? sql
            : sql.Add("AND (1 = 0").Or(dialect, scope.On("d.source")).Or(dialect, scope.On("d.destination")).Add(")");

    /// <summary>Exceptions of the orders, transfers and shipments that such a caller sees.</summary>
    public static ReadQuery AndSeenException(
        this ReadQuery sql, SqlDialect dialect, TenantId tenant, WarehouseScope scope) =>
        !scope.IsLimited
            ? sql
            : sql
                .Add($"AND (entity IN (SELECT '{Order.Kind}/' || d.number FROM orders d")
                .Add("WHERE d.tenant = ?", tenant.Value)
                .AndSeenOrder(dialect, tenant, scope)
                .Add($"UNION ALL SELECT '{Transfer.Kind}/' || d.id FROM transfers d WHERE d.tenant = ?", tenant.Value)
                .AndSeenTransfer(dialect, scope)
                .Add($"UNION ALL SELECT '{Shipment.Kind}/' || d.id FROM shipments d WHERE d.tenant = ?", tenant.Value)
                .And(dialect, scope.On("d.warehouse")).Add("))");

    private static ReadQuery Or(this ReadQuery sql, SqlDialect dialect, Filter filter) =>
        sql.Add("OR (1 = 1").And(dialect, filter).Add(")");
}
