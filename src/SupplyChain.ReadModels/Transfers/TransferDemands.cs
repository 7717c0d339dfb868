using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Operations.Verification;
using SupplyChain.Shipments;
using SupplyChain.Tables;

namespace SupplyChain.Transfers;

/// <summary>Transfers own the demands of their lines, all of them at the source.</summary>
internal sealed class TransferDemands : IOwnedDemands
{
    private static readonly string Owner = DemandOwner.Of(Transfer.Kind, "").Text;

    /// <inheritdoc/>
    public string Reserved(SqlDialect dialect) => $"""
        SELECT '{Owner}' || l.id AS owner, l.line AS line, CAST(NULL AS text) AS customer, t.priority AS priority,
            l.reserved AS units, t.source AS warehouse, t.requested_at AS since
        FROM transfer_lines l JOIN transfers t ON t.tenant = l.tenant AND t.id = l.id
        WHERE l.tenant = ? AND l.sku = ? AND l.reserved > 0
        """;

    /// <inheritdoc/>
    public string Waiting { get; } = $"""
        SELECT '{Owner}' || l.id AS owner, l.line AS line, CAST(NULL AS text) AS customer, t.priority AS priority,
            l.waiting AS units, t.source AS warehouse, t.requested_at AS since
        FROM transfer_lines l JOIN transfers t ON t.tenant = l.tenant AND t.id = l.id
        WHERE l.tenant = ? AND l.sku = ? AND l.waiting > 0
        """;

    /// <inheritdoc/>
    public string ToMove { get; } = $"""
        SELECT '{Owner}' || t.id AS owner, l.line AS line, l.sku AS sku, t.priority AS priority,
            t.requested_at AS since
        FROM transfers t JOIN transfer_lines l ON l.tenant = t.tenant AND l.id = t.id
        WHERE t.tenant = ?1 AND t.open = 1 AND t.source = ?2 AND t.id IN (
            SELECT h.id FROM transfer_holds h LEFT JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
            WHERE h.tenant = ?1 AND {ShipmentFilters.CanStillMove})
        """;

    /// <inheritdoc/>
    public string HoldsToMove { get; } = $"""
        SELECT 1 FROM transfers t JOIN transfer_holds h ON h.tenant = t.tenant AND h.id = t.id
            LEFT JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
        WHERE t.tenant = w.tenant AND t.open = 1 AND t.source = w.id AND {ShipmentFilters.CanStillMove}
        """;

    /// <inheritdoc/>
    public IEnumerable<StreamId> Owners(JournalFold fold) => fold.Of<Transfer, TransferEvent>().States.Keys;

    /// <inheritdoc/>
    public OwnerFacts? Find(StreamId owner, JournalFold fold) =>
        fold.Of<Transfer, TransferEvent>().States.GetValueOrDefault(owner) is not { } transfer ? null : new(
            transfer.Lines.ContainsKey,
            transfer.Reservations.Select(held => new ReservedUnits(
                held.Key, transfer.Source(held.Sku), held.HasLeft ? 0 : held.Quantity, held.Shipment)));
}
