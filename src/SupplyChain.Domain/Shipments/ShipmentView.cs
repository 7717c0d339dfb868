using SupplyChain.Inventory;
using SupplyChain.Network;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

public sealed partial record Shipment
{
    /// <summary>The shipment as clients see it; null when there is none.</summary>
    public ShipmentDetails? Details(ShipmentId id)
    {
        if (Plan is not { } plan)
        {
            return null;
        }
        var journey = Journey();
        return new(
            id, plan.Order, plan.Warehouse, Mode(plan), plan.Carrier, plan.TrackingNumber, plan.WeightKg, plan.Freight,
            Status(), journey.Exception, Lines(journey), EstimateArrival(plan, journey), Promise(),
            journey.Milestones, Version);
    }

    /// <summary>The shipment in a list; null when there is none.</summary>
    public ShipmentSummary? Summary(ShipmentId id)
    {
        if (Plan is not { } plan)
        {
            return null;
        }
        var journey = Journey();
        return new(
            id, plan.Order, plan.Warehouse, Mode(plan), plan.Carrier, plan.TrackingNumber, Status(),
            journey.Exception, EstimateArrival(plan, journey), Promise(), Version);
    }

    /// <summary>What its order needs to know; null when there is no shipment.</summary>
    public ShipmentProgress? Progress()
    {
        if (Plan is null)
        {
            return null;
        }
        var journey = Journey();
        return new(
            Version, Status(), Issue is not null, journey.Dispatch?.OccurredAt, journey.Delivery?.OccurredAt,
            Issue?.Lines ?? [], Lines(journey));
    }

    /// <summary>Its goods by order line, and what became of them.</summary>
    public Items<ShipmentLine> Lines() => Lines(Journey());

    /// <summary>The earliest scheduled date of its lines; null when none has one.</summary>
    public DateOnly? Promise() => Plan?.Lines.Min(line => line.Scheduled);

    /// <summary>The calendar date of its delivery in the offset reported; null when not or not known.</summary>
    public DateOnly? DeliveredOn() => Date(Journey().Delivery?.OccurredAt);

    /// <summary>Whether it should have been delivered by now.</summary>
    public bool IsLate(DateOnly today) => IsOpen() && Promise() < today;

    /// <summary>Whether it is expected after its promise.</summary>
    public bool IsAtRisk() => IsOpen() && Date(EstimateArrival(Plan!, Journey()).At) > Promise();

    private static string Mode(Planned plan) =>
        plan.Mode ?? (plan.DistanceKm is { } distance ? TransportMode.For(null, distance).Name : "Unknown");

    private static DateOnly? Date(DateTimeOffset? instant) =>
        instant is { } at ? DateOnly.FromDateTime(at.DateTime) : null;

    private bool IsOpen() => Plan is not null && Status() < ShipmentStatus.Delivered;

    private Items<ShipmentLine> Lines(ShipmentJourney journey)
    {
        var issued = Issue?.Lines.ToDictionary(line => line.Reservation, line => line.Quantity);
        var told = journey.Delivery?.Lines.ToDictionary(line => line.Line);
        var lines = from line in Plan?.Lines ?? []
                    group line by (line.Reservation.Line, line.Sku) into goods
                    let units = goods.Sum(line => issued?.GetValueOrDefault(line.Reservation) ?? Carried(line))
                    select Outcome(goods.Key.Line, goods.Key.Sku, units, told);
        return lines.ToItems();
    }

    /// <summary>Whether units it was to take are gone and it has not left.</summary>
    public bool IsShort() => IsInWarehouse() && !Kept.IsEmpty;

    /// <summary>A delivery that says nothing of a line means that all of it arrived well.</summary>
    private static ShipmentLine Outcome(int line, Sku sku, long units, Dictionary<int, DeliveredLine>? told)
    {
        if (told is null)
        {
            return new(line, sku, units, 0, 0, 0);
        }
        var said = told.GetValueOrDefault(line) ?? new(line, units);
        // It may have been reported before the stock item said that fewer had left.
        var delivered = Math.Min(said.Delivered, units);
        var damaged = Math.Min(said.Damaged, units - delivered);
        return new(line, sku, units, delivered, damaged, Math.Min(said.Refused, units - delivered - damaged));
    }
}
