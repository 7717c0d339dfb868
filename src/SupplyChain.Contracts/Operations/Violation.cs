namespace SupplyChain.Operations;

/// <summary>Something the journal or the read tables say that must never be.</summary>
/// <param name="Invariant">Which invariant, for example <c>never-oversell</c>.</param>
/// <param name="Stream">Where, for example <c>stock/SKU-1@WH-1</c>.</param>
/// <param name="Version">At which version, when it has one.</param>
/// <param name="Message">What, for people.</param>
[GenerateSerializer, Immutable, Alias("violation")]
public sealed record Violation(
    [property: Id(0)] string Invariant,
    [property: Id(1)] string Stream,
    [property: Id(2)] long? Version,
    [property: Id(3)] string Message);
