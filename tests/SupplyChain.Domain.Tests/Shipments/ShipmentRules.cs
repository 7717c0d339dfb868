using SupplyChain.Inventory;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

/// <summary>Two lines of an order, 10 and 4 units, 1,200 km by truck: two days after one of handling.</summary>
public abstract class ShipmentRules : RuleBook<Shipment, ShipmentEvent>
{
    protected static readonly ReservationKey First = new("O-1", 1, ReservationOrigin.Owner, 1);
    protected static readonly ReservationKey Second = new("O-1", 2, ReservationOrigin.Backlog, 3);

    protected static readonly PlanShipment Plan = new(
        "O-1", "BER",
        [
            new PlanShipmentLine(First, "PUMP", 10, new DateOnly(2026, 3, 9)),
            new PlanShipmentLine(Second, "HOSE", 4, new DateOnly(2026, 3, 6)),
        ],
        null, "DHL", "JD-1", 120.5, new Money(80, "USD"), 1200, "FR", Now);

    protected static Planned Released { get; } = new(
        Plan.Owner, Plan.Warehouse, Plan.Lines.Select(PlannedLine.Of).ToItems(), Plan.Mode, Plan.Carrier,
        Plan.TrackingNumber, Plan.WeightKg, Plan.Freight, Plan.DistanceKm, Plan.Country, Now);

    protected static readonly GoodsIssued Gone = new([new IssuedUnits(First, 10), new IssuedUnits(Second, 4)]);

    protected static RecordMilestone Report(string id, MilestoneKind kind, double? days = 0) => new(
        id, kind, days is { } after ? Now.AddDays(after) : OccurredAt.Unknown);

    protected static MilestoneReported Reported(
        string id, MilestoneKind kind, double? days = 0, params ArrivedUnits[] lines) => new(
        id, kind, days is { } after ? Now.AddDays(after) : null, false, null, null, lines.ToItems());

    protected static MilestoneReported Trouble(string id, double? days, string? note = null) =>
        Reported(id, MilestoneKind.Exception, days) with { Note = note };

    protected static Shipment After(params ShipmentEvent[] history) => Given(history).State;

    protected static ShipmentDetails DetailsAfter(params ShipmentEvent[] history) =>
        After([Released, .. history]).Details("SH-1")!;
}
