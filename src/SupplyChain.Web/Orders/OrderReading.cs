using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Planner;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Reads everything the page of an order shows, with the client an ERP system uses.</summary>
public sealed class OrderReading(SupplyChainClient chain, Names names, TimeProvider time)
{
    private const int EventsPerPage = 500;

    /// <summary>
    /// The order and what belongs to it, now or as it was <paramref name="then"/>; null when there is none.
    /// </summary>
    public async Task<OrderSeen?> ReadAsync(OrderId number, AsOf? then, CancellationToken cancellationToken)
    {
        if (await (then is { } moment
            ? chain.Orders.GetAsync(number, moment, cancellationToken)
            : chain.Orders.GetAsync(number, cancellationToken)) is not { } order)
        {
            return null;
        }

        var history = await HistoryAsync(number, cancellationToken);
        var instant = then is null ? default(AsOf?)
            : AsOf.At(history.First(entry => entry.Version == order.Version).RecordedAt);
        var shipments = Task.WhenAll(order.Shipments.Select(id => instant is { } known
            ? chain.Shipments.GetAsync(id, known, cancellationToken)
            : chain.Shipments.GetAsync(id, cancellationToken)));
        var products = Task.WhenAll(order.Lines.Select(line => line.Sku).Distinct()
            .Select(async sku => (sku.Value, Name: await names.ProductAsync(sku, cancellationToken))));
        var warehouses = await names.WarehousesAsync(cancellationToken);
        return new OrderSeen(
            order,
            [.. (await shipments).OfType<ShipmentDetails>()],
            history,
            (await products).Where(product => product.Name is not null)
                .ToDictionary(product => product.Value, product => product.Name!),
            Named(order, history, warehouses),
            time.GetUtcNow());
    }

    private static Dictionary<string, string> Named(
        OrderDetails order, List<HistoryEntry> history,
        IReadOnlyDictionary<WarehouseId, WarehouseDetails> warehouses) =>
        order.Allocations.SelectMany(one => one.Why.Rejected.Select(other => other.Warehouse).Append(one.Warehouse))
            .Concat(history.SelectMany(entry => EventData.Of(entry.Data).All("warehouse"))
                .Select(id => (WarehouseId)id))
            .Distinct()
            .Where(warehouses.ContainsKey)
            .ToDictionary(id => id.Value, id => warehouses[id].Name);

    private async Task<List<HistoryEntry>> HistoryAsync(OrderId number, CancellationToken cancellationToken)
    {
        List<HistoryEntry> all = [];
        string? after = null;
        do
        {
            var page = await chain.Orders.HistoryPageAsync(
                number, new PageQuery(EventsPerPage, after), cancellationToken);
            all.AddRange(page?.Items ?? []);
            after = page?.Next;
        }
        while (after is not null);
        all.Reverse();
        return all;
    }
}
