namespace SupplyChain.Operations;

/// <summary>What checking everything found.</summary>
/// <param name="Ok">Whether there is no violation.</param>
/// <param name="Events">Events read.</param>
/// <param name="Streams">Streams read.</param>
/// <param name="Checked">The invariants checked.</param>
/// <param name="Violations">What is wrong, at most 1,000.</param>
/// <param name="Pending">Work in flight younger than 60 s, not counted as a violation.</param>
[SchemaName("VerifyReport")]
public sealed record VerifyReportAnswer(
    bool Ok, long Events, long Streams, Items<string> Checked, Items<ViolationAnswer> Violations, long Pending)
{
    internal static VerifyReportAnswer Of(VerifyReport report) => new(
        report.Ok,
        report.Events,
        report.Streams,
        report.Checked,
        report.Violations.Each(ViolationAnswer.Of),
        report.Pending);
}
