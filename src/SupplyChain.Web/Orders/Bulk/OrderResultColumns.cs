using SupplyChain.Exports;

namespace SupplyChain.Orders.Bulk;

/// <summary>What a file of the results of a bulk says of each order.</summary>
internal static class OrderResultColumns
{
    /// <summary>In the order they stand.</summary>
    public static ListColumns<OrderResult> All { get; } = new(
        "results",
        new("order", "Order", one => one.Order.Number.Value),
        new("customer", "Customer", one => one.Order.Customer.Value),
        new("outcome", "Result", one => OrderOutcomes.Of(one.Outcome).Word),
        new("said", "Reason", one => one.Said),
        new("code", "Code", one => one.Code),
        new("version", "Version seen", one => one.Order.Version, ColumnKind.Number));
}
