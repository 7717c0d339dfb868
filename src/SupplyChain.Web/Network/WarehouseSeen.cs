using System.Text.Json.Serialization;
using SupplyChain.Operations;
using SupplyChain.Planner.Entities;
using SupplyChain.Shipments;

namespace SupplyChain.Network;

/// <summary>Everything the page of a warehouse shows.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Load">What it has to do, and what it did.</param>
/// <param name="From">The first of the days it did that on.</param>
/// <param name="To">The last of them: the business day at the warehouse.</param>
/// <param name="Leaving">The first of the shipments that have not left it, by promise.</param>
/// <param name="Exceptions">The open exceptions here on which most depends.</param>
/// <param name="ExceptionsHere">How many there are here.</param>
/// <param name="ExceptionsInAll">How many there are everywhere.</param>
/// <param name="At">When it was read.</param>
public sealed record WarehouseSeen(
    WarehouseDetails Warehouse,
    WarehouseLoad Load,
    DateOnly From,
    DateOnly To,
    Page<ShipmentSummary> Leaving,
    Items<ExceptionEntry> Exceptions,
    long ExceptionsHere,
    long ExceptionsInAll,
    DateTimeOffset At) : ISeen
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string EntityId => Warehouse.Id.Value;

    /// <summary>Shipments that have not left it.</summary>
    public long WaitingShipments => Load.Waiting.Sum(some => some.Shipments);

    /// <summary>Units in these.</summary>
    public long WaitingUnits => Load.Waiting.Sum(some => some.Units);
}
