using SupplyChain.Planner;

namespace SupplyChain.Network;

/// <summary>How it is shown whether a warehouse is open.</summary>
internal static class WarehouseLooks
{
    /// <summary>What can be filtered by.</summary>
    public static readonly Choice[] Choices =
    [
        new(nameof(WarehouseStatus.Open), "Open", Of(WarehouseStatus.Open)),
        new(nameof(WarehouseStatus.Closed), "Closed", Of(WarehouseStatus.Closed)),
    ];

    /// <summary>In a list, where it is not known how far a closing is.</summary>
    public static Look Of(WarehouseStatus status) => status == WarehouseStatus.Open
        ? new("Open", "wh-open", "good")
        : new("Closed", "wh-closed", "bad");

    /// <summary>Of one warehouse.</summary>
    public static Look Of(WarehouseDetails warehouse) => warehouse.Closing is { Pending: > 0 }
        ? new("Closing", "wh-closing", "warn")
        : Of(warehouse.Status);
}
