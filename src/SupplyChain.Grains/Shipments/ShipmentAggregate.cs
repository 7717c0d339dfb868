using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Shipments: they move the goods of their stock items, and their owner hears of their progress.</summary>
internal sealed class ShipmentAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Shipment.Kind;

    /// <inheritdoc/>
    public Task ResumeAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        grains.GetGrain<IShipmentActor>(GrainKey.Of(tenant, id)).Resume();

    /// <inheritdoc/>
    public async Task HandOverAsync(TenantId tenant, string id, CancellationToken cancellationToken)
    {
        if (await grains.GetGrain<IShipmentGrain>(GrainKey.Of(tenant, id)).Get() is { } shipment)
        {
            await grains.ShipmentOwnerOf(tenant, shipment.Owner).SyncShipment(new(id));
        }
    }
}
