namespace SupplyChain.Operations;

/// <summary>The newest report of a verification.</summary>
/// <param name="Report">What it found.</param>
/// <param name="At">When it was done.</param>
[GenerateSerializer, Immutable, Alias("last-verification")]
public sealed record LastVerification([property: Id(0)] VerifyReport Report, [property: Id(1)] DateTimeOffset At);
