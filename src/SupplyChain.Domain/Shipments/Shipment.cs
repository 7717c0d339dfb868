using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

/// <summary>
/// Goods of one owner of demands from one warehouse. None → Planned → … → Delivered by the highest rank of its
/// milestones, or
/// Cancelled before it is dispatched. Its goods leave the stock items once, with the first milestone that says so.
/// </summary>
public sealed partial record Shipment : IAggregate<Shipment, ShipmentEvent>
{
    /// <summary>The most milestones a shipment takes.</summary>
    public const int MaxMilestones = 1000;

    /// <inheritdoc/>
    public static string Kind => "shipment";

    /// <inheritdoc/>
    public static int StateSchema => 3;

    /// <inheritdoc/>
    public static Shipment Initial { get; } = new();

    /// <summary>What was released; null before that.</summary>
    public Planned? Plan { get; init; }

    /// <summary>The milestones by their id.</summary>
    public ImmutableDictionary<string, ReportedMilestone> Milestones { get; init; } =
        ImmutableDictionary<string, ReportedMilestone>.Empty;

    /// <summary>Milestones that were reported by mistake, by their id: it stays taken.</summary>
    public ImmutableDictionary<string, VoidedReport> Voided { get; init; } =
        ImmutableDictionary<string, VoidedReport>.Empty;

    /// <summary>Units that reality left of a planned reservation, by the text of its key.</summary>
    public ImmutableDictionary<string, long> Kept { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>What left the stock items; null before that.</summary>
    public GoodsIssued? Issue { get; init; }

    /// <summary>How often the issue of its goods was reversed, because they had not left.</summary>
    [JsonPropertyName("returns")]
    public int Reversals { get; init; }

    /// <summary>The owner's version of the last revision; 0 before the first.</summary>
    [JsonPropertyName("orderVersion")]
    public long OwnerVersion { get; init; }

    /// <summary>Why it was cancelled; null when it was not.</summary>
    public Cancelled? Cancellation { get; init; }

    /// <summary>The code that names it on labels; null before one was made.</summary>
    public string? Sscc { get; init; }

    /// <summary>Its version when it last changed in a way its owner has to know.</summary>
    public long RelevantVersion { get; init; }

    /// <summary>The version its owner knows.</summary>
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
    public bool IsInWarehouse() => Plan is not null && Issue is null && Status() < ShipmentStatus.Dispatched;

    /// <summary>Whether goods that had been issued never left and the stock items have still to be told.</summary>
    public bool NeedsReversal() => Issue is not null && Status() < ShipmentStatus.Dispatched;

    /// <summary>Whether its goods have left and the stock items have still to be told.</summary>
    public bool NeedsIssue() =>
        Issue is null && Status() is >= ShipmentStatus.Dispatched and <= ShipmentStatus.Delivered;

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Shipment state) =>
        state.NeedsIssue() || state.NeedsReversal() ? SupplyChain.UnfinishedWork.Own
        : state.RelevantVersion > state.ConfirmedVersion ? SupplyChain.UnfinishedWork.Handover
        : SupplyChain.UnfinishedWork.None;

    /// <inheritdoc/>
    public static bool IsSettled(Shipment state) =>
        state.Status() is ShipmentStatus.Delivered or ShipmentStatus.Cancelled
        && UnfinishedWork(state) is SupplyChain.UnfinishedWork.None;

    /// <inheritdoc/>
    public static Shipment Evolve(Shipment state, ShipmentEvent @event, DateTimeOffset recordedAt)
    {
        var version = state.Version + 1;
        var next = @event switch
        {
            Planned planned => state with { Plan = planned },
            MilestoneReported reported => state.Remember(reported, recordedAt),
            MilestoneVoided voided => state.Forget(voided, recordedAt),
            Revised revised => state.Revise(revised),
            GoodsIssued issued => state with { Issue = issued, RelevantVersion = version },
            GoodsReturned returned => state.TakeBack(returned) with { RelevantVersion = version },
            Cancelled cancelled => state with { Cancellation = cancelled, RelevantVersion = version },
            Flagged { Flag: ShipmentFlag.WarehouseClosed } => state, // earlier versions; its warehouse says so itself
            Flagged flagged => state with
            {
                Kept = state.Kept.SetItems(
                    flagged.Lost.Select(lost => KeyValuePair.Create(lost.Key.ToString(), lost.Kept))),
            },
            Labelled labelled => state with { Sscc = labelled.Sscc },
            ProgressConfirmed confirmed => state with { ConfirmedVersion = confirmed.Version },
            _ => throw new UnreachableException($"{@event}"),
        };
        return next with { Version = version };
    }

    private Shipment Remember(MilestoneReported reported, DateTimeOffset recordedAt)
    {
        var milestone = new KnownMilestone(
            reported.Id, reported.Kind, reported.OccurredAt, recordedAt, reported.Location, reported.Note,
            reported.Lines);
        var next = this with
        {
            Milestones = Milestones.SetItem(reported.Id.Value, new(milestone, reported.Omitted)),
        };
        return reported.Kind is MilestoneKind.Dispatched or MilestoneKind.Delivered ? next.Tell(this) : next;
    }

    private Shipment Forget(MilestoneVoided voided, DateTimeOffset recordedAt)
    {
        var (id, report) = (voided.Id.Value, Milestones[voided.Id.Value]);
        return (this with
        {
            Milestones = Milestones.Remove(id),
            Voided = Voided.SetItem(id, new(report, recordedAt, voided.Reason)),
        }).Tell(this);
    }

    /// <summary>The shipment after the next event; its owner has to hear when dates or goods differ.</summary>
    private Shipment Tell(Shipment before)
    {
        var (was, now) = (before.Journey(), Journey());
        var same = was.Dispatch?.OccurredAt == now.Dispatch?.OccurredAt && before.Lines(was) == Lines(now)
            && was.Deliveries.Count == 0 == (now.Deliveries.Count == 0);
        return same ? this : this with { RelevantVersion = Version + 1 };
    }

    private Shipment Revise(Revised revised)
    {
        var scheduled = revised.Lines.ToDictionary(line => line.Line, line => line.Scheduled);
        return this with
        {
            OwnerVersion = revised.OrderVersion,
            Plan = Plan! with
            {
                DistanceKm = revised.DistanceKm,
                Country = revised.Country,
                Lines = Plan.Lines.Select(line => scheduled.TryGetValue(line.Reservation.Line, out var date)
                    ? line with { Scheduled = date }
                    : line).ToItems(),
            },
        };
    }

    /// <summary>It carries again what had left; what had not was gone before.</summary>
    private Shipment TakeBack(GoodsReturned returned)
    {
        var back = returned.Lines.ToDictionary(line => line.Reservation, line => line.Quantity);
        return this with
        {
            Issue = null,
            Reversals = Reversals + 1,
            Kept = Kept.SetItems(
                from line in Plan!.Lines
                let units = back.GetValueOrDefault(line.Reservation)
                where units < line.Quantity
                select KeyValuePair.Create(line.Reservation.ToString(), units)),
        };
    }

    private long Carried(PlannedLine line) => Math.Min(
        line.Quantity, Kept.GetValueOrDefault(line.Reservation.ToString(), line.Quantity));
}
