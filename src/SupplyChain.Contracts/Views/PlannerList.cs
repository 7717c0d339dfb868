namespace SupplyChain.Views;

/// <summary>A list of which planners save views. The numbers are stable.</summary>
[GenerateSerializer, Alias("planner-list")]
public enum PlannerList
{
    /// <summary>Orders.</summary>
    Orders = 1,

    /// <summary>Shipments.</summary>
    Shipments = 2,

    /// <summary>Products and their stock.</summary>
    Inventory = 3,

    /// <summary>Exceptions.</summary>
    Exceptions = 4,

    /// <summary>Warehouses.</summary>
    Warehouses = 5,

    /// <summary>Transfers.</summary>
    Transfers = 6,
}
