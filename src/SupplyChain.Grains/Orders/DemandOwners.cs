using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>Finds who owns a demand.</summary>
internal static class DemandOwners
{
    /// <summary>
    /// The actor of an owner. Several kinds of actors have this face, so it is named by its kind and key, not by the
    /// face alone.
    /// </summary>
    public static IDemandActor OwnerOf(this IGrainFactory grains, TenantId tenant, DemandOwner owner) =>
        grains.GetGrain<IDemandActor>(GrainId.Create(owner.Kind, GrainKey.Of(tenant, owner.Id)));
}
