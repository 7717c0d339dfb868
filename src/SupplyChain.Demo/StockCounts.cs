using SupplyChain.Inventory;

namespace SupplyChain.Demo;

/// <summary>
/// A shelf is counted now and then, which finds a little more or less; once in a while so much is lost that goods
/// promised to customers are gone.
/// </summary>
internal sealed class StockCounts(
    Seed seed, ProductCatalogue catalogue, Assortment assortment, Erp erp, DayBook dayBook) : IPlan
{
    private const double ShareOfHours = 0.12;
    private const double ShareOfLosses = 0.25;

    /// <inheritdoc/>
    public IEnumerable<Errand> During(DateTimeOffset hour)
    {
        var chance = seed.For("count", moment: LocalTime.HourOf(hour));
        if (!chance.Happens(ShareOfHours))
            yield break;
        var at = hour.AddMinutes(chance.Between(0, 59));
        AdjustmentId id = $"AD-{at.UtcDateTime:yyMMddHH}";
        yield return chance.Happens(ShareOfLosses)
            ? new(at, id.Value, cancellationToken => LoseAsync(id, at, chance, cancellationToken))
            : new(at, id.Value, cancellationToken => AdjustAsync(id, Difference(at, chance), cancellationToken));
    }

    private RecordAdjustment Difference(DateTimeOffset at, Chance chance)
    {
        var site = chance.Pick(Warehouses.All);
        var target = chance.Pick(assortment.Of(site));
        var most = (int)Math.Clamp(target.Units / 40, 1, 50);
        var delta = chance.Happens(0.6) ? -chance.Between(1, most) : chance.Between(1, most);
        return new(site.Id, target.Product.Sku, delta, "Count difference", at);
    }

    /// <summary>Everything available and half of what is reserved.</summary>
    private async Task LoseAsync(AdjustmentId id, DateTimeOffset at, Chance chance, CancellationToken cancellationToken)
    {
        var sku = catalogue.Draw(chance).Sku;
        var stock = await erp.AskAsync(
            chain => chain.Inventory.GetStockAsync(sku, cancellationToken), cancellationToken);
        if (stock.Items.Where(level => level.Reserved > 0).MinBy(level => level.OnHand) is { } level)
        {
            var lost = level.Available + ((level.Reserved + 1) / 2);
            var loss = new RecordAdjustment(level.Warehouse, sku, -lost, "Water damage", at);
            await AdjustAsync(id, loss, cancellationToken);
        }
    }

    private async Task AdjustAsync(AdjustmentId id, RecordAdjustment adjustment, CancellationToken cancellationToken)
    {
        var reply = await erp.AskAsync(
            chain => chain.Inventory.RecordAdjustmentAsync(id, adjustment, cancellationToken), cancellationToken);
        if (erp.Accepted(id.Value, reply) is not null)
            dayBook.Adjusted();
    }
}
