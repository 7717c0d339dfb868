namespace SupplyChain.Orders;

/// <summary>The first that fits, in this order.</summary>
[GenerateSerializer, Alias("order-status")]
public enum OrderStatus
{
    /// <summary>Could not be allocated and backorder was not allowed; final.</summary>
    Rejected = 1,

    /// <summary>Every unit is cancelled.</summary>
    Cancelled = 2,

    /// <summary>Every uncancelled unit is delivered.</summary>
    Delivered = 3,

    /// <summary>Every uncancelled unit is shipped.</summary>
    Shipped = 4,

    /// <summary>Some units are shipped.</summary>
    PartiallyShipped = 5,

    /// <summary>An undispatched shipment exists.</summary>
    Released = 6,

    /// <summary>Every open unit is allocated.</summary>
    Allocated = 7,

    /// <summary>Some open units are allocated.</summary>
    PartiallyAllocated = 8,

    /// <summary>Every open unit waits for stock.</summary>
    Backordered = 9,

    /// <summary>Stored, not decided yet.</summary>
    Placed = 10,
}
