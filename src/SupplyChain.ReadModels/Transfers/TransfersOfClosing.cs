using SupplyChain.Network;
using SupplyChain.Shipments;
using SupplyChain.Tables;

namespace SupplyChain.Transfers;

/// <summary>Reads the transfers that the closing of a warehouse would not change and that could not be finished then:
/// their destination would be closed, or all that they still hold in their source is picked.</summary>
public static class TransfersOfClosing
{
    private static readonly string Found = $"""
        FROM transfers t
        WHERE t.tenant = ?1 AND t.open = 1 AND (t.destination = ?2 OR t.source = ?2 AND t.waiting + t.reserved > 0
            AND NOT EXISTS (
                SELECT 1 FROM transfer_holds h LEFT JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
                WHERE h.tenant = t.tenant AND h.id = t.id AND {ShipmentFilters.CanStillMove}))
        """;

    private static readonly string First = $"""
        SELECT t.id, t.source, t.destination, t.waiting, t.reserved, t.in_transit {Found}
        ORDER BY t.priority, t.requested_at, t.id LIMIT ?3
        """;

    private static readonly string Count = $"SELECT count(*) {Found}";

    /// <summary>The first of them by priority, then age, and how many there are.</summary>
    public static Task<(IReadOnlyList<TransferChange> First, int Count)> TransfersThatGoOnAsync(
        this IReadModels models, TenantId tenant, WarehouseId warehouse, int most,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, warehouse, most), cancellationToken);

    private static (IReadOnlyList<TransferChange> First, int Count) Read(
        IReadSession session, TenantId tenant, WarehouseId warehouse, int most)
    {
        var first = session[First].Bind(1, tenant.Value).Bind(2, warehouse.Value).Bind(3, most)
            .All(row => Change(row, warehouse));
        var count = session[Count].Bind(1, tenant.Value).Bind(2, warehouse.Value).First(row => row.Int64(0));
        return (first, (int)count);
    }

    private static TransferChange Change(IRow row, WarehouseId closing)
    {
        var change = new TransferChange(row.Text(0), row.Text(1), row.Text(2));
        return change.To == closing
            ? change with { Bound = row.Int64(3) + row.Int64(4) + row.Int64(5) }
            : change with { Waiting = row.Int64(3), Picked = row.Int64(4) };
    }
}
