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
            id, plan.Owner, plan.Warehouse, Mode(plan), plan.Carrier, plan.TrackingNumber, plan.WeightKg, plan.Freight,
            Status(), journey.Exception, ToContract(Lines(journey)), EstimateArrival(plan, journey), Promise(),
            journey.Milestones.Select(milestone => milestone.ToContract()).ToItems(), Version,
            Voided.Values.Select(voided => new VoidedMilestone(
                voided.Report.Milestone.ToContract(), voided.VoidedAt, voided.Reason))
                .OrderBy(voided => voided.VoidedAt).ThenBy(voided => voided.Milestone.Id).ToItems(),
            Sscc);
    }

    /// <summary>
    /// The shipment in a list as it is on a day, without what its owner knows; null when there is none.
    /// </summary>
    public ShipmentSummary? Summary(ShipmentId id, DateOnly today)
    {
        if (Plan is not { } plan)
        {
            return null;
        }
        var journey = Journey();
        return new(
            id, plan.Owner, plan.Warehouse, Mode(plan), plan.Carrier, plan.TrackingNumber, Status(),
            journey.Exception, EstimateArrival(plan, journey), Promise(), Version,
            Lines(journey).Sum(line => line.Quantity), DispatchedAt: journey.Dispatch?.OccurredAt,
            LastReport: LastReport(journey), Standing: Standing(today));
    }

    /// <summary>What its owner needs to know; null when there is no shipment.</summary>
    public ShipmentProgress? Progress()
    {
        if (Plan is null)
        {
            return null;
        }
        var journey = Journey();
        var lines = Lines(journey);
        return new(
            Version, Status(), Issue is not null, journey.Dispatch?.OccurredAt,
            lines.Max(line => line.DeliveredAt) ?? journey.Deliveries.Select(scan => scan.OccurredAt).FirstOrDefault(),
            (Issue?.Lines ?? []).Select(units => units.ToContract()).ToItems(), ToContract(lines), Reversals);
    }

    /// <summary>Its goods by order line, and what became of them.</summary>
    public Items<CarriedLine> Lines() => Lines(Journey());

    /// <summary>The earliest scheduled date of its lines; null when none has one.</summary>
    public DateOnly? Promise() => Plan?.Lines.Min(line => line.Scheduled);

    /// <summary>The calendar date of its last delivery in the offset reported; null when not or not known.</summary>
    public DateOnly? DeliveredOn() => Date(Progress()?.DeliveredAt);

    /// <summary>Whether it should have been delivered by now.</summary>
    public bool IsLate(DateOnly today) => IsOpen() && Promise() < today;

    /// <summary>Whether it is expected after its promise.</summary>
    public bool IsAtRisk() => IsOpen() && ExpectedOn() > Promise();

    /// <summary>The calendar date it is expected on, in the offset of the estimate; null when not known.</summary>
    public DateOnly? ExpectedOn() => Plan is { } plan ? Date(EstimateArrival(plan, Journey()).At) : null;

    /// <summary>How it stands against its promise on a day; null when there is none or it was cancelled.</summary>
    public ShipmentStanding? Standing(DateOnly today)
    {
        if (Plan is null || Cancellation is not null)
        {
            return null;
        }
        if (IsLate(today))
        {
            return ShipmentStanding.Late;
        }
        if (ExpectedOn() is not { } arrival || Promise() is not { } promise)
        {
            return ShipmentStanding.Unknown;
        }
        return arrival <= promise ? ShipmentStanding.OnTime
            : IsOpen() ? ShipmentStanding.AtRisk
            : ShipmentStanding.Late;
    }

    private static string Mode(Planned plan) =>
        plan.Mode ?? (plan.DistanceKm is { } distance ? TransportMode.For(null, distance).Name : "Unknown");

    private static DateOnly? Date(DateTimeOffset? instant) =>
        instant is { } at ? DateOnly.FromDateTime(at.DateTime) : null;

    /// <summary>Whether units are still to arrive.</summary>
    public bool IsOpen() =>
        Plan is not null && Cancellation is null && (Status() < ShipmentStatus.Delivered || !HasArrived(Lines()));

    private static ShipmentReport? LastReport(ShipmentJourney journey)
    {
        var all = journey.Milestones;
        var dated = all.LastOrDefault(milestone => milestone.OccurredAt is not null);
        return (dated ?? (all.Count > 0 ? all[^1] : null)) is { } last
            ? new(last.Kind, last.OccurredAt, last.RecordedAt, last.Location)
            : null;
    }

    private static bool HasArrived(Items<CarriedLine> lines) => lines.All(line => line.Arrived() == line.Quantity);

    /// <summary>Whether units it was to take are gone and it has not left.</summary>
    public bool IsShort() => IsInWarehouse() && !Kept.IsEmpty;

    /// <summary>Whether it has units that can leave.</summary>
    public bool HasGoods() => Plan is { } plan && plan.Lines.Any(line => Carried(line) > 0);

    private static Items<ShipmentLine> ToContract(Items<CarriedLine> lines) =>
        lines.Select(line => line.ToContract()).ToItems();

    private Items<CarriedLine> Lines(ShipmentJourney journey)
    {
        var issued = Issue?.Lines.ToDictionary(line => line.Reservation, line => line.Quantity);
        var lines = from line in Plan?.Lines ?? []
                    group line by (line.Reservation.Line, line.Sku) into goods
                    let units = goods.Sum(line => issued?.GetValueOrDefault(line.Reservation) ?? Carried(line))
                    select journey.Deliveries.Aggregate(
                        new CarriedLine(goods.Key.Line, goods.Key.Sku, units, 0, 0, 0), Arrive);
        return lines.ToItems();
    }

    /// <summary>
    /// The line after a delivery: one that names lines speaks for those only, one without lines for all that is left,
    /// well.
    /// No more arrives than left, whatever the reports say together.
    /// </summary>
    private static CarriedLine Arrive(CarriedLine line, KnownMilestone delivery)
    {
        var left = line.Quantity - line.Arrived();
        var said = delivery.Lines.Count == 0
            ? new(line.Line, left)
            : delivery.Lines.FirstOrDefault(told => told.Line == line.Line);
        if (said is null || left == 0)
        {
            return line;
        }
        var delivered = Math.Min(said.Delivered, left);
        var damaged = Math.Min(said.Damaged, left - delivered);
        var refused = Math.Min(said.Refused, left - delivered - damaged);
        return line with
        {
            Delivered = line.Delivered + delivered,
            Damaged = line.Damaged + damaged,
            Refused = line.Refused + refused,
            DeliveredAt = delivered + damaged + refused == left ? delivery.OccurredAt : null,
        };
    }
}
