using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>What can happen to a goods receipt.</summary>
public abstract record ReceiptEvent
{
    private ReceiptEvent() { }

    /// <summary>Goods arrived.</summary>
    /// <param name="Warehouse">Where.</param>
    /// <param name="Lines">What.</param>
    /// <param name="OccurredAt">When; null when unknown.</param>
    /// <param name="Digest">Of the original body, to tell a repeat from a conflict.</param>
    [EventType("receipt.recorded")]
    public sealed record Recorded(
        WarehouseId Warehouse, Items<ReceivedLine> Lines, DateTimeOffset? OccurredAt, string Digest) : ReceiptEvent;

    /// <summary>Every line is in stock, and lines that waited for it were served.</summary>
    [EventType("receipt.posted")]
    public sealed record Posted : ReceiptEvent;
}
