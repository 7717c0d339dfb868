namespace SupplyChain.Inventory;

/// <summary>
/// Lists who holds a product and who waits for it, in the order units are given: by priority, then age.
/// </summary>
[GenerateSerializer, Immutable, Alias("list-holders")]
public sealed record ListHolders([property: Id(0)] HolderQuery Query, [property: Id(1)] PageQuery Page);
