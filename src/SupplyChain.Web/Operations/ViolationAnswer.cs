namespace SupplyChain.Operations;

/// <summary>Something the journal or the read tables say that must never be.</summary>
/// <param name="Invariant">Which invariant, for example <c>never-oversell</c>.</param>
/// <param name="Stream">Where, for example <c>stock/SKU-1@WH-1</c>.</param>
/// <param name="Version">At which version; null when it has none.</param>
/// <param name="Message">What, for people.</param>
[SchemaName("Violation")]
public sealed record ViolationAnswer(string Invariant, string Stream, long? Version, string Message)
{
    internal static ViolationAnswer Of(Violation violation) =>
        new(violation.Invariant, violation.Stream, violation.Version, violation.Message);
}
