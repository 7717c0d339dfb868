namespace SupplyChain.Network;

/// <summary>What can happen to a warehouse.</summary>
public abstract record WarehouseEvent
{
    private WarehouseEvent() { }

    /// <summary>It was defined or replaced.</summary>
    [EventType("warehouse.defined")]
    public sealed record Defined(
        string Name, double? Latitude, double? Longitude, string? Country, string? Unlocode, string? Gln,
        string? Region, string? TimeZone, int Priority) : WarehouseEvent;

    /// <summary>It closed.</summary>
    [EventType("warehouse.closed")]
    public sealed record Closed(string Reason, DateTimeOffset At) : WarehouseEvent;

    /// <summary>Lines that depended on it were moved or made to wait.</summary>
    [EventType("warehouse.closing-progressed")]
    public sealed record ClosingProgressed(
        long Closing, int ResourcedLines, int BackorderedLines, bool Finished) : WarehouseEvent;

    /// <summary>It opened again.</summary>
    [EventType("warehouse.opened")]
    public sealed record Opened(string Reason, DateTimeOffset At) : WarehouseEvent;
}
