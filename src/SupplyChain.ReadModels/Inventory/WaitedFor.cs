namespace SupplyChain.Inventory;

/// <summary>Whether lines wait for a product, told from the lines of those who wait.</summary>
internal static class WaitedFor
{
    /// <summary>
    /// The condition for a row of <c>stock</c>. Few lines of orders wait, and an index has them alone.
    /// </summary>
    public const string Condition = """
        (EXISTS (SELECT 1 FROM order_lines l
            WHERE l.tenant = stock.tenant AND l.sku = stock.sku AND l.backordered > 0)
        OR EXISTS (SELECT 1 FROM transfer_lines t
            WHERE t.tenant = stock.tenant AND t.sku = stock.sku AND t.waiting > 0))
        """;
}
