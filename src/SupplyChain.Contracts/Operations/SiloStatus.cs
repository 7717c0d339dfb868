namespace SupplyChain.Operations;

/// <summary>One silo of the cluster.</summary>
[GenerateSerializer, Immutable, Alias("silo-status")]
public sealed record SiloStatus(
    [property: Id(0)] string Name,
    [property: Id(1)] string Status,
    [property: Id(2)] int Actors,
    [property: Id(3)] DateTimeOffset? StartedAt);
