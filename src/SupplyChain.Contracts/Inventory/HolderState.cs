namespace SupplyChain.Inventory;

/// <summary>Whether an order line has units of a product or waits for them.</summary>
[GenerateSerializer, Alias("holder-state")]
public enum HolderState
{
    /// <summary>They are reserved for it and have not left.</summary>
    Reserved = 1,

    /// <summary>It stands in the queue for them.</summary>
    Waiting = 2,
}
