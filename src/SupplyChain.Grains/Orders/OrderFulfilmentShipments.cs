using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Steps towards shipments.</summary>
internal sealed partial class OrderFulfilment
{
    /// <summary>Its shipments.</summary>
    public OwnedShipments Shipments { get; } = new(grains, fulfilled.Tenant);

    private async Task PlanShipments()
    {
        var planning = State.Shipments.Values.Where(s => s.State == OrderShipmentState.Planning).ToList();
        var replies = await Task.WhenAll(planning.Select(async shipment => (
            shipment.Plan.Id,
            Reply: await Shipments.Of(shipment.Plan.Id).Plan(State.PlanOf(shipment, await Location(shipment))))));
        Record(order => Order.DecidePlanned(
            order,
            replies.Where(planned => planned.Reply.Accepted).Select(planned => planned.Id).ToItems(),
            replies.Where(planned => !planned.Reply.Accepted).Select(planned => planned.Id).ToItems()));
    }

    private async Task ReviseShipments()
    {
        var revised = State.ShipmentsToRevise().ToList();
        await Task.WhenAll(revised.Select(async shipment =>
            await Shipments.Of(shipment.Plan.Id).Revise(State.RevisionOf(shipment, await Location(shipment)))));
        Record(order => Order.DecideRevised(order, revised.Select(shipment => shipment.Plan.Id).ToItems()));
    }

    private async Task WithdrawShipments()
    {
        var order = State;
        var replies = await Task.WhenAll(order.ShipmentsToWithdraw().Select(async shipment => (
            shipment.Plan.Id,
            Reply: await Shipments.Cancel(shipment.Plan.Id, order.IsEmpty(shipment)
                ? new(Shipment.NothingLeft)
                : CancelShipment.IfStillPlanned("Its order ships complete, and a part of it is missing.")))));
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
        await Task.WhenAll(flagged.Select(shipment =>
            Shipments.Of(shipment.Plan.Id).Flag(shipment.Flag!.ToContract())));
        Record(order => Order.DecideFlagged(order, flagged.Select(shipment => shipment.Plan.Id).ToItems()));
    }
}
