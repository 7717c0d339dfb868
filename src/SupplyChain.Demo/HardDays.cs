using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>
/// A hard day in every ten: a warehouse closes while picked goods stand in it and a customer waits for goods from there
/// and no other place, and goods that were about to leave elsewhere turn out to be spoiled. So a visitor who looks on
/// for ten minutes has seen what planners are for.
/// </summary>
internal sealed class HardDays(
    Seed seed, OrderBook book, BadDays badDays, Assortment assortment, OrderDesk desk, Erp erp, DayBook dayBook) : IPlan
{
    /// <summary>Why the warehouse is closed; it is found again by it.</summary>
    public const string Reason = "Chemical spill in the yard";

    private const int WindowHours = 240;
    private const int OpensAfterHours = 14;
    private const int MaxShipmentsRead = 40;

    private static readonly Items<ShipmentStatus> InWarehouse =
        [ShipmentStatus.Planned, ShipmentStatus.Picked, ShipmentStatus.Packed];

    /// <inheritdoc/>
    public IEnumerable<Errand> During(DateTimeOffset hour)
    {
        var number = LocalTime.HourOf(hour);
        var chance = seed.For("hard-day", moment: number / WindowHours);
        var begins = chance.Between(24, WindowHours - OpensAfterHours - 1);
        var at = hour.AddMinutes(chance.Between(0, 59));
        switch ((number % WindowHours) - begins)
        {
            case 0:
                yield return new(at, "hard-day", cancellationToken => CloseAsync(hour, at, cancellationToken));
                break;
            case 1:
                yield return new(at, "hard-day", cancellationToken => SpoilAsync(at, cancellationToken));
                break;
            case OpensAfterHours:
                yield return new(at, "hard-day", OpenAsync);
                break;
            default:
                break;
        }
    }

    /// <summary>Where most picked goods stand, and no bad day is near.</summary>
    private async Task CloseAsync(DateTimeOffset hour, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await ClosedAsync(cancellationToken) is not null)
            return;
        var picked = await erp.ListAsync(
            chain => chain.Shipments.ListAsync(
                new ShipmentQuery(Statuses: [ShipmentStatus.Picked, ShipmentStatus.Packed]),
                cancellationToken: cancellationToken),
            cancellationToken);
        var fullest = picked.GroupBy(shipment => shipment.Warehouse)
            .Where(goods => Warehouses.Find(goods.Key.Value) is { } site && IsQuiet(site, at))
            .OrderByDescending(goods => goods.Count()).ThenBy(goods => goods.Key).FirstOrDefault();
        if (fullest is null)
            return;
        await InsistAsync(Warehouses.Find(fullest.Key.Value)!, hour, at, cancellationToken);
        var reply = await erp.AskAsync(
            chain => chain.Warehouses.CloseAsync(fullest.Key, new CloseWarehouse(Reason), cancellationToken),
            cancellationToken);
        if (erp.Accepted(fullest.Key.Value, reply) is not null)
            dayBook.Closed();
    }

    private bool IsQuiet(WarehouseSite site, DateTimeOffset at) =>
        Enumerable.Range(-2, 5).All(day => badDays.Around(site, at.AddDays(day)) is not { } bad
            || bad.To < at.AddHours(-1) || bad.From > at.AddHours(OpensAfterHours + 1));

    /// <summary>A customer wants its goods from there and no other place: an order that came a moment later would be
    /// refused.</summary>
    private async Task InsistAsync(
        WarehouseSite site, DateTimeOffset hour, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var customer = book.Quiet(hour, "hard-day");
        var chance = seed.For("insists", site.Id, LocalTime.HourOf(hour));
        var product = chance.Pick(assortment.Of(site)).Product;
        await desk.PlaceAsync(
            Arrival.Pinned(customer, site, product, chance.Between(2, 20), hour, at), cancellationToken);
    }

    /// <summary>All that lies in one place of a product that is to leave, the scarcest of them.</summary>
    private async Task SpoilAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var leaving = await erp.AskAsync(
            chain => chain.Shipments.ListPageAsync(
                new ShipmentQuery(Statuses: InWarehouse), new PageQuery(MaxShipmentsRead), cancellationToken),
            cancellationToken);
        (StockLevel Level, long Spare)? scarcest = null;
        foreach (var listed in leaving.Items)
        {
            var shipment = await erp.AskAsync(
                chain => chain.Shipments.GetAsync(listed.Id, cancellationToken), cancellationToken);
            foreach (var sku in shipment?.Lines.Select(line => line.Sku).Distinct() ?? [])
            {
                var stock = await erp.AskAsync(
                    chain => chain.Inventory.GetStockAsync(sku, cancellationToken), cancellationToken);
                if (stock.Items.FirstOrDefault(one => one.Warehouse == listed.Warehouse) is not { Reserved: > 0 } level)
                    continue;
                var spare = stock.Totals.Available - level.Available - level.Reserved;
                if (scarcest is not { } known || spare < known.Spare)
                    scarcest = (level, spare);
            }
        }

        if (scarcest is not var (spoiled, _))
            return;
        AdjustmentId id = $"AD-{at.UtcDateTime:yyMMddHH}-SPOILED";
        var loss = new RecordAdjustment(spoiled.Warehouse, spoiled.Sku, -spoiled.OnHand, "Spoiled by the spill", at);
        var reply = await erp.AskAsync(
            chain => chain.Inventory.RecordAdjustmentAsync(id, loss, cancellationToken), cancellationToken);
        if (erp.Accepted(id.Value, reply) is not null)
            dayBook.Adjusted();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (await ClosedAsync(cancellationToken) is not { } site)
            return;
        var reply = await erp.AskAsync(
            chain => chain.Warehouses.OpenAsync(site.Id, new OpenWarehouse("Cleaned up"), cancellationToken),
            cancellationToken);
        erp.Accepted(site.Id, reply);
    }

    /// <summary>The warehouse that a hard day has closed; null when none is.</summary>
    private async Task<WarehouseSite?> ClosedAsync(CancellationToken cancellationToken)
    {
        var all = await erp.ListAsync(
            chain => chain.Warehouses.ListAsync(cancellationToken: cancellationToken), cancellationToken);
        return all.FirstOrDefault(one => one is { Status: WarehouseStatus.Closed, ClosedReason: Reason }) is { } closed
            ? Warehouses.Find(closed.Id.Value)
            : null;
    }
}
