using SupplyChain.Exports;

namespace SupplyChain.Operations;

/// <summary>What a file of exceptions says of each.</summary>
internal static class ExceptionColumns
{
    /// <summary>In the order they stand.</summary>
    public static ListColumns<ExceptionEntry> All { get; } = new(
        "exceptions",
        new("id", "Exception", one => one.Id),
        new("kind", "Kind", one => one.Kind),
        new("status", "Status", one => one.Status),
        new("entity", "About", one => one.Entity),
        new("reason", "Reason", one => one.Reason),
        new("suggestion", "Suggestion", one => one.Suggestion),
        new("units", "Units", one => one.Units, ColumnKind.Number),
        new("impact", "Impact", one => one.Impact?.Score, ColumnKind.Number),
        new("since", "Since", one => one.Since, ColumnKind.Instant),
        new("order", "Order", one => one.Order?.Value),
        new("skus", "Products", one => string.Join(", ", one.Skus)),
        new("warehouse", "Warehouse", one => one.Warehouse?.Value),
        new("shipment", "Shipment", one => one.Shipment?.Value),
        new("customer", "Customer", one => one.Customer?.Value),
        new("priority", "Priority", one => one.Priority, ColumnKind.Number),
        new("promise", "Promised", one => one.Promise, ColumnKind.Date),
        new("expected", "Expected", one => one.Expected, ColumnKind.Date),
        new("owner", "Owner", one => one.Owner),
        new("snoozedUntil", "Snoozed until", one => one.SnoozedUntil, ColumnKind.Instant),
        new("note", "Note", one => one.Note),
        new("resolution", "Resolution", one => one.Resolution));
}
