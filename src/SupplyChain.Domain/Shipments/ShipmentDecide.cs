using SupplyChain.Inventory;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

public sealed partial record Shipment
{
    /// <summary>Why a shipment is cancelled that has lost every unit.</summary>
    public const string NothingLeft = "All of its units are gone.";

    /// <summary>Makes it; the same goods by the same transport again change nothing.</summary>
    public static Decision<ShipmentEvent> Decide(Shipment shipment, PlanShipment command, DateTimeOffset now)
    {
        if (shipment.Cancellation is not null)
        {
            return new Refused(Refusal.ShipmentCancelled, "The shipment was cancelled; its number is used up.");
        }
        var planned = new Planned(
            command.Owner, command.Warehouse, InOrder(command.Lines), command.Mode, command.Carrier,
            command.TrackingNumber, command.WeightKg, command.Freight, command.DistanceKm, command.Country,
            command.OccurredAt.Resolve(now));
        if (shipment.Plan is not { } known)
        {
            return [planned];
        }
        var released = ReportedMilestone.IsOmitted(command.OccurredAt) ? known.OccurredAt : planned.OccurredAt;
        return Identity(known) == Identity(planned with { OccurredAt = released })
            ? []
            : new Refused(
                Refusal.ShipmentInUse, $"The number is used for other goods of {known.Owner.Kind} {known.Owner.Id}.");
    }

    /// <summary>
    /// Records a milestone, in whatever order they become known; the same again changes nothing, another body under its
    /// id is a conflict.
    /// </summary>
    public static Decision<ShipmentEvent> Decide(Shipment shipment, RecordMilestone command, DateTimeOffset now)
    {
        if (shipment.Plan is null)
        {
            return [];
        }
        if (shipment.Milestones.TryGetValue(command.Id.Value, out var known))
        {
            return known.Says(command)
                ? []
                : new Refused(Refusal.Conflict, $"The milestone {command.Id} exists with another body.");
        }
        if (shipment.Voided.TryGetValue(command.Id.Value, out var voided))
        {
            return voided.Report.Says(command)
                ? []
                : new Refused(Refusal.Conflict,
                    $"The milestone {command.Id} existed with another body and was voided.");
        }
        if (shipment.Cancellation is { } cancelled)
        {
            return new Refused(Refusal.ShipmentCancelled, $"The shipment was cancelled: {cancelled.Reason}");
        }
        if (command.Kind.Rank() >= ShipmentStatus.Dispatched && shipment.Issue is null && !shipment.HasGoods())
        {
            return new Refused(
                Refusal.NothingAllocated, "All units of the shipment are gone; there is nothing that could leave.");
        }
        if (FaultsOf(shipment, command) is { Count: > 0 } faults)
        {
            return Decision.Invalid<ShipmentEvent>(faults);
        }
        return
        [
            new MilestoneReported(
                command.Id, command.Kind, command.OccurredAt.Resolve(now),
                ReportedMilestone.IsOmitted(command.OccurredAt), command.Location, command.Note,
                ReportedMilestone.InOrder(command.Lines)),
        ];
    }

    /// <summary>Voids a milestone that was reported by mistake; again changes nothing.</summary>
    public static Decision<ShipmentEvent> Decide(Shipment shipment, VoidMilestone command) =>
        shipment.Milestones.ContainsKey(command.Id.Value) ? [new MilestoneVoided(command.Id, command.Reason)] : [];

    /// <summary>
    /// Takes over what changed in its order, until its goods have left: what it was promised for then stays.
    /// </summary>
    public static Decision<ShipmentEvent> Decide(Shipment shipment, ReviseShipment command)
    {
        if (!shipment.IsInWarehouse() || command.OrderVersion <= shipment.OwnerVersion)
        {
            return [];
        }
        var revised = new Revised(
            command.OrderVersion, command.Lines.Select(LineSchedule.Of).ToItems(), command.DistanceKm,
            command.Country);
        var plan = shipment.Revise(revised).Plan;
        return plan == shipment.Plan ? [] : [revised];
    }

    /// <summary>Cancels it until it is dispatched, or, where the caller wants that, until anything is picked.</summary>
    public static Decision<ShipmentEvent> Decide(Shipment shipment, CancelShipment command) => shipment switch
    {
        { Plan: null } or { Cancellation: not null } => [],
        _ when !shipment.IsInWarehouse() =>
            new Refused(Refusal.TooLate, "The shipment has been dispatched."),
        _ when command.OnlyIfPlanned && shipment.Status() > ShipmentStatus.Planned =>
            new Refused(Refusal.TooLate, "Picking has begun."),
        _ => [new Cancelled(command.Reason)],
    };

