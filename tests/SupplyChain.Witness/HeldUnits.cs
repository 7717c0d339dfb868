namespace SupplyChain;

/// <summary>Units an order says it holds.</summary>
public sealed record HeldUnits(string Order, int Line, string Sku, string Warehouse, long Units)
{
    /// <summary>What orders that were seen one by one hold.</summary>
    public static IEnumerable<HeldUnits> Of(IEnumerable<SeenOrder> orders) =>
        from order in orders
        from it in order.Allocations
        where it.Status == "Reserved"
        select new HeldUnits(order.Number, it.Line, it.Sku, it.Warehouse, it.Quantity);
}
