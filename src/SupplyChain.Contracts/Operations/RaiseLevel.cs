namespace SupplyChain.Operations;

/// <summary>Raises the database to a feature level.</summary>
/// <param name="Level">The level, from 1.</param>
[GenerateSerializer, Immutable, Alias("raise-level")]
public sealed record RaiseLevel([property: Id(0)] int Level);
