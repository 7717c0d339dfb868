namespace SupplyChain.Shipments;

/// <summary>The highest rank seen.</summary>
[GenerateSerializer, Alias("shipment-status")]
public enum ShipmentStatus
{
    /// <summary>Rank 0.</summary>
    Planned = 0,

    /// <summary>Rank 10.</summary>
    Picked = 10,

    /// <summary>Rank 20.</summary>
    Packed = 20,

    /// <summary>Rank 30: the goods are issued.</summary>
    Dispatched = 30,

    /// <summary>Rank 40.</summary>
    InTransit = 40,

    /// <summary>Rank 50.</summary>
    OutForDelivery = 50,

    /// <summary>Rank 60.</summary>
    Delivered = 60,

    /// <summary>Cancelled before it was dispatched.</summary>
    Cancelled = 99,
}
