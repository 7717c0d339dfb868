using System.Collections.Immutable;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Everything sourcing decides on. The order of its collections does not matter.</summary>
public sealed record SourcingProblem
{
    /// <summary>The band of a warehouse without a profile.</summary>
    public const int DefaultPriorityBand = 3;

    /// <summary>What is needed.</summary>
    public required ImmutableArray<SourcingLine> Lines { get; init; }

    /// <summary>The day the goods would leave at the earliest; supplies count as far as they can leave on it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What stock there is, per product.</summary>
    public required ImmutableArray<SkuAvailability> Availability { get; init; }

    /// <summary>The warehouses; one without a profile has no known location and the default band.</summary>
    public required ImmutableArray<SourcingWarehouse> Warehouses { get; init; }

    /// <summary>Where the goods go, if known.</summary>
    public GeoPoint? ShipTo { get; init; }

    /// <summary>Whether one line's units may come from several warehouses.</summary>
    public bool AllowSplit { get; init; } = true;

    /// <summary>The most warehouses the whole order may use.</summary>
    public int? MaxShipments { get; init; }

    /// <summary>Whether nothing is reserved unless everything can be.</summary>
    public bool ShipComplete { get; init; }

    /// <summary>Warehouses the order ships from anyway: they count, and cost no further shipment.</summary>
    public ImmutableArray<WarehouseId> AlreadyUsed { get; init; } = [];
}
