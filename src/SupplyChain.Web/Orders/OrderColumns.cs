using SupplyChain.Exports;

namespace SupplyChain.Orders;

/// <summary>What the list of orders can show of each.</summary>
internal static class OrderColumns
{
    /// <summary>In the order they stand.</summary>
    public static ListColumns<OrderSummary> All { get; } = new(
        "orders",
        new("number", "Order", one => one.Number.Value),
        new("status", "Status", one => one.Status),
        new("customer", "Customer", one => one.Customer.Value),
        new("priority", "Priority", one => one.Priority, ColumnKind.Number),
        new("placedAt", "Placed", one => one.PlacedAt, ColumnKind.Instant),
        new("requestedBy", "Requested", one => one.RequestedBy, ColumnKind.Date),
        new("promise", "Promised", one => one.Promise, ColumnKind.Date, IsDefault: false),
        new("units", "Units", one => one.Units, ColumnKind.Number),
        new("backorderedUnits", "Backordered", one => one.BackorderedUnits, ColumnKind.Number),
        new("readyUnits", "Ready to release", one => one.ReadyUnits, ColumnKind.Number, IsDefault: false),
        new("warehouses", "From", one => string.Join(", ", one.Warehouses)),
        new("version", "Version", one => one.Version, ColumnKind.Number, IsDefault: false));
}
