using SupplyChain.Inventory;
using SupplyChain.Operations;

namespace SupplyChain.Shipments;

/// <summary>Everything the read tables keep of a shipment.</summary>
/// <param name="Summary">Its row in the list, and how it stands as long as it is not late.</param>
/// <param name="IsOpen">Whether units are still to arrive.</param>
/// <param name="LateAfter">The last day that it is not late on; null when it never will be.</param>
/// <param name="Skus">What it was made with.</param>
/// <param name="Picked">While it waits in its warehouse and picking has begun.</param>
internal sealed record ShipmentRow(
    ShipmentSummary Summary, bool IsOpen, DateOnly? LateAfter, Items<Sku> Skus, InWarehouse? Picked)
{
    /// <summary>The row of a state; null while there is no shipment.</summary>
    public static ShipmentRow? Of(ShipmentId id, Shipment shipment) =>
        shipment.Summary(id, DateOnly.MinValue) is not { } summary ? null : new(
            summary, shipment.IsOpen(), shipment.IsOpen() ? shipment.Promise() : null,
            shipment.Plan!.Lines.Select(line => line.Sku).Distinct().ToItems(), ShipmentCauses.Picked(shipment));
}
