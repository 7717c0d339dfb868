using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Shipments: they move the goods of their stock items, and their order hears of their progress.</summary>
internal sealed class ShipmentAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Shipment.Kind;

    /// <inheritdoc/>
    public Task ResumeAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        grains.GetGrain<IShipmentActor>(GrainKey.Of(tenant, id)).Resume();

    public static Task Sync(IGrainFactory grains, TenantId tenant, Inventory.DemandOwner owner, ShipmentId id) =>
        owner.Order is { } order
            ? grains.GetGrain<IOrderActor>(GrainKey.Of(tenant, order)).SyncShipment(new(id))
            : grains.GetGrain<IShipmentOwnerActor>(GrainId.Create(owner.Kind, GrainKey.Of(tenant, owner.Id)))
                .SyncShipment(new(id));

    /// <inheritdoc/>
    public async Task HandOverAsync(TenantId tenant, string id, CancellationToken cancellationToken)
    {
        if (await grains.GetGrain<IShipmentGrain>(GrainKey.Of(tenant, id)).Get() is { } shipment)
        {
            await Sync(grains, tenant, new(shipment.Order.Value), id);
        }
    }
}
