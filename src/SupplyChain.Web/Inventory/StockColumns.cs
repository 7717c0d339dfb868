using SupplyChain.Exports;

namespace SupplyChain.Inventory;

/// <summary>What the lists of stock can show.</summary>
internal static class StockColumns
{
    /// <summary>Of a stock item.</summary>
    public static ListColumns<StockLevel> Items { get; } = new(
        "stock",
        new("sku", "SKU", one => one.Sku.Value),
        new("warehouse", "Warehouse", one => one.Warehouse.Value),
        new("onHand", "On hand", one => one.OnHand, ColumnKind.Number),
        new("reserved", "Reserved", one => one.Reserved, ColumnKind.Number),
        new("available", "Available", one => one.Available, ColumnKind.Number),
        new("rationed", "Rationed", one => one.Rationed),
        new("version", "Version", one => one.Version, ColumnKind.Number, IsDefault: false));

    /// <summary>Of a product.</summary>
    public static ListColumns<StockSummary> Products { get; } = new(
        "inventory",
        new("sku", "SKU", one => one.Sku.Value),
        new("description", "Description", one => one.Description),
        new("onHand", "On hand", one => one.OnHand, ColumnKind.Number),
        new("reserved", "Reserved", one => one.Reserved, ColumnKind.Number),
        new("available", "Available", one => one.Available, ColumnKind.Number),
        new("waiting", "Waiting for it", one => one.Waiting, ColumnKind.Number),
        new("warehouses", "Warehouses", one => one.Warehouses, ColumnKind.Number));

    /// <summary>Of a demand that holds units of a product or waits for them.</summary>
    public static ListColumns<StockHolder> Holders { get; } = new(
        "holders",
        new("order", "Order", one => HolderLooks.Name(one.Owner)),
        new("line", "Line", one => one.Line, ColumnKind.Number),
        new("customer", "Customer", one => one.Customer?.Value),
        new("priority", "Priority", one => one.Priority, ColumnKind.Number),
        new("units", "Units", one => one.Units, ColumnKind.Number),
        new("state", "State", one => one.State),
        new("place", "Place in the queue", one => one.Place, ColumnKind.Number, IsDefault: false),
        new("warehouse", "Warehouse", one => one.Warehouse?.Value),
        new("since", "Accepted", one => one.Since, ColumnKind.Instant));
}
