using SupplyChain.Orders;
using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>Reads everything the page of a shipment shows, with the client an ERP system uses.</summary>
public sealed class ShipmentReading(SupplyChainClient chain, Names names, TimeProvider time)
{
    /// <summary>
    /// The shipment and what belongs to it, now or as it was <paramref name="then"/>; null when there is none.
    /// </summary>
    public async Task<ShipmentSeen?> ReadAsync(ShipmentId id, AsOf? then, CancellationToken cancellationToken)
    {
        if (await (then is { } moment
            ? chain.Shipments.GetAsync(id, moment, cancellationToken)
            : chain.Shipments.GetAsync(id, cancellationToken)) is not { } shipment)
        {
            return null;
        }

        List<HistoryEntry> history = [];
        if (then is not null)
        {
            await foreach (var entry in chain.Shipments.HistoryAsync(id, cancellationToken))
                history.Insert(0, entry);
        }

        var owner = shipment.Owner;
        var order = owner.Order is not { } number ? Task.FromResult<OrderDetails?>(null)
            : history.Find(entry => entry.Version == shipment.Version) is { } last
                ? chain.Orders.GetAsync(number, AsOf.At(last.RecordedAt), cancellationToken)
                : chain.Orders.GetAsync(number, cancellationToken);
        var transfer = owner.Transfer() is { } moved
            ? await chain.Transfers.GetAsync(moved, cancellationToken)
            : null;
        var products = Task.WhenAll(shipment.Lines.Select(line => line.Sku).Distinct()
            .Select(async sku => (sku.Value, Name: await names.ProductAsync(sku, cancellationToken))));
        var warehouses = await names.WarehousesAsync(cancellationToken);
        return new ShipmentSeen(
            shipment,
            await order,
            warehouses.TryGetValue(shipment.Warehouse, out var from) ? from : null,
            (await products).Where(product => product.Name is not null)
                .ToDictionary(product => product.Value, product => product.Name!),
            history,
            time.GetUtcNow(),
            transfer is not null && warehouses.TryGetValue(transfer.To, out var to) ? to : null);
    }
}
