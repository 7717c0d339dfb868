using System.Collections.Immutable;
using System.Diagnostics;
using SupplyChain.Inventory;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

/// <summary>
/// Goods of one order from one warehouse. None → Planned → … → Delivered by the highest rank of its milestones, or
/// Cancelled before it is dispatched. Its goods leave the stock items once, with the first milestone that says so.
/// </summary>
public sealed partial record Shipment : IAggregate<Shipment, ShipmentEvent>
{
    /// <summary>The most milestones a shipment takes.</summary>
    public const int MaxMilestones = 1000;

    /// <inheritdoc/>
    public static string Kind => "shipment";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static Shipment Initial { get; } = new();

    /// <summary>What was released; null before that.</summary>
    public Planned? Plan { get; init; }

    /// <summary>The milestones by their id.</summary>
    public ImmutableDictionary<string, ReportedMilestone> Milestones { get; init; } =
        ImmutableDictionary<string, ReportedMilestone>.Empty;

    /// <summary>Units that reality left of a planned reservation, by the text of its key.</summary>
    public ImmutableDictionary<string, long> Kept { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>Whether its warehouse closed after picking began.</summary>
    public bool WarehouseClosed { get; init; }

    /// <summary>What left the stock items; null before that.</summary>
    public GoodsIssued? Issue { get; init; }

    /// <summary>Why it was cancelled; null when it was not.</summary>
    public Cancelled? Cancellation { get; init; }

    /// <summary>Its version when it last changed in a way its order has to know.</summary>
    public long RelevantVersion { get; init; }

    /// <summary>The version its order knows.</summary>
    public long ConfirmedVersion { get; init; }

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>What its milestones say.</summary>
    public ShipmentJourney Journey() => new(Milestones.Values.Select(reported => reported.Milestone));

    /// <summary>The highest rank seen, or that it was cancelled.</summary>
    public ShipmentStatus Status() => Cancellation is not null
        ? ShipmentStatus.Cancelled
        : Milestones.Values
            .Select(reported => reported.Milestone.Kind.Rank())
            .DefaultIfEmpty(ShipmentStatus.Planned)
            .Max();

    /// <summary>Whether it can still be cancelled or lose goods.</summary>
    public bool IsInWarehouse() => Plan is not null && Status() < ShipmentStatus.Dispatched;

    /// <summary>Whether its goods have left and the stock items have still to be told.</summary>
    public bool NeedsIssue() =>
        Issue is null && Status() is >= ShipmentStatus.Dispatched and <= ShipmentStatus.Delivered;

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Shipment state) =>
        state.NeedsIssue() ? SupplyChain.UnfinishedWork.Own
        : state.RelevantVersion > state.ConfirmedVersion ? SupplyChain.UnfinishedWork.Handover
        : SupplyChain.UnfinishedWork.None;

    /// <inheritdoc/>
    public static Shipment Evolve(Shipment state, ShipmentEvent @event, DateTimeOffset recordedAt)
    {
        var version = state.Version + 1;
        var next = @event switch
        {
            Planned planned => state with { Plan = planned },
            MilestoneReported reported => state.Remember(reported, recordedAt),
            GoodsIssued issued => state with { Issue = issued, RelevantVersion = version },
            Cancelled cancelled => state with { Cancellation = cancelled, RelevantVersion = version },
            Flagged { Flag: ShipmentFlag.WarehouseClosed } => state with { WarehouseClosed = true },
            Flagged flagged => state with
            {
                Kept = state.Kept.SetItems(
                    flagged.Lost.Select(lost => KeyValuePair.Create(lost.Key.ToString(), lost.Kept))),
            },
            ProgressConfirmed confirmed => state with { ConfirmedVersion = confirmed.Version },
            _ => throw new UnreachableException($"{@event}"),
        };
        return next with { Version = version };
    }

    private Shipment Remember(MilestoneReported reported, DateTimeOffset recordedAt)
    {
        var milestone = new Milestone(
            reported.Id, reported.Kind, reported.OccurredAt, recordedAt, reported.Location, reported.Note,
            reported.Lines);
        var next = this with
        {
            Milestones = Milestones.SetItem(reported.Id.Value, new(milestone, reported.Omitted)),
        };
        if (reported.Kind is not (MilestoneKind.Dispatched or MilestoneKind.Delivered))
        {
            return next;
        }
        var (before, after) = (Journey(), next.Journey());
        return before.Dispatch?.Id == after.Dispatch?.Id && before.Delivery?.Id == after.Delivery?.Id
            ? next
            : next with { RelevantVersion = Version + 1 };
    }

    private long Carried(PlanShipmentLine line) => Math.Min(
        line.Quantity, Kept.GetValueOrDefault(line.Reservation.ToString(), line.Quantity));
}
