namespace SupplyChain.Orders;

/// <summary>How far an allocation is.</summary>
public enum AllocationState
{
    /// <summary>The stock item has not answered yet.</summary>
    Proposed = 0,

    /// <summary>Reserved.</summary>
    Held = 1,

    /// <summary>Left the warehouse.</summary>
    Shipped = 2,
}
