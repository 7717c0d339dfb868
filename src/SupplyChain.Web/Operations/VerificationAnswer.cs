namespace SupplyChain.Operations;

/// <summary>How far a verification is, and what the last one found.</summary>
/// <param name="Running">Whether one is under way.</param>
/// <param name="EventsRead">Events it has read; of the last one when none is under way.</param>
/// <param name="Events">About how many there are; null while unknown.</param>
/// <param name="StartedAt">When it began; null when there never was one.</param>
/// <param name="Last">What the last one found; null when there was none since the node that keeps it started.</param>
public sealed record VerificationAnswer(
    bool Running, long EventsRead, long? Events, DateTimeOffset? StartedAt, VerificationAnswer.LastReport? Last)
{
    internal static VerificationAnswer Of(VerifyProgress progress) => new(
        progress.Running, progress.EventsRead, progress.Events, progress.StartedAt,
        progress.Last is { Report: var report, At: var at }
            ? new(
                report.Ok, report.Events, report.Streams, report.Checked,
                report.Violations.Each(ViolationAnswer.Of), report.Pending, at)
            : null);

    /// <summary>What a verification found, and when it was done.</summary>
    /// <param name="Ok">Whether there is no violation.</param>
    /// <param name="Events">Events read.</param>
    /// <param name="Streams">Streams read.</param>
    /// <param name="Checked">The invariants checked.</param>
    /// <param name="Violations">What is wrong, at most 1,000.</param>
    /// <param name="Pending">Work in flight younger than 60 s, not counted as a violation.</param>
    /// <param name="At">When it was done.</param>
    public sealed record LastReport(
        bool Ok, long Events, long Streams, Items<string> Checked, Items<ViolationAnswer> Violations, long Pending,
        DateTimeOffset At);
}
