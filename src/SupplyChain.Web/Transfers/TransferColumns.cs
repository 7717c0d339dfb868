using SupplyChain.Exports;

namespace SupplyChain.Transfers;

/// <summary>What the list of transfers can show of each.</summary>
internal static class TransferColumns
{
    /// <summary>In the order they stand.</summary>
    public static ListColumns<TransferSummary> All { get; } = new(
        "transfers",
        new("id", "Transfer", one => one.Id.Value),
        new("route", "Route", one => $"{one.From} → {one.To}"),
        new("from", "From", one => one.From.Value, IsDefault: false),
        new("to", "To", one => one.To.Value, IsDefault: false),
        new("status", "Status", one => one.Status),
        new("priority", "Priority", one => one.Priority, ColumnKind.Number, IsDefault: false),
        new("lines", "Products", one => one.Lines, ColumnKind.Number, IsDefault: false),
        new("units", "Units", one => one.Units, ColumnKind.Number),
        new("waiting", "Waiting", one => one.Waiting, ColumnKind.Number),
        new("reserved", "Reserved", one => one.Reserved, ColumnKind.Number),
        new("inTransit", "In transit", one => one.InTransit, ColumnKind.Number),
        new("received", "Received", one => one.Received, ColumnKind.Number),
        new("short", "Short", one => one.Short, ColumnKind.Number),
        new("over", "Over", one => one.Over, ColumnKind.Number),
        new("requestedBy", "Wanted by", one => one.RequestedBy, ColumnKind.Date),
        new("requestedAt", "Requested", one => one.RequestedAt, ColumnKind.Instant, IsDefault: false),
        new("version", "Version", one => one.Version, ColumnKind.Number, IsDefault: false));
}
