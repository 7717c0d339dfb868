using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>
/// Puts an order's story together: its own events, those of its shipments, and those of stock items and products'
/// queues that name it. What these did shows a moment later than the order's own events, as lists do.
/// </summary>
public sealed class OrderStories(IJournal journal, IOrderMentions mentions)
{
    private const int MaxStreamsAtOnce = 16;

    /// <summary>A page, as recorded; null when there is no such order.</summary>
    public async Task<Page<OrderStoryEntry>?> ReadAsync(TenantId tenant, OrderId number, PageQuery page)
    {
        if (Sorting.Fault(page.Sort, []) is { } fault)
        {
            throw new MalformedSortException(fault);
        }
        var after = page.After is { } cursor ? StoryPlace.Parse(cursor) : null;
        var own = await journal.ReadStreamAsync(new(tenant, Order.Kind, number.Value), 1);
        if (own.Count == 0)
        {
            return null;
        }
        var named = mentions.MentionsAsync(tenant, number);
        var steps = own.Concat(await ShipmentsAsync(tenant, number, own))
            .Select(row => (
                Place: StoryPlace.Of(row.Stream, row.Version, row.RecordedAt), row.Stream,
                Row: (JournaledEvent?)row))
            .Concat((await named).Select(mention => (
                Place: StoryPlace.Of(mention.Stream, mention.Version, mention.RecordedAt), mention.Stream,
                Row: (JournaledEvent?)null)))
            .Where(step => step.Place.CompareTo(after) > 0)
            .OrderBy(step => step.Place)
            .Take(page.Limit + 1)
            .ToArray();
        var shown = steps.Take(page.Limit).ToArray();
        var read = await ReadAsync(
            shown.Where(step => step.Row is null).Select(step => (step.Stream, step.Place.Version)));
        var entries = shown.Select(step => Entry(step.Row ?? read[(step.Stream, step.Place.Version)])).ToItems();
        return new(entries, steps.Length > shown.Length ? $"{shown[^1].Place}" : null);
    }

    /// <summary>The events of the order's shipments; not those of another order's by a number it was refused.</summary>
    private async Task<IEnumerable<JournaledEvent>> ShipmentsAsync(
        TenantId tenant, OrderId number, IReadOnlyList<JournaledEvent> own)
    {
        var order = own.Aggregate(Order.Initial, (state, row) =>
            Order.Evolve(state, EventCodec.Decode<OrderEvent>(row.Type, row.Schema, row.Data), row.RecordedAt));
        var all = await InTurnAsync(
            order.Shipments.Keys, id => journal.ReadStreamAsync(new(tenant, Shipment.Kind, id), 1));
        return all.Where(rows => rows.Count > 0
            && EventCodec.Decode<ShipmentEvent>(rows[0].Type, rows[0].Schema, rows[0].Data)
                is ShipmentEvent.Planned planned && planned.Owner == number)
            .SelectMany(rows => rows);
    }

    private async Task<Dictionary<(StreamId Stream, long Version), JournaledEvent>> ReadAsync(
        IEnumerable<(StreamId Stream, long Version)> named)
    {
        var rows = await InTurnAsync(
            named, async one => (await journal.ReadStreamAsync(one.Stream, one.Version, one.Version))[0]);
        return rows.ToDictionary(row => (row.Stream, row.Version));
    }

    private static async Task<List<TOut>> InTurnAsync<TIn, TOut>(
        IEnumerable<TIn> all, Func<TIn, Task<TOut>> read)
    {
        List<TOut> done = [];
        foreach (var some in all.Chunk(MaxStreamsAtOnce))
        {
            done.AddRange(await Task.WhenAll(some.Select(read)));
        }
        return done;
    }

    private static OrderStoryEntry Entry(JournaledEvent row)
    {
        var (type, data) = PublishedEvents.Entry(row);
        return new(
            $"{row.Stream.Kind}/{row.Stream.Id}", row.Version, type, row.OccurredAt, row.RecordedAt, row.Actor,
            row.Correlation, data);
    }
}
