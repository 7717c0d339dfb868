using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>What the backlog has for owners of demands that have not heard of it.</summary>
/// <param name="Grants">Units reserved.</param>
/// <param name="Completable">Owners served together or not at all, of which a line could be served now.</param>
[GenerateSerializer, Immutable, Alias("backlog-handover")]
public sealed record BacklogHandover(
    [property: Id(0)] Items<BacklogGrant> Grants, [property: Id(1)] Items<DemandOwner> Completable);

/// <summary>These owners have heard that they could be completed.</summary>
[GenerateSerializer, Immutable, Alias("orders-told")]
public sealed record ConfirmHandover([property: Id(0)] Items<DemandOwner> Owners);
