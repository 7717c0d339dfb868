using SupplyChain.Access;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>What a query asks of orders, as conditions: every list and count of orders reads the same ones.</summary>
/// <param name="Tenant">Whose orders.</param>
/// <param name="Query">What is asked.</param>
/// <param name="Today">Decides what is late.</param>
/// <param name="Scope">The warehouses that the caller is limited to.</param>
internal sealed record OrderConditions(
    TenantId Tenant, OrderQuery Query, DateOnly Today, WarehouseScope Scope = default)
{
    /// <summary>The products asked for.</summary>
    public Filter Skus(string column) => Filter.Of(column, Query.Skus, Query.Sku);

    /// <summary>The warehouses asked for.</summary>
    public Filter Warehouses(string column) => Filter.Of(column, Query.Warehouses, Query.Warehouse);

    /// <summary>The customers asked for.</summary>
    public Filter Customers(string column) => Filter.Of(column, Query.Customers, Query.Customer);

    /// <summary>The statuses asked for.</summary>
    public Filter Statuses(string column) => Filter.Of(column, Query.Statuses, Query.Status);

    /// <summary>Columns of the orders <c>d</c> that meet every condition.</summary>
    public ReadQuery Select(SqlDialect dialect, string columns)
    {
        var sql = new ReadQuery($"{columns} FROM orders d WHERE d.tenant = ?", Tenant.Value)
            .AndIn(dialect, "number", ("order_warehouses", "number"), Tenant, Warehouses("warehouse"))
            .And(dialect, Customers("customer")).And(dialect, Statuses("status"));
        if (Skus("l.sku") is { Values.Length: > 0 } skus)
        {
            sql.Add($"AND d.number IN (SELECT l.number FROM {LinesBySku(dialect, "l")} WHERE {IsBySku("l")}")
                .Add("AND l.tenant = ?", Tenant.Value).And(dialect, skus).Add(")");
        }
        return AddRest(sql, dialect, "d");
    }

    /// <summary>The first lines of each product in orders, by product and the order's place.</summary>
    public static string LinesBySku(SqlDialect dialect, string alias) =>
        $"order_lines {alias} {dialect.Along("order_lines_by_sku")}";

    /// <summary>The condition of <see cref="LinesBySku"/>.</summary>
    public static string IsBySku(string alias) => $"{alias}.sku_first = 1";

    /// <summary>
    /// All conditions but those that lead to orders by themselves. The orders' own columns are in <paramref name="o"/>,
    /// their place and number in <c>d</c>.
    /// </summary>
    public ReadQuery AddRest(ReadQuery sql, SqlDialect dialect, string o)
    {
        AddPeriod(sql, o);
        // Waiting and ready in the words of the indexes that have only these orders.
        sql.AndContains(dialect, Query.Text, $"{o}.number", $"{o}.customer")
            .AndIf(Query.Waiting, $"{o}.backordered > 0")
            .AndIf(Query.Ready, $"{o}.ready > 0")
            .AndSeenOrder(dialect, Tenant, Scope);
        if (Query.Late)
        {
            AddLate(sql, dialect);
        }
        return sql.And(dialect, Filter.Of($"{o}.priority", Query.Priorities))
            .And($"{o}.requested_by >= ?", Query.RequestedFrom).And($"{o}.requested_by < ?", Query.RequestedTo)
            .And($"{o}.promise >= ?", Query.PromisedFrom).And($"{o}.promise < ?", Query.PromisedTo)
            .And($"{o}.units >= ?", Query.UnitsFrom).And($"{o}.units < ?", Query.UnitsTo);
    }

    /// <summary>Those that were placed when it is asked for.</summary>
    private void AddPeriod(ReadQuery sql, string o)
    {
        if (Query.From is not null || Query.To is not null)
        {
            sql.Add($"AND {o}.placed < {OrderTable.UndatedText}");
        }
        var at = o == "d" ? "d.placed" : "d.sort_at";
        sql.And($"{at} >= ?", Query.From).And($"{at} < ?", Query.To);
    }

    /// <summary>
    /// Those with a line that is over and not delivered, and those with a shipment that is expected after its promise:
    /// what the list of exceptions calls late and at risk.
    /// </summary>
    private void AddLate(ReadQuery sql, SqlDialect dialect) => sql
        .Add(
            $"""
            AND d.number IN (
                SELECT number FROM orders w {dialect.Along("orders_due")}
                WHERE w.tenant = ? AND w.due IS NOT NULL AND w.due < ?
            """,
            Tenant.Value, Today)
        .Add(
            FormattableString.Invariant($"""
                UNION ALL SELECT s.number FROM exceptions e {dialect.LookUp} shipments s
                    ON s.tenant = e.tenant AND s.id = substr(e.entity, 10)
                WHERE e.tenant = ? AND e.kind = {(int)ExceptionKind.AtRisk} AND e.resolved_at IS NULL)
                """),
            Tenant.Value);
}
