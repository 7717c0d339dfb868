using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Imports;

/// <summary>
/// Carries a plan out with the commands of live traffic. An order's goods are received before it is placed, so every
/// order finds at least its own units, whatever the others take.
/// </summary>
internal sealed class ImportRunner(ImportCalls calls, ImportProgress progress, int ordersInFlight)
{
    public async Task RunAsync(ImportPlan plan, bool defineMissing, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = ordersInFlight, CancellationToken = cancellationToken,
        };
        if (defineMissing)
        {
            await Parallel.ForEachAsync(
                plan.Products, options, (product, stop) => Define(product.Key, product.Value, stop));
            await Parallel.ForEachAsync(
                plan.Warehouses, options, (house, stop) => Define(house.Key, house.Value, stop));
        }
        await Parallel.ForEachAsync(plan.Orders, options, Carry);
    }

    /// <summary>What exists stays as it is: it may have been corrected since.</summary>
    private async ValueTask Define(Sku sku, PutProduct product, CancellationToken cancellationToken)
    {
        if (await calls.Call((IProductGrain actor) => actor.Get(), sku.Value, cancellationToken) is null)
            await calls.Call((IProductGrain actor) => actor.Put(product), sku.Value, cancellationToken);
    }

    private async ValueTask Define(WarehouseId id, PutWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (await calls.Call((IWarehouseGrain actor) => actor.Get(), id.Value, cancellationToken) is null)
            await calls.Call((IWarehouseGrain actor) => actor.Put(warehouse), id.Value, cancellationToken);
    }

    private async ValueTask Carry(ImportOrder order, CancellationToken cancellationToken)
    {
        var rows = new OrderOutcome(order, progress);
        await CarryOut(order, rows, cancellationToken);
        rows.Count();
    }

    private async Task CarryOut(ImportOrder order, OrderOutcome rows, CancellationToken cancellationToken)
    {
        foreach (var (id, receipt) in order.Receipts())
        {
            var received = await calls.Call(
                (IReceiptGrain actor) => actor.Record(receipt), id.Value, cancellationToken);
            if (!rows.Add<ReceiptReply, ReceiptDetails>(received, row => row.Warehouse == receipt.Warehouse))
                return;
        }
        var place = order.Place();
        var placed = await calls.Call((IOrderGrain actor) => actor.Place(place), order.Number.Value, cancellationToken);
        for (; placed.Status == ReplyStatus.Pending; cancellationToken.ThrowIfCancellationRequested())
        {
            rows.Changed(_ => true);
            placed = await calls.Call((IOrderGrain actor) => actor.Place(place), order.Number.Value, cancellationToken);
        }
        if (!rows.Add<OrderReply, OrderDetails>(placed, _ => true))
            return;
        if (order.Release() is { } release)
            await ReleaseAndDeliver(order, release, rows, cancellationToken);
    }

    private async Task ReleaseAndDeliver(
        ImportOrder order, ReleaseOrder release, OrderOutcome rows, CancellationToken cancellationToken)
    {
        var released = await calls.Call(
            (IOrderGrain actor) => actor.Release(release), order.Number.Value, cancellationToken);
        if (!rows.Add<OrderReply, OrderDetails>(released, row => row.Shipment is not null))
            return;
        rows.WarnOfWaiting(released.Value!);
        foreach (var (shipment, milestone) in order.Deliveries())
        {
            var reply = await calls.Call(
                (IShipmentGrain actor) => actor.Record(milestone), shipment.Value, cancellationToken);
            rows.Add<ShipmentReply, ShipmentDetails>(reply, row => row.Shipment == shipment);
        }
    }
}
