namespace SupplyChain.Inventory;

/// <summary>The level of a stock item after an event, so that readers of single events need no other one.</summary>
/// <param name="OnHand">Units in the warehouse.</param>
/// <param name="Reserved">Units of them that are reserved.</param>
public sealed record LevelAfter(long OnHand, long Reserved);
