namespace SupplyChain.Network;

/// <summary>Opens a closed warehouse again. Nothing moves back.</summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("open-warehouse")]
public sealed record OpenWarehouse([property: Id(0)] string Reason);
