using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>What is there to serve a queue from, going down while it is served.</summary>
internal sealed class BacklogShelf(
    Sku sku, IReadOnlyCollection<BacklogSupply> supply, double? unitWeightKg, DateOnly today)
{
    private readonly Dictionary<WarehouseId, long> _left = supply
        .Where(place => place.Open).ToDictionary(place => place.Warehouse, place => place.Supplies.On(today));

    public bool IsEmpty => _left.Values.All(units => units <= 0);

    /// <summary>Takes what a line can use, chosen as for a new order; all or nothing for a ship-complete
    /// line.</summary>
    public List<LineGrant> Take(QueuedLine line)
    {
        if (!HasAnyFor(line))
        {
            return [];
        }
        var plan = Sourcing.Plan(new()
        {
            Lines =
            [
                new(line.Line, sku, line.Quantity)
                {
                    Scheduled = line.Scheduled,
                    UnitWeightKg = unitWeightKg,
                    OnlyFrom = line.OnlyFrom is { } only ? [.. only] : null,
                },
            ],
            Date = today,
            Availability =
            [
                new(sku, [.. supply.Select(place => new StockCandidate(
                    place.Warehouse, _left.GetValueOrDefault(place.Warehouse), Rationed: false, place.Open))]),
            ],
            Warehouses =
            [
                .. supply.Select(place =>
                    new SourcingWarehouse(place.Warehouse, place.Location, place.PriorityBand)),
            ],
            ShipTo = line.ShipTo is { } to ? new GeoPoint(to.Latitude, to.Longitude) : null,
            AllowSplit = line.AllowSplit,
            ShipComplete = line.ShipComplete,
        });
        foreach (var taken in plan.Allocations)
        {
            _left[taken.Warehouse] -= taken.Quantity;
        }
        return plan.Allocations.Select(taken => new LineGrant(
            line.Owner, line.Line, taken.Warehouse, 0, taken.Quantity, taken.Arrival, taken.Why)).ToList();
    }

    /// <summary>Asked before sourcing is: most of a long queue waits for what is not there.</summary>
    private bool HasAnyFor(QueuedLine line)
    {
        var units = line.OnlyFrom is { } only
            ? only.Sum(place => Math.Max(0, _left.GetValueOrDefault(place)))
            : _left.Values.Sum(left => Math.Max(0, left));
        return units >= (line.ShipComplete ? line.Quantity : 1);
    }
}
