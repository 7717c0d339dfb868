namespace SupplyChain.Bench;

/// <summary>How long an actor took to wake up.</summary>
/// <param name="Events">Events of its stream.</param>
/// <param name="WithoutSnapshotMs">With all of them to fold.</param>
/// <param name="EventsSinceSnapshot">Events behind a snapshot that is as old as one gets.</param>
/// <param name="SnapshotBytes">The size of that snapshot.</param>
/// <param name="SnapshotMs">With that snapshot.</param>
/// <param name="NewestSnapshotMs">With a snapshot of the newest state.</param>
internal sealed record ActivationFigures(
    int Events, double WithoutSnapshotMs, long EventsSinceSnapshot, int SnapshotBytes, double SnapshotMs,
    double NewestSnapshotMs)
{
    /// <summary>A line for each way.</summary>
    public IEnumerable<string> ForPeople() =>
    [
        FormattableString.Invariant($"without a snapshot           {WithoutSnapshotMs,9:#,##0.00} ms, ")
            + FormattableString.Invariant($"{Events:#,##0} events"),
        FormattableString.Invariant($"snapshot and what came after {SnapshotMs,9:#,##0.00} ms, ")
            + FormattableString.Invariant($"{SnapshotBytes:#,##0} bytes and {EventsSinceSnapshot:#,##0} events"),
        FormattableString.Invariant($"newest snapshot              {NewestSnapshotMs,9:#,##0.00} ms"),
    ];
}
