using SupplyChain.Inventory;

namespace SupplyChain.Bench;

/// <summary>Defines the network of a load and fills it with more than the load can want.</summary>
internal sealed class Stocking(SupplyChainClient client, OrderLoad load)
{
    /// <summary>Units of a product in a warehouse.</summary>
    public const long Plenty = 100_000_000;

    private const int LinesPerReceipt = 100;
    private const int MaxDocumentsAtOnce = 4;
    private const int MaxProductsAtOnce = 64;
    private const int MaxTries = 20;
    private const string Title = "Filling the warehouses";

    /// <summary>Does it; what is there already stays.</summary>
    public Task FillAsync(Terminal terminal, CancellationToken cancellationToken) =>
        terminal.FollowAsync(Title, tell => FillAsync(tell, cancellationToken));

    private async Task<bool> FillAsync(Action<double?, string> tell, CancellationToken cancellationToken)
    {
        foreach (var (i, place) in load.Places().Index())
        {
            (await client.Warehouses.PutAsync(
                load.Warehouse(i), new($"Warehouse {i}", place.Latitude, place.Longitude, "DE"), cancellationToken))
                .EnsureAccepted();
        }
        string[] skus = [.. Enumerable.Range(0, load.Skus).Select(load.Sku), load.HotSku];
        await AtOnceAsync(MaxProductsAtOnce, skus, async sku => (await client.Inventory.PutProductAsync(
            sku, new("Product", UnitWeightKg: 1.5), cancellationToken)).EnsureAccepted(), cancellationToken);
        var receipts = Receipts().ToArray();
        var done = 0;
        await AtOnceAsync(MaxDocumentsAtOnce, receipts, async receipt =>
        {
            (await client.Inventory.RecordReceiptAsync(receipt.Id, receipt.Receipt, cancellationToken))
                .EnsureAccepted();
            lock (receipts)
                tell(100.0 * ++done / receipts.Length, "");
        }, cancellationToken);
        return true;
    }

    private IEnumerable<(ReceiptId Id, RecordReceipt Receipt)> Receipts()
    {
        for (var warehouse = 0; warehouse < load.Warehouses; warehouse++)
        {
            var skus = Enumerable.Range(0, load.Skus).Select(load.Sku);
            foreach (var (part, some) in (warehouse == 0 ? skus.Append(load.HotSku) : skus)
                .Chunk(LinesPerReceipt).Index())
            {
                yield return ($"B{load.Seed}-R{warehouse}-{part}", new(
                    load.Warehouse(warehouse), some.Select(sku => new ReceiptLine(sku, Plenty)).ToItems()));
            }
        }
    }

    /// <summary>Sends each until it is accepted: a node that is busy with so many at once may refuse some.</summary>
    private static Task AtOnceAsync<T>(
        int atOnce, IEnumerable<T> items, Func<T, Task> send, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(items, options, async (item, _) =>
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    await send(item);
                    return;
                }
                catch (Exception passing) when (passing is BusyException or UnavailableException && tries < MaxTries)
                {
                    // The same document again is safe.
                }
            }
        });
    }
}
