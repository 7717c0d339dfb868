namespace SupplyChain.Inventory;

/// <summary>Starts or ends rationing.</summary>
[GenerateSerializer, Immutable, Alias("ration-stock")]
public sealed record RationStock([property: Id(0)] bool Rationed);
