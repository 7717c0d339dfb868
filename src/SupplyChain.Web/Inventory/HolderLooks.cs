using SupplyChain.Planner;

namespace SupplyChain.Inventory;

/// <summary>How it is shown whether an order line has units or waits for them.</summary>
internal static class HolderLooks
{
    /// <summary>What can be filtered by.</summary>
    public static readonly Choice[] Choices =
    [
        new(nameof(HolderState.Reserved), "Reserved", new("Reserved", "st-allocated", "info")),
        new(nameof(HolderState.Waiting), "Waiting", new("Waiting", "st-backordered", "warn")),
    ];

    /// <summary>In a word, with its place in the queue.</summary>
    public static Look Of(StockHolder holder) => holder.State == HolderState.Reserved
        ? new("Reserved", "st-allocated", "info")
        : new(holder.Place is { } place ? $"Waiting, {Words.Ordinal(place)}" : "Waiting", "st-backordered", "warn");
}
