using SupplyChain.Inventory;
using SupplyChain.Tables;

namespace SupplyChain.Network;

/// <summary>Reads what closed warehouses have still to let go, and what opened ones can give again.</summary>
internal static class ClosingQueries
{
    private static readonly string Owners = $"""
        SELECT owner, sku FROM (
            {string.Join("\nUNION ALL\n", AggregateReadModels.Demands.Select(demands => demands.ToMove))}) AS d
        ORDER BY priority, since, owner, line
        """;

    private static readonly string Warehouses = $"""
        SELECT w.tenant, w.id FROM warehouses w
        WHERE w.closed_at IS NOT NULL AND (
            {string.Join("\nOR ", AggregateReadModels.Demands.Select(demands => $"EXISTS ({demands.HoldsToMove})"))})
        ORDER BY w.tenant, w.id
        """;

    private const string Changed = "SELECT tenant, id, version FROM warehouses WHERE closed_at IS NULL AND version > 1";

    private const string WaitedForHere =
        $"SELECT sku FROM stock WHERE tenant = ?1 AND warehouse = ?2 AND {WaitedFor.Condition}";

    /// <summary>Owners of demands that leaving the warehouse would still change.</summary>
    public static IReadOnlyList<OwnerToMove> OwnersToMove(
        IReadSession session, TenantId tenant, WarehouseId warehouse) =>
        session[Owners].Bind(1, tenant.Value).Bind(2, warehouse.Value)
            .All(row => (Owner: new DemandOwner(row.Text(0)), Sku: new Sku(row.Text(1))))
            .GroupBy(line => line.Owner, line => line.Sku)
            .Select(owner => new OwnerToMove(owner.Key, [.. owner.Distinct()]))
            .ToList();

    /// <summary>Closed warehouses with such owners, of every tenant.</summary>
    public static IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse)> ClosedWarehouses(IReadSession session) =>
        session[Warehouses].All(row => (new TenantId(row.Text(0)), new WarehouseId(row.Text(1))));

    /// <summary>Open warehouses that were changed since they were defined, of every tenant.</summary>
    public static IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse, long Version)> ChangedOpenWarehouses(
        IReadSession session) =>
        session[Changed].All(row => (new TenantId(row.Text(0)), new WarehouseId(row.Text(1)), row.Int64(2)));

    /// <summary>Products in the warehouse for which lines wait.</summary>
    public static IReadOnlyList<Sku> WaitedForSkus(IReadSession session, TenantId tenant, WarehouseId warehouse) =>
        session[WaitedForHere].Bind(1, tenant.Value).Bind(2, warehouse.Value).All(row => new Sku(row.Text(0)));
}
