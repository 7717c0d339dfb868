using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads who holds a product and who waits for it.</summary>
public static class HolderList
{
    private const string Own = "priority,since";

    private static readonly string ReservedInSqlite = Reserved(SqlDialect.Sqlite);
    private static readonly string ReservedInPostgres = Reserved(SqlDialect.Postgres);

    // The order in which the product's backlog serves them.
    private static readonly string Waiting = FormattableString.Invariant($"""
        SELECT owner, line, customer, priority, CAST({(int)HolderState.Waiting} AS bigint) AS state, units, warehouse,
            since, row_number() OVER (ORDER BY priority, since, owner, line) AS place
        FROM ({Together(demands => demands.Waiting)}) AS w
        """);

    private static readonly ReadList<StockHolder> List = new(
        "holders", ["order", "line", "state", "warehouse"],
        new("owner", "owner") { Field = "order" },
        new("line", "line"),
        new("customer", "customer"),
        new("priority", "priority"),
        new("state", "state"),
        new("units", "units"),
        new("warehouse", "warehouse"),
        new("since", "since"),
        new("place", "place"));

    /// <summary>Who holds a product and who waits for it, by priority, then age.</summary>
    public static Task<Page<StockHolder>> HoldersAsync(
        this IReadModels models, TenantId tenant, HolderQuery query, PageQuery page,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, (query, scope), page), cancellationToken);

    /// <summary>One page, by priority and age unless another order is asked for.</summary>
    private static Page<StockHolder> Read(
        IReadSession session, TenantId tenant, (HolderQuery Query, WarehouseScope Scope) wanted, PageQuery page)
    {
        var (query, scope) = wanted;
        var asked = AggregateReadModels.Demands
            .SelectMany(_ => (object[])[tenant.Value, query.Sku.Value]).ToArray();
        return List.Sorted(session, page with { Sort = page.Sort ?? Own }, filtered: true, Select);

        ReadQuery Select(string columns) =>
            new ReadQuery(
                $"{columns} FROM ({(session.Dialect == SqlDialect.Sqlite ? ReservedInSqlite : ReservedInPostgres)}",
                asked)
                .Add($"UNION ALL {Waiting}) AS d WHERE 1 = 1", asked)
                .And("state = ?", query.State is { } state ? (int)state : null)
                .And(session.Dialect, Filter.Of("warehouse", query.Warehouses))
                .And(session.Dialect, scope.On("warehouse"));
    }

    private static string Reserved(SqlDialect dialect) => FormattableString.Invariant($"""
        SELECT owner, line, customer, priority, CAST({(int)HolderState.Reserved} AS bigint) AS state, units, warehouse,
            since, CAST(NULL AS bigint) AS place
        FROM ({Together(demands => demands.Reserved(dialect))}) AS r
        """);

    /// <summary>What the owners of every kind say, one below the other.</summary>
    private static string Together(Func<IOwnedDemands, string> part) =>
        string.Join("\nUNION ALL\n", AggregateReadModels.Demands.Select(part));
}
