using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>Reads everything the page of a shipment shows, with the client an ERP system uses.</summary>
public sealed class ShipmentReading(SupplyChainClient chain, Names names, TimeProvider time)
{
    /// <summary>The shipment and what belongs to it; null when there is none.</summary>
    public async Task<ShipmentSeen?> ReadAsync(ShipmentId id, CancellationToken cancellationToken)
    {
        if (await chain.Shipments.GetAsync(id, cancellationToken) is not { } shipment)
            return null;
        var order = chain.Orders.GetAsync(shipment.Order, cancellationToken);
        var products = Task.WhenAll(shipment.Lines.Select(line => line.Sku).Distinct()
            .Select(async sku => (sku.Value, Name: await names.ProductAsync(sku, cancellationToken))));
        var warehouses = await names.WarehousesAsync(cancellationToken);
        return new ShipmentSeen(
            shipment,
            await order,
            warehouses.TryGetValue(shipment.Warehouse, out var from) ? from : null,
            (await products).Where(product => product.Name is not null)
                .ToDictionary(product => product.Value, product => product.Name!),
            time.GetUtcNow());
    }
}
