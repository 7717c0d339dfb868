using SupplyChain.Inventory;

namespace SupplyChain.Demo;

/// <summary>
/// A truck from the suppliers comes to every warehouse every few days and fills up what is low. A supplier fails to
/// deliver now and then, so some products run out.
/// </summary>
internal sealed class Replenishment(Seed seed, Assortment assortment, Erp erp, DayBook dayBook) : IPlan
{
    private const int IntervalHours = 72;
    private const double ShareDelivered = 0.8;

    /// <summary>How much more than usual a supplier sends of what customers wait for.</summary>
    private const double Extra = 1.5;

    /// <inheritdoc/>
    public IEnumerable<Errand> During(DateTimeOffset hour)
    {
        var number = LocalTime.HourOf(hour);
        foreach (var site in Warehouses.All)
        {
            var offset = seed.For("truck", site.Id).Between(0, IntervalHours - 1);
            if ((number + offset) % IntervalHours != 0)
                continue;
            var at = hour.AddMinutes(seed.For("truck", site.Id, number).Between(0, 59));
            yield return new(at, site.Id, cancellationToken => FillUpAsync(site, at, cancellationToken));
        }
    }

    private async Task FillUpAsync(WarehouseSite site, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var kept = await erp.ListAsync(
            chain => chain.Inventory.ListStockAsync(
                new StockQuery(Warehouse: site.Id), cancellationToken: cancellationToken),
            cancellationToken);
        var levels = kept.ToDictionary(level => level.Sku);
        var lines = assortment.Of(site)
            .Where(target => Delivers(target.Product, at))
            .Select(target => new ReceiptLine(target.Product.Sku, Missing(target, levels)))
            .Where(line => line.Quantity > 0)
            .Take(Limits.MaxLines)
            .ToItems();
        if (lines.Count == 0)
            return;
        ReceiptId id = $"RC-{at.UtcDateTime:yyMMddHH}-{site.Id}";
        var receipt = new RecordReceipt(site.Id, lines, at);
        var reply = await erp.AskAsync(
            chain => chain.Inventory.RecordReceiptAsync(id, receipt, cancellationToken), cancellationToken);
        if (erp.Accepted(id.Value, reply) is not null)
            dayBook.Received();
    }

    private bool Delivers(Product product, DateTimeOffset at) =>
        seed.For("supplier", product.Sku.Value, LocalTime.HourOf(at) / IntervalHours).Happens(ShareDelivered);

    private static long Missing(StockTarget target, Dictionary<Sku, StockLevel> levels)
    {
        if (!levels.TryGetValue(target.Product.Sku, out var level))
            return target.Units;
        var wanted = level.Rationed ? (long)(target.Units * Extra) : target.Units;
        return level.Available <= target.ReorderPoint ? wanted - level.Available : 0;
    }
}
