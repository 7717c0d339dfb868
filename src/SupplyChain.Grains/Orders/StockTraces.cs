using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>Carries what would have happened to the stock from one owner that looks ahead to the next.</summary>
internal static class StockTraces
{
    /// <summary>The stock after what would have happened before.</summary>
    public static StockPicture After(this StockPicture stock, StockTrace trace)
    {
        stock = trace.Changes.Aggregate(
            stock, (picture, change) => picture.With(new StockItemId(change.Sku, change.Warehouse), change.Units));
        stock = trace.Waiting.GroupBy(waiting => waiting.Sku, waiting => waiting.Line).Aggregate(
            stock, (picture, lines) => picture.WithWaiting(lines.Key, lines.ToItems()));
        return trace.Closed.Aggregate(stock, (picture, warehouse) => picture.WithClosed(warehouse));
    }

    /// <summary>What would have happened to the stock until now: before an owner, and through it.</summary>
    /// <param name="before">What would have happened before it.</param>
    /// <param name="stock">The stock as it found it.</param>
    /// <param name="left">The stock as it would leave it.</param>
    /// <param name="owner">The owner.</param>
    public static StockTrace Then(this StockTrace before, StockPicture stock, StockPicture left, DemandOwner owner)
    {
        var changes = before.Changes.ToDictionary(
            change => new StockItemId(change.Sku, change.Warehouse), change => change.Units);
        foreach (var (sku, product) in stock.Products)
        {
            var now = left.Products[sku].Candidates.ToDictionary(one => one.Warehouse, one => one.Supplies);
            foreach (var candidate in product.Candidates)
            {
                var item = new StockItemId(sku, candidate.Warehouse);
                changes[item] = changes.GetValueOrDefault(item)
                    + now[candidate.Warehouse].Total - candidate.Supplies.Total;
            }
        }
        var known = before.Waiting.Select(waiting => waiting.Line.Demand).ToHashSet();
        var waiting = left.Products.SelectMany(product => product.Value.Queue.Queue.Values
            .Where(line => line.Owner == owner || known.Contains(line.Demand))
            .Select(line => new WouldBeWaiting(product.Key, line.ToContract())));
        return new(
            changes.Where(change => change.Value != 0)
                .Select(change => new StockChange(change.Key.Sku, change.Key.Warehouse, change.Value)).ToItems(),
            [.. before.Waiting.Where(line => !left.Products.ContainsKey(line.Sku)), .. waiting],
            before.Closed);
    }
}
