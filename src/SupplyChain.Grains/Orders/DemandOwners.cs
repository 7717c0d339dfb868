using SupplyChain.Inventory;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Finds who owns a demand.</summary>
internal static class DemandOwners
{
    /// <summary>The actor of an owner, for news of its demands.</summary>
    public static IDemandActor OwnerOf(this IGrainFactory grains, TenantId tenant, DemandOwner owner) =>
        grains.GetGrain<IDemandActor>(IdOf(tenant, owner));

    /// <summary>The actor of an owner that is no order, for a look ahead.</summary>
    public static IForeseeingActor ForeseeingOwnerOf(this IGrainFactory grains, TenantId tenant, DemandOwner owner) =>
        grains.GetGrain<IForeseeingActor>(IdOf(tenant, owner));

    /// <summary>The actor of an owner, for news of its shipments.</summary>
    public static IShipmentOwnerActor ShipmentOwnerOf(
        this IGrainFactory grains, TenantId tenant, DemandOwner owner) =>
        grains.GetGrain<IShipmentOwnerActor>(IdOf(tenant, owner));

    /// <summary>Several kinds of actors have these faces, so that each is named by its kind and key.</summary>
    private static GrainId IdOf(TenantId tenant, DemandOwner owner) =>
        GrainId.Create(owner.Kind, GrainKey.Of(tenant, owner.Id));
}
