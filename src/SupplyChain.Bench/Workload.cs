using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>What the clients do.</summary>
internal enum Workload
{
    /// <summary>Each places orders.</summary>
    Orders,

    /// <summary>Each places orders and sees every one through to the customer's door.</summary>
    Fulfil,

    /// <summary>A mix: 30 % checkouts, 60 % news of deliveries, 5 % dashboards, 5 % changes of products.</summary>
    Marketplace,
}

/// <summary>What is known of workloads.</summary>
internal static class Workloads
{
    /// <summary>As it is written on the command line.</summary>
    public static string Name(this Workload workload) => workload.ToString().ToLowerInvariant();

    /// <summary>The operation that ends with an order the lists show.</summary>
    public static Operation Listed(this Workload workload) => workload switch
    {
        Workload.Fulfil => Operation.Fulfilment,
        Workload.Marketplace => Operation.Checkout,
        _ => Operation.Order,
    };

    /// <summary>Which orders of a run the lists show when such an operation is done.</summary>
    public static OrderQuery Done(this Workload workload, string numbers) => new(Text: numbers, Status: workload switch
    {
        Workload.Fulfil => OrderStatus.Delivered,
        Workload.Marketplace => null,
        _ => OrderStatus.Allocated,
    });
}
