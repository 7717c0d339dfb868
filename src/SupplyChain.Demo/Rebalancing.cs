using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Transfers;

namespace SupplyChain.Demo;

/// <summary>
/// Now and then a warehouse that runs low is given stock from one that has more than it needs, in its own region where
/// there is such a one.
/// </summary>
internal sealed class Rebalancing(Seed seed, Assortment assortment, Erp erp, TransferCare care) : IPlan
{
    /// <summary>What the numbers of its transfers begin with.</summary>
    public const string Prefix = "TR-";

    private const int IntervalHours = 14;
    private const int SitesLookedAt = 4;
    private const int ProductsLookedAt = 6;
    private const int MostLines = 3;

    /// <summary>Days after the transit within which it is wanted.</summary>
    private const int DaysInHand = 3;

    /// <inheritdoc/>
    public IEnumerable<Errand> During(DateTimeOffset hour)
    {
        var number = LocalTime.HourOf(hour);
        if (number % IntervalHours != 0)
        {
            yield break;
        }
        var chance = seed.For("rebalancing", moment: number);
        var at = hour.AddMinutes(chance.Between(0, 59));
        TransferId id = $"{Prefix}{at.UtcDateTime:yyMMddHH}";
        yield return new(at, id.Value, cancellationToken => RebalanceAsync(id, at, chance, cancellationToken));
    }

    private async Task RebalanceAsync(
        TransferId id, DateTimeOffset at, Chance chance, CancellationToken cancellationToken)
    {
        for (var look = 0; look < SitesLookedAt; look++)
        {
            if (await RequestAsync(chance.Pick(Warehouses.All), at, cancellationToken) is not { } request)
            {
                continue;
            }
            var reply = await erp.AskAsync(
                chain => chain.Transfers.RequestAsync(id, request, cancellationToken), cancellationToken);
            if (erp.Accepted(id.Value, reply) is not null)
            {
                care.Follow(id, at);
            }
            return;
        }
    }

    /// <summary>What a warehouse needs of another one; null when it needs nothing, or none can spare it.</summary>
    private async Task<RequestTransfer?> RequestAsync(
        WarehouseSite site, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var kept = await erp.ListAsync(
            chain => chain.Inventory.ListStockAsync(
                new StockQuery(Warehouse: site.Id), cancellationToken: cancellationToken),
            cancellationToken);
        var levels = kept.ToDictionary(level => level.Sku, level => level.Available);
        var low = assortment.Of(site)
            .Select(target => (Target: target, Available: levels.GetValueOrDefault(target.Product.Sku)))
            .Where(one => one.Available <= one.Target.ReorderPoint)
            .Take(ProductsLookedAt);
        WarehouseSite? source = null;
        List<RequestTransferLine> lines = [];
        foreach (var (target, available) in low)
        {
            var stock = await erp.AskAsync(
                chain => chain.Inventory.GetStockAsync(target.Product.Sku, cancellationToken), cancellationToken);
            var spare = Spare(stock, site).Where(one => source is null || one.Site == source)
                .OrderByDescending(one => one.Site.Region == site.Region).ThenByDescending(one => one.Units)
                .FirstOrDefault();
            var units = Math.Min(target.Units - available, spare.Units / 2);
            if (units < 1 || lines.Count == MostLines)
            {
                continue;
            }
            source = spare.Site;
            lines.Add(new(target.Product.Sku, units));
        }
        return source is null ? null : new(
            source.Id, site.Id, lines.ToItems(), RequestedBy: DateOnly.FromDateTime(at.DateTime).AddDays(
                DaysInHand + TransportDays(source, site)));
    }

    /// <summary>Warehouses that have more of a product than they reorder it at, and how much more.</summary>
    private IEnumerable<(WarehouseSite Site, long Units)> Spare(ProductStock stock, WarehouseSite except) => stock.Items
        .Select(level => (Site: Warehouses.Find(level.Warehouse.Value), level.Available))
        .Where(one => one.Site is not null && one.Site != except)
        .Select(one => (
            Site: one.Site!,
            Units: one.Available - (assortment.Of(one.Site!)
                .FirstOrDefault(target => target.Product.Sku == stock.Sku)?.ReorderPoint ?? 0)))
        .Where(one => one.Units > 1);

    private static int TransportDays(WarehouseSite from, WarehouseSite to)
    {
        var distance = GreatCircle.DistanceKm(from.Place.Point, to.Place.Point);
        return TransportMode.For(null, distance).TransitDays(distance);
    }
}
