namespace SupplyChain.Operations;

/// <summary>What has become of a run of a verification.</summary>
/// <param name="Progress">How far it is.</param>
/// <param name="Report">What it found; null while it runs, or when it could not be finished.</param>
/// <param name="Trouble">Why it could not be finished; asking again is safe.</param>
[GenerateSerializer, Immutable, Alias("verify-outcome")]
public sealed record VerifyOutcome(
    [property: Id(0)] VerifyProgress Progress,
    [property: Id(1)] VerifyReport? Report,
    [property: Id(2)] string? Trouble);
