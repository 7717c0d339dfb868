namespace SupplyChain.Orders;

/// <summary>How far a shipment is, as its order knows it.</summary>
public enum OrderShipmentState
{
    /// <summary>The order wants it; it may not exist yet.</summary>
    Planning = 0,

    /// <summary>It exists.</summary>
    Planned = 1,

    /// <summary>Its goods have left.</summary>
    Shipped = 2,

    /// <summary>It was cancelled or never came to be.</summary>
    Cancelled = 3,
}
