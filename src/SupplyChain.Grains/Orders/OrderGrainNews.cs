using SupplyChain.Inventory;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>What an order hears from other actors. What it hears of a shipment is decided in
/// <c>OrderShipmentNews.cs</c>.</summary>
public sealed partial class OrderGrain : IOrderActor, IDemandActor, IShipmentOwnerActor
{
    /// <inheritdoc/>
    public async Task Resume() => await InTurn(() => Task.FromResult(new OrderReply()));

    /// <inheritdoc/>
    public async Task AcceptGrants(AcceptGrants command) => await InTurn(async () =>
    {
        await _fulfilment.TakeGrants(command.Sku);
        return new();
    });

    /// <inheritdoc/>
    public async Task RetryComplete() => await InTurn(async () =>
    {
        await _fulfilment.ClaimAll(ClaimPlace.First);
        return new();
    });

    /// <inheritdoc/>
    public async Task LoseReservations(LoseReservations command) =>
        await InTurn(() => Decide(order => Order.Decide(order, command)));

    /// <inheritdoc/>
    public async Task<LeaveWarehouseReply> LeaveWarehouse(LeaveWarehouse command)
    {
        await InTurn(async () =>
        {
            var shipments = State.ShipmentsFrom(command.Warehouse);
            var staying = await _fulfilment.Shipments.Cancel(shipments, "The warehouse closed.");
            var cancelled = shipments.Where(id => !staying.Contains(id)).ToHashSet();
            return await Decide(order => Order.Decide(order, command, cancelled));
        });
        return State.LeaveReply(command);
    }

    /// <inheritdoc/>
    public async Task SyncShipment(SyncShipment command) => await InTurn(async () =>
    {
        var shipment = _fulfilment.Shipments.Of(command.Shipment);
        if (await shipment.Progress() is { } progress)
        {
            await Decide(order => Order.Decide(order, command.Shipment, progress));
            await shipment.Confirm(new(progress.Version));
        }
        return new();
    });
}
