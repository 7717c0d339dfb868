namespace SupplyChain;

/// <summary>An amount (0 or more) in a currency (ISO 4217, three capital letters).</summary>
[GenerateSerializer, Immutable, Alias("money")]
public sealed record Money([property: Id(0)] decimal Amount, [property: Id(1)] string Currency);
