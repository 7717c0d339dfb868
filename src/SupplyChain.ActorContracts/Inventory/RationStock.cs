namespace SupplyChain.Inventory;

/// <summary>Starts or ends rationing. Only release 0.1 sends it; a supply of this release sees its queue
/// itself.</summary>
[GenerateSerializer, Immutable, Alias("ration-stock")]
public sealed record RationStock([property: Id(0)] bool Rationed);
