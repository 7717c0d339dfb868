using SupplyChain.Orders;
using SupplyChain.Planner;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>Reads everything the page of a transfer shows, with the client an ERP system uses.</summary>
public sealed class TransferReading(SupplyChainClient chain, Names names, TimeProvider time)
{
    /// <summary>
    /// The transfer and what belongs to it, now or as it was <paramref name="then"/>; null when there is none.
    /// </summary>
    public async Task<TransferSeen?> ReadAsync(TransferId id, AsOf? then, CancellationToken cancellationToken)
    {
        if (await (then is { } moment
            ? chain.Transfers.GetAsync(id, moment, cancellationToken)
            : chain.Transfers.GetAsync(id, cancellationToken)) is not { } transfer)
        {
            return null;
        }

        List<HistoryEntry> history = [];
        await foreach (var entry in chain.Transfers.HistoryAsync(id, cancellationToken))
        {
            history.Add(entry);
        }
        history.Reverse();
        var instant = then is null ? default(AsOf?)
            : AsOf.At(history.First(entry => entry.Version == transfer.Version).RecordedAt);
        var shipments = Task.WhenAll(transfer.Shipments.Select(one => instant is { } known
            ? chain.Shipments.GetAsync(one.Id, known, cancellationToken)
            : chain.Shipments.GetAsync(one.Id, cancellationToken)));
        var products = Task.WhenAll(transfer.Lines.Select(async line =>
            (line.Sku.Value, Name: await names.ProductAsync(line.Sku, cancellationToken))));
        var warehouses = await names.WarehousesAsync(cancellationToken);
        return new TransferSeen(
            transfer,
            [.. (await shipments).OfType<ShipmentDetails>()],
            history,
            (await products).Where(product => product.Name is not null)
                .ToDictionary(product => product.Value, product => product.Name!),
            warehouses.GetValueOrDefault(transfer.From),
            warehouses.GetValueOrDefault(transfer.To),
            time.GetUtcNow());
    }
}
