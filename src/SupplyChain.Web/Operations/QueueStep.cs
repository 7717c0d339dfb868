using SupplyChain.Inventory;
using SupplyChain.Orders;
using Planning = SupplyChain.Planner.Words;

namespace SupplyChain.Operations;

/// <summary>What priority 1 would change for a line in the queue of its product.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">The product.</param>
/// <param name="From">Its place now, from 1; null when the list of the queue does not show it.</param>
/// <param name="To">Its place then.</param>
/// <param name="Overtaken">Those it would overtake, in the order they stand.</param>
internal sealed record QueueStep(int Line, Sku Sku, int? From, int To, IReadOnlyList<StockHolder> Overtaken)
{
    private const int Named = 4;

    /// <summary>Whether the line would be served before another one.</summary>
    public bool Gets => Overtaken.Count > 0;

    /// <summary>The step of a line.</summary>
    /// <param name="order">Its order, all of whose lines get priority 1.</param>
    /// <param name="line">The line.</param>
    /// <param name="queue">Who waits for the product.</param>
    public static QueueStep Of(OrderId order, OrderLineDetails line, IEnumerable<StockHolder> queue)
    {
        var standing = queue.Where(one => one.Place is not null).OrderBy(one => one.Place).ToArray();
        var at = Array.FindIndex(standing, one => one.Order == order && one.Line == line.Line);
        if (at < 0)
            return new(line.Line, line.Sku, null, 0, []);
        var overtaken = standing[..at].Where(one => one.Order != order && !StaysBefore(one, standing[at])).ToArray();
        return new(line.Line, line.Sku, standing[at].Place, standing[at].Place!.Value - overtaken.Length, overtaken);
    }

    /// <summary>In a planner's words.</summary>
    public string Words()
    {
        if (From is not { } from)
            return $"Line {Line}, {Sku}: its place in the queue is not known just now.";
        if (!Gets)
            return $"Line {Line}, {Sku}: stays at place {Planning.Number(from)} of its queue.";
        var named = Overtaken.Take(Named).Select(one =>
            $"{Planning.Count(one.Units, "unit")} of {HolderLooks.Name(one.Owner)} (priority {one.Priority})").ToList();
        if (Overtaken.Count > Named)
            named.Add($"{Planning.Count(Overtaken.Count - Named, "more line")}");
        return $"Line {Line}, {Sku}: from place {Planning.Number(from)} to {Planning.Number(To)} of its queue, before "
            + $"{Planning.List(named)}.";
    }

    private static bool StaysBefore(StockHolder one, StockHolder mine) => one.Priority == 1 && one.Since <= mine.Since;
}
