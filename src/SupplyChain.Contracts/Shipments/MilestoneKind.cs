namespace SupplyChain.Shipments;

/// <summary>What a milestone reports.</summary>
[GenerateSerializer, Alias("milestone-kind")]
public enum MilestoneKind
{
    /// <summary>Goods are picked.</summary>
    Picked = 1,

    /// <summary>Goods are packed.</summary>
    Packed = 2,

    /// <summary>Goods left the warehouse.</summary>
    Dispatched = 3,

    /// <summary>Arrived at a hub.</summary>
    ArrivedHub = 4,

    /// <summary>Left a hub.</summary>
    DepartedHub = 5,

    /// <summary>On the last leg.</summary>
    OutForDelivery = 6,

    /// <summary>Handed over to the customer.</summary>
    Delivered = 7,

    /// <summary>Something went wrong; has no rank.</summary>
    Exception = 8,
}
