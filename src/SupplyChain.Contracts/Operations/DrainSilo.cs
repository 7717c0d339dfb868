namespace SupplyChain.Operations;

/// <summary>Lets a silo finish what was begun, hand its actors over, and leave the cluster.</summary>
/// <param name="Name">The silo's name, as the status shows it.</param>
[GenerateSerializer, Immutable, Alias("drain-silo")]
public sealed record DrainSilo([property: Id(0)] string Name);
