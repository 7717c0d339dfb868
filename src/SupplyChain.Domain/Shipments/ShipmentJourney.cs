namespace SupplyChain.Shipments;

/// <summary>
/// What the milestones of a shipment say together. It depends on which there are, never on the order they were learned
/// in: they are read by the time they happened; unknown times come last, at one instant the lower rank comes first and
/// exceptions last, then the id.
/// </summary>
public sealed class ShipmentJourney
{
    /// <summary>Reads the milestones.</summary>
    public ShipmentJourney(IEnumerable<KnownMilestone> milestones)
    {
        Milestones = milestones
            .OrderBy(milestone => milestone.OccurredAt ?? DateTimeOffset.MaxValue)
            .ThenBy(milestone => milestone.Kind == MilestoneKind.Exception)
            .ThenBy(milestone => milestone.Kind.Rank())
            .ThenBy(milestone => milestone.Id)
            .ToItems();
        Dispatch = First(MilestoneKind.Dispatched);
        OutForDelivery = First(MilestoneKind.OutForDelivery);
        Deliveries = Milestones.Where(milestone => milestone.Kind == MilestoneKind.Delivered).ToItems();
        LatestAt = Milestones.Max(milestone => milestone.OccurredAt);
        Walk();
    }

    /// <summary>The milestones in the order they happened.</summary>
    public Items<KnownMilestone> Milestones { get; }

    /// <summary>The highest rank among them.</summary>
    public ShipmentStatus Reached { get; private set; }

    /// <summary>What went wrong last, unless the shipment got further since or another attempt was made.</summary>
    public ShipmentExceptionDetails? Exception { get; private set; }

    /// <summary>The first dispatch; a later milestone implies one but does not date it.</summary>
    public KnownMilestone? Dispatch { get; }

    /// <summary>The first start of a last leg.</summary>
    public KnownMilestone? OutForDelivery { get; }

    /// <summary>The deliveries in the order they happened; they add up.</summary>
    public Items<KnownMilestone> Deliveries { get; }

    /// <summary>When the last thing known happened.</summary>
    public DateTimeOffset? LatestAt { get; }

    private KnownMilestone? First(MilestoneKind kind) => Milestones.FirstOrDefault(milestone => milestone.Kind == kind);

    private void Walk()
    {
        var reachedBefore = ShipmentStatus.Planned;
        foreach (var milestone in Milestones)
        {
            if (milestone.Kind == MilestoneKind.Exception)
            {
                Exception = new(milestone.Note ?? "exception", milestone.OccurredAt);
                reachedBefore = Reached;
            }
            else if (milestone.Kind.Rank() > Reached)
            {
                Reached = milestone.Kind.Rank();
            }
            if (Reached > reachedBefore || milestone.Kind == MilestoneKind.OutForDelivery)
            {
                Exception = null;
            }
        }
    }
}
