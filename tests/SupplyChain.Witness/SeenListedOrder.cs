namespace SupplyChain;

/// <summary>An order in a list as it is seen from outside.</summary>
public sealed record SeenListedOrder(string Number, string Status, long Units, List<string> Warehouses);
