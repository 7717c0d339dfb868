namespace SupplyChain.Network;

/// <summary>Closes a warehouse. Closing a closed one changes nothing.</summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("close-warehouse")]
public sealed record CloseWarehouse([property: Id(0)] string Reason);
