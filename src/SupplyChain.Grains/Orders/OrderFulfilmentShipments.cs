using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Steps towards shipments.</summary>
internal sealed partial class OrderFulfilment
{
    /// <summary>One of its shipments.</summary>
    public IShipmentActor Shipment(ShipmentId id) => grains.GetGrain<IShipmentActor>(GrainKey.Of(Tenant, id));

    private Task<ShipmentReply> CancelShipment(ShipmentId id, CancelShipment command) =>
        grains.GetGrain<IShipmentGrain>(GrainKey.Of(Tenant, id)).Cancel(command);

    private async Task PlanShipments()
    {
        var planning = State.Shipments.Values.Where(s => s.State == OrderShipmentState.Planning).ToList();
        var replies = await Task.WhenAll(planning.Select(async shipment => (
            shipment.Plan.Id,
            Reply: await Shipment(shipment.Plan.Id).Plan(State.PlanOf(shipment, await Location(shipment))))));
        Record(order => Order.DecidePlanned(
            order,
            replies.Where(planned => planned.Reply.Accepted).Select(planned => planned.Id).ToItems(),
            replies.Where(planned => !planned.Reply.Accepted).Select(planned => planned.Id).ToItems()));
    }

    private async Task ReviseShipments()
    {
        var revised = State.ShipmentsToRevise().ToList();
        await Task.WhenAll(revised.Select(async shipment =>
            await Shipment(shipment.Plan.Id).Revise(State.RevisionOf(shipment, await Location(shipment)))));
        Record(order => Order.DecideRevised(order, revised.Select(shipment => shipment.Plan.Id).ToItems()));
    }

    private async Task WithdrawShipments()
    {
        var order = State;
        var replies = await Task.WhenAll(order.ShipmentsToWithdraw().Select(async shipment => (
            shipment.Plan.Id,
            Reply: await CancelShipment(shipment.Plan.Id, order.IsEmpty(shipment)
                ? new(Shipments.Shipment.NothingLeft)
                : new("Its order ships complete, and a part of it is missing.", OnlyIfPlanned: true)))));
        Record(state => Order.DecideWithdrawn(
            state,
            replies.Where(withdrawn => withdrawn.Reply.Accepted).Select(withdrawn => withdrawn.Id).ToList(),
            replies.Where(withdrawn => !withdrawn.Reply.Accepted).Select(withdrawn => withdrawn.Id).ToList()));
    }

    private async Task<GeoPoint?> Location(OrderShipment shipment) =>
        await map.FindAsync(Tenant, shipment.Plan.Warehouse)
            is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null;

    private async Task FlagShipments()
    {
        var flagged = State.Shipments.Values.Where(shipment => shipment.Flag is not null).ToList();
        await Task.WhenAll(flagged.Select(shipment => Shipment(shipment.Plan.Id).Flag(shipment.Flag!.ToContract())));
        Record(order => Order.DecideFlagged(order, flagged.Select(shipment => shipment.Plan.Id).ToItems()));
    }

    /// <summary>Of these shipments, those that can no longer be cancelled because goods are picked.</summary>
    public async Task<HashSet<ShipmentId>> PickedOrLater(IEnumerable<ShipmentId> shipments)
    {
        var progress = await Task.WhenAll(shipments.Select(async id => (id, Progress: await Shipment(id).Progress())));
        return progress
            .Where(shipment => shipment.Progress is { Status: > ShipmentStatus.Planned and < ShipmentStatus.Cancelled })
            .Select(shipment => shipment.id).ToHashSet();
    }

    /// <summary>Cancels planned shipments; answers those that were picked meanwhile.</summary>
    public async Task<HashSet<ShipmentId>> CancelShipments(IEnumerable<ShipmentId> shipments, string reason)
    {
        var replies = await Task.WhenAll(shipments.Select(async id =>
            (id, Reply: await CancelShipment(id, new(reason, OnlyIfPlanned: true)))));
        return replies.Where(shipment => !shipment.Reply.Accepted).Select(shipment => shipment.id).ToHashSet();
    }
}
