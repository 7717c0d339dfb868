using SupplyChain.Exports;

namespace SupplyChain.Network;

/// <summary>What the lists of warehouses can show.</summary>
internal static class WarehouseColumns
{
    /// <summary>Of what they have and do.</summary>
    public static ListColumns<WarehouseSummary> Figures { get; } = new(
        "warehouses",
        new("name", "Warehouse", one => one.Name),
        new("id", "Id", one => one.Id.Value, IsDefault: false),
        new("status", "Status", one => one.Status),
        new("country", "Country", one => one.Country),
        new("priority", "Priority band", one => one.Priority, ColumnKind.Number),
        new("onHand", "On hand", one => one.OnHand, ColumnKind.Number),
        new("reserved", "Reserved", one => one.Reserved, ColumnKind.Number),
        new("openShipments", "Open shipments", one => one.OpenShipments, ColumnKind.Number),
        new("waitingUnits", "Waiting to leave", one => one.WaitingUnits, ColumnKind.Number));

    /// <summary>Of what they are.</summary>
    public static ListColumns<WarehouseDetails> Details { get; } = new(
        "warehouses",
        new("id", "Id", one => one.Id.Value),
        new("name", "Name", one => one.Name),
        new("status", "Status", one => one.Status),
        new("country", "Country", one => one.Country),
        new("unlocode", "UN/LOCODE", one => one.Unlocode),
        new("gln", "GLN", one => one.Gln),
        new("region", "Region", one => one.Region),
        new("timeZone", "Time zone", one => one.TimeZone),
        new("priority", "Priority band", one => one.Priority, ColumnKind.Number),
        new("closedReason", "Closed because", one => one.ClosedReason),
        new("closedSince", "Closed since", one => one.ClosedSince, ColumnKind.Instant),
        new("version", "Version", one => one.Version, ColumnKind.Number, IsDefault: false));
}
