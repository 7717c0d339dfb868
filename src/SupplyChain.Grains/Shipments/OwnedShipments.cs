namespace SupplyChain.Shipments;

/// <summary>The shipments of one owner, as the owner speaks to them.</summary>
internal sealed class OwnedShipments(IGrainFactory grains, TenantId tenant)
{
    /// <summary>One of them.</summary>
    public IShipmentActor Of(ShipmentId id) => grains.GetGrain<IShipmentActor>(GrainKey.Of(tenant, id));

    /// <summary>Cancels one.</summary>
    public Task<ShipmentReply> Cancel(ShipmentId id, CancelShipment command) =>
        grains.GetGrain<IShipmentGrain>(GrainKey.Of(tenant, id)).Cancel(command);

    /// <summary>Cancels planned shipments; answers those that were picked meanwhile.</summary>
    public async Task<HashSet<ShipmentId>> Cancel(IEnumerable<ShipmentId> shipments, string reason)
    {
        var replies = await Task.WhenAll(shipments.Select(async id =>
            (id, Reply: await Cancel(id, CancelShipment.IfStillPlanned(reason)))));
        return replies.Where(shipment => !shipment.Reply.Accepted).Select(shipment => shipment.id).ToHashSet();
    }

    /// <summary>Of these shipments, those that can no longer be cancelled because goods are picked.</summary>
    public async Task<HashSet<ShipmentId>> PickedOrLater(IEnumerable<ShipmentId> shipments)
    {
        var progress = await Task.WhenAll(shipments.Select(async id => (id, Progress: await Of(id).Progress())));
        return progress
            .Where(shipment => shipment.Progress is { Status: > ShipmentStatus.Planned and < ShipmentStatus.Cancelled })
            .Select(shipment => shipment.id).ToHashSet();
    }
}
