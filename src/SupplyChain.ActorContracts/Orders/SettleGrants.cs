using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>The owner of demands has taken these grants over, or gave their units back.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Attempts">The numbers of the grants.</param>
/// <param name="Settled">Which of both.</param>
[GenerateSerializer, Immutable, Alias("settle-grants")]
public sealed record SettleGrants(
    [property: Id(0)] DemandOwner Owner, [property: Id(1)] Items<int> Attempts, [property: Id(2)] Settlement Settled);