    /// <summary>Names it on labels: once, and never when it is cancelled.</summary>
    public static Decision<ShipmentEvent> DecideLabelled(Shipment shipment, string sscc) => shipment switch
    {
        { Plan: null } or { Sscc: not null } => [],
        { Cancellation: { } cancelled } =>
            new Refused(Refusal.ShipmentCancelled, $"The shipment was cancelled: {cancelled.Reason}"),
        _ => [new Labelled(sscc)],
    };

    /// <summary>Remembers units that are gone, each loss once; nothing touches it once it has left.</summary>
    public static Decision<ShipmentEvent> Decide(Shipment shipment, FlagShipment command)
    {
        if (!shipment.IsInWarehouse())
        {
            return [];
        }
        var lost = from drop in command.Lost
                   from line in shipment.Plan!.Lines
                   where line.Reservation == drop.Key && drop.Kept < shipment.Carried(line)
                   select ReservationLoss.Of(drop);
        return lost.ToItems() is { Count: > 0 } news ? [new Flagged(command.Flag, news)] : [];
    }

    /// <summary>
    /// The stock items let the goods go: per reservation, what they really gave. When that is nothing, nothing has
    /// left: it is cancelled, whatever was reported.
    /// </summary>
    public static Decision<ShipmentEvent> DecideIssued(Shipment shipment, Items<IssuedUnits> lines) =>
        !shipment.NeedsIssue() ? []
        : lines.Any(line => line.Quantity > 0) ? [new GoodsIssued(lines)]
        : [new Cancelled(NothingLeft)];

    /// <summary>The stock items have the goods again.</summary>
    public static Decision<ShipmentEvent> DecideReversed(Shipment shipment) =>
        shipment.NeedsReversal() ? [new GoodsReturned(shipment.Issue!.Lines)] : [];

    /// <summary>The order knows it; recorded only when that leaves nothing the order has still to hear.</summary>
    public static Decision<ShipmentEvent> Decide(Shipment shipment, ConfirmProgress command)
    {
        var known = Math.Min(command.Version, shipment.Version);
        return shipment.RelevantVersion > shipment.ConfirmedVersion && known >= shipment.RelevantVersion
            ? [new ProgressConfirmed(known)]
            : [];
    }

    private static Items<PlannedLine> InOrder(Items<PlanShipmentLine> lines) => lines
        .OrderBy(line => line.Reservation.Line)
        .ThenBy(line => line.Reservation.ToString(), StringComparer.Ordinal)
        .Select(PlannedLine.Of)
        .ToItems();

    /// <summary>
    /// The plan without what only describes the order: it may have been amended, or the warehouse moved, since.
    /// </summary>
    private static Planned Identity(Planned plan) => plan with
    {
        DistanceKm = null,
        Country = "",
        Lines = plan.Lines.Select(line => line with { Scheduled = null }).ToItems(),
    };

    private static Items<Fault> FaultsOf(Shipment shipment, RecordMilestone command)
    {
        if (shipment.Milestones.Count + shipment.Voided.Count >= MaxMilestones)
        {
            return [new("", FaultCodes.OutOfRange, $"It has {MaxMilestones} milestones, the most there can be.")];
        }
        if (command.Lines.Count > 0 && command.Kind != MilestoneKind.Delivered)
        {
            return [new("/lines", FaultCodes.Invalid, "Only a delivery says how much of a line arrived.")];
        }
        var units = shipment.Lines().ToDictionary(line => line.Line, line => line.Quantity);
        var seen = new HashSet<int>();
        return command.Lines.SelectMany((line, index) => seen.Add(line.Line)
            ? FaultsOf(line, $"/lines/{index}", units)
            : [new Fault($"/lines/{index}/line", FaultCodes.Duplicate, $"Line {line.Line} appears twice.")]).ToItems();
    }

    private static IEnumerable<Fault> FaultsOf(DeliveredLine line, string at, Dictionary<int, long> units)
    {
        if (!units.TryGetValue(line.Line, out var most))
        {
            yield return new($"{at}/line", FaultCodes.UnknownLine, $"The shipment has no line {line.Line}.");
            yield break;
        }
        var whole = true;
        foreach (var (name, value) in new[]
        {
            ("delivered", line.Delivered), ("damaged", line.Damaged), ("refused", line.Refused),
        })
        {
            if (value < 0 || value > most)
            {
                whole = false;
                yield return new($"{at}/{name}", FaultCodes.OutOfRange, $"The line carries 0 to {most} units.");
            }
        }
        // Each is at most 1,000,000,000 here, so the sum cannot overflow.
        if (whole && line.Delivered + line.Damaged + line.Refused > most)
        {
            yield return new(
                $"{at}/delivered", FaultCodes.OutOfRange,
                $"Delivered, damaged and refused together exceed the {most} units the line carries.");
        }
    }
}
