namespace SupplyChain.Shipments;

/// <summary>A milestone and whether its reporter left out when it happened.</summary>
public sealed record ReportedMilestone(KnownMilestone Milestone, bool Omitted)
{
    /// <summary>Whether the command reports just this. Times compare as instants, lines in any order.</summary>
    public bool Says(RecordMilestone command) =>
        Milestone.Kind == command.Kind
        && Milestone.Location == command.Location
        && Milestone.Note == command.Note
        && Milestone.Lines == InOrder(command.Lines)
        && (IsOmitted(command.OccurredAt) ? Omitted : !Omitted && Milestone.OccurredAt == command.OccurredAt.Instant);

    internal static bool IsOmitted(OccurredAt occurredAt) => occurredAt is { IsUnknown: false, Instant: null };

    internal static Items<ArrivedUnits> InOrder(Items<DeliveredLine> lines) =>
        lines.OrderBy(line => line.Line).Select(ArrivedUnits.Of).ToItems();
}
