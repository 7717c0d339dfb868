using SupplyChain.Inventory;

namespace SupplyChain.Shipments;

/// <summary>Units reserved for a demand that a shipment is planned to take, as they are stored.</summary>
/// <param name="Reservation">The reservation they are held under.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="Scheduled">The date the demand counts against; null when none.</param>
public sealed record PlannedLine(ReservationKey Reservation, Sku Sku, long Quantity, DateOnly? Scheduled)
{
    /// <summary>A line of the command.</summary>
    public static PlannedLine Of(PlanShipmentLine line) =>
        new(line.Reservation, line.Sku, line.Quantity, line.Scheduled);
}
