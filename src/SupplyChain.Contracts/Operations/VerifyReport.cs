namespace SupplyChain.Operations;

/// <summary>What checking everything found.</summary>
/// <param name="Ok">Whether there is no violation.</param>
/// <param name="Events">Events read.</param>
/// <param name="Streams">Streams read.</param>
/// <param name="Checked">The invariants checked.</param>
/// <param name="Violations">What is wrong, at most 1,000.</param>
/// <param name="Pending">Work in flight younger than 60 s, not counted as a violation.</param>
[GenerateSerializer, Immutable, Alias("verify-report")]
public sealed record VerifyReport(
    [property: Id(0)] bool Ok,
    [property: Id(1)] long Events,
    [property: Id(2)] long Streams,
    [property: Id(3)] Items<string> Checked,
    [property: Id(4)] Items<Violation> Violations,
    [property: Id(5)] long Pending);
