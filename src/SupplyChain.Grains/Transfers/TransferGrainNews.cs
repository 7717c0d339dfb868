using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>What a transfer hears from other actors.</summary>
public sealed partial class TransferGrain : ITransferActor, IDemandActor, IShipmentOwnerActor
{
    /// <inheritdoc/>
    public Task Resume() => InTurn(Nothing);

    /// <inheritdoc/>
    public Task AcceptGrants(AcceptGrants command) => InTurn(async () =>
    {
        await TakeGrants(command.Sku, (await Supply(command.Sku).GrantsOf(State.Owner)).Grants);
        return new();
    });

    /// <summary>A transfer takes what it can get: it never waits to be complete.</summary>
    public Task RetryComplete() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task LoseReservations(LoseReservations command) =>
        InTurn(() => Decide(transfer => Transfer.Decide(transfer, command)));

    /// <inheritdoc/>
    public async Task<LeaveWarehouseReply> LeaveWarehouse(LeaveWarehouse command)
    {
        await InTurn(async () =>
        {
            if (State.Document?.From != command.Warehouse)
            {
                return new();
            }
            var shipments = State.UndispatchedShipments();
            var staying = await _shipments.Cancel(shipments, "The warehouse closed.");
            var cancelled = shipments.Where(id => !staying.Contains(id)).ToHashSet();
            return await Decide(transfer => Transfer.Decide(transfer, command, cancelled));
        });
        return State.LeaveReply(command);
    }

    /// <inheritdoc/>
    public Task SyncShipment(SyncShipment command) => InTurn(async () =>
    {
        await HearOf(command.Shipment);
        return new();
    });

    /// <summary>Learns from a shipment what has become of it, and tells it so.</summary>
    private async Task HearOf(ShipmentId id)
    {
        var shipment = _shipments.Of(id);
        if (await shipment.Progress() is { } progress)
        {
            await Decide(transfer => Transfer.Decide(transfer, id, progress));
            await shipment.Confirm(new(progress.Version));
        }
    }

    private static Task<TransferReply> Nothing() => Task.FromResult(new TransferReply());
}
