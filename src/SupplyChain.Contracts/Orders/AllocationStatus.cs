namespace SupplyChain.Orders;

/// <summary>Where allocated units are.</summary>
[GenerateSerializer, Alias("allocation-status")]
public enum AllocationStatus
{
    /// <summary>Reserved in the warehouse.</summary>
    Reserved = 1,

    /// <summary>Left the warehouse.</summary>
    Shipped = 2,
}
