using static SupplyChain.Network.WarehouseEvent;

namespace SupplyChain.Network;

/// <summary>A place that holds stock. Undefined → Open ↔ Closed.</summary>
public sealed record Warehouse : IAggregate<Warehouse, WarehouseEvent>
{
    /// <inheritdoc/>
    public static string Kind => "warehouse";

    /// <inheritdoc/>
    public static int StateSchema => 2;

    /// <inheritdoc/>
    public static Warehouse Initial { get; } = new();

    /// <summary>What is known of it; null before it was defined.</summary>
    public Defined? Profile { get; init; }

    /// <summary>Why and since when it is closed; null while open.</summary>
    public Closed? Closure { get; init; }

    /// <summary>The closing before the present one, or the last one while open.</summary>
    public PastClosing? LastClosing { get; init; }

    /// <summary>How far the last closing has come.</summary>
    public ClosingProgressed? Closing { get; init; }

    /// <summary>Its version when it last closed.</summary>
    public long ClosedAtVersion { get; init; }

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>Defines or replaces it; the same again changes nothing.</summary>
    public static Decision<WarehouseEvent> Decide(Warehouse warehouse, PutWarehouse command)
    {
        var defined = new Defined(
            command.Name, command.Latitude, command.Longitude, command.Country, command.Unlocode, command.Gln,
            command.Region, command.TimeZone, command.Priority);
        return warehouse.Profile == defined ? [] : [defined];
    }

    /// <summary>Closes it; closing a closed one changes nothing.</summary>
    public static Decision<WarehouseEvent> Decide(Warehouse warehouse, CloseWarehouse command, DateTimeOffset now) =>
        warehouse.Closure is null ? [new Closed(command.Reason, now)] : [];

    /// <summary>Opens it; opening an open one changes nothing.</summary>
    public static Decision<WarehouseEvent> Decide(Warehouse warehouse, OpenWarehouse command, DateTimeOffset now) =>
        warehouse.Closure is null ? [] : [new Opened(command.Reason, now)];

    /// <summary>Remembers how far a closing has come; news of an earlier closing is ignored.</summary>
    public static Decision<WarehouseEvent> Decide(Warehouse warehouse, RecordClosing command)
    {
        var progressed = new ClosingProgressed(
            command.Closing, command.ResourcedLines, command.BackorderedLines, command.Finished);
        var current = warehouse.Closure is not null && command.Closing == warehouse.ClosedAtVersion;
        return current && warehouse.Closing is not { Finished: true } && progressed != warehouse.Closing
            ? [progressed]
            : [];
    }

    /// <inheritdoc/>
    public static Warehouse Evolve(Warehouse state, WarehouseEvent @event, DateTimeOffset recordedAt)
    {
        var next = @event switch
        {
            Defined defined => state with { Profile = defined },
            Closed closed => state with
            {
                Closure = closed,
                ClosedAtVersion = state.Version + 1,
                Closing = new(state.Version + 1, 0, 0, false),
            },
            ClosingProgressed progressed => state with { Closing = progressed },
            Opened opened => state with
            {
                Closure = null,
                Closing = null,
                LastClosing = state.Closure is { } closed ? new(closed.At, opened.At) : state.LastClosing,
            },
            _ => throw new System.Diagnostics.UnreachableException($"{@event}"),
        };
        return next with { Version = state.Version + 1 };
    }

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Warehouse state) =>
        state.Closing is { Finished: false } ? SupplyChain.UnfinishedWork.Handover : SupplyChain.UnfinishedWork.None;

    /// <summary>The warehouse as clients see it; null before it was defined.</summary>
    public WarehouseDetails? Details(WarehouseId id, int pending = 0) => Profile is not { } known
        ? null
        : new(id, known.Name, known.Latitude, known.Longitude, known.Country, known.Unlocode, known.Gln,
            known.Region, known.TimeZone, known.Priority,
            Closure is null ? WarehouseStatus.Open : WarehouseStatus.Closed, Closure?.Reason, Closure?.At,
            Closing is { } closing && Closure is not null
                ? new(pending, closing.ResourcedLines, closing.BackorderedLines)
                : null,
            Version)
        {
            ClosingVersion = ClosedAtVersion,
        };
}
