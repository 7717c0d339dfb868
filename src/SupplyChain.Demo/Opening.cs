using Microsoft.Extensions.Logging;
using SupplyChain.Inventory;

namespace SupplyChain.Demo;

/// <summary>
/// Lays the network out: warehouses, products, opening stock. The first opening receipt also remembers when the
/// simulation began, so nothing about it has to be kept outside the coordinator.
/// </summary>
internal sealed class Opening(
    Seed seed, ProductCatalogue catalogue, Assortment assortment, Erp erp, ILogger<Opening> log)
{
    private const double MinShareFull = 0.6;

    private static readonly WarehouseSite First = Warehouses.All[0];

    /// <summary>When the simulation began; null when it has not yet.</summary>
    public async Task<DateTimeOffset?> BeganAsync(CancellationToken cancellationToken)
    {
        var receipt = await erp.AskAsync(
            chain => chain.Inventory.GetReceiptAsync(ReceiptOf(First), cancellationToken), cancellationToken);
        return receipt?.OccurredAt;
    }

    /// <summary>Lays everything out as of an instant. Repeating it changes nothing.</summary>
    public async Task LayOutAsync(DateTimeOffset at, ParallelOptions atOnce)
    {
        await Parallel.ForEachAsync(Warehouses.All, atOnce, async (site, cancellationToken) => erp.Accepted(
            site.Id,
            await erp.AskAsync(
                chain => chain.Warehouses.PutAsync(site.Id, site.Definition, cancellationToken), cancellationToken)));
        await Parallel.ForEachAsync(catalogue.All, atOnce, async (product, cancellationToken) => erp.Accepted(
            product.Sku.Value,
            await erp.AskAsync(
                chain => chain.Inventory.PutProductAsync(product.Sku, product.Definition, cancellationToken),
                cancellationToken)));
        await StockAsync(First, at, atOnce.CancellationToken);
        await Parallel.ForEachAsync(Warehouses.All, atOnce, async (site, cancellationToken) =>
            await StockAsync(site, at, cancellationToken));
        log.LaidOut(Warehouses.All.Count, catalogue.All.Count, at);
    }

    private static ReceiptId ReceiptOf(WarehouseSite site) => $"RC-OPENING-{site.Id}";

    private async Task StockAsync(WarehouseSite site, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var chance = seed.For("opening", site.Id);
        var lines = assortment.Of(site).Take(Limits.MaxLines).Select(target => new ReceiptLine(
            target.Product.Sku, (long)Math.Ceiling(target.Units * chance.Between(MinShareFull, 1)))).ToItems();
        var receipt = new RecordReceipt(site.Id, lines, at);
        var reply = await erp.AskAsync(
            chain => chain.Inventory.RecordReceiptAsync(ReceiptOf(site), receipt, cancellationToken),
            cancellationToken);
        erp.Accepted(site.Id, reply);
    }
}
