using SupplyChain.Exports;

namespace SupplyChain.Shipments;

/// <summary>What the list of shipments can show of each.</summary>
internal static class ShipmentColumns
{
    /// <summary>In the order they stand.</summary>
    public static ListColumns<ShipmentSummary> All { get; } = new(
        "shipments",
        new("id", "Shipment", one => one.Id.Value),
        new("route", "Route", one => $"{one.Warehouse} → {To(one)}"),
        new("order", "Order or transfer", one => one.Owner.Id, IsDefault: false),
        new("warehouse", "From", one => one.Warehouse.Value, IsDefault: false),
        new("customer", "Customer", one => one.Customer?.Value, IsDefault: false),
        new("status", "Status", one => one.Status),
        new("carrier", "Carrier", one => one.Carrier),
        new("mode", "Mode", one => one.Mode, IsDefault: false),
        new("trackingNumber", "Tracking number", one => one.TrackingNumber, IsDefault: false),
        new("units", "Units", one => one.Units, ColumnKind.Number),
        new("dispatchedAt", "Dispatched", one => one.DispatchedAt, ColumnKind.Instant, IsDefault: false),
        new("promise", "Promised", one => one.Promise, ColumnKind.Date),
        new("eta", "Expected", one => one.Eta.At, ColumnKind.Instant),
        new("standing", "To promise", one => one.Standing),
        new("lastReport", "Last report", one => one.LastReport?.At, ColumnKind.Instant),
        new("version", "Version", one => one.Version, ColumnKind.Number, IsDefault: false));

    /// <summary>Who gets it.</summary>
    private static string To(ShipmentSummary one) =>
        one.Customer?.Value ?? (one.Owner.Transfer() is null ? "unknown" : one.Owner.Words());
}
