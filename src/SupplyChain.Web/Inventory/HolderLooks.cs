using SupplyChain.Planner;

namespace SupplyChain.Inventory;

/// <summary>How it is shown who owns a demand, and whether it has units or waits for them.</summary>
internal static class HolderLooks
{
    /// <summary>What can be filtered by.</summary>
    public static readonly Choice[] Choices =
    [
        new(nameof(HolderState.Reserved), "Reserved", new("Reserved", "st-allocated", "info")),
        new(nameof(HolderState.Waiting), "Waiting", new("Waiting", "st-backordered", "warn")),
    ];

    /// <summary>The owner in words, with what it is.</summary>
    public static string FullName(DemandOwner owner) => $"{owner.Kind} {owner.Id}";

    /// <summary>The owner in words.</summary>
    public static string Name(DemandOwner owner) => owner.Order?.Value ?? FullName(owner);

    /// <summary>In a word, with its place in the queue.</summary>
    public static Look Of(StockHolder holder) => holder.State == HolderState.Reserved
        ? new("Reserved", "st-allocated", "info")
        : new(holder.Place is { } place ? $"Waiting, {Words.Ordinal(place)}" : "Waiting", "st-backordered", "warn");
}
