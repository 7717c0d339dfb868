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
                report.Ok, report.Events, report.Streams, report.Checked, report.Violations, report.Pending, at)
            : null);

    /// <summary>A report as <see cref="VerifyReport"/>, and when it was done.</summary>
    public sealed record LastReport(
        bool Ok, long Events, long Streams, Items<string> Checked, Items<Violation> Violations, long Pending,
        DateTimeOffset At);
}
