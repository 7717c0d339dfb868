using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>What can happen to a stock adjustment.</summary>
public abstract record AdjustmentEvent
{
    private AdjustmentEvent() { }

    /// <summary>On hand is to be corrected.</summary>
    [EventType("adjustment.recorded")]
    public sealed record Recorded(
        WarehouseId Warehouse, Sku Sku, long Delta, string Reason, DateTimeOffset? OccurredAt, string Digest)
        : AdjustmentEvent;

    /// <summary>The stock item took it.</summary>
    [EventType("adjustment.posted")]
    public sealed record Posted : AdjustmentEvent;

    /// <summary>The stock item refused it: the number is free again.</summary>
    [EventType("adjustment.withdrawn")]
    public sealed record Withdrawn(string Message) : AdjustmentEvent;
}
