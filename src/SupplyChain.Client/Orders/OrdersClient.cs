using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Orders;

/// <summary>Orders.</summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), <see cref="QuotaExceededException"/> when the tenant has used up a quota (nothing was done), and
/// <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A malformed id is a
/// fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class OrdersClient
{
    private readonly Calls _calls;

    internal OrdersClient(Calls calls) => _calls = calls;

    /// <summary>Places an order. Safe to repeat: placing the same order twice changes nothing.</summary>
    public Task<OrderReply> PlaceAsync(OrderId id, PlaceOrder order, CancellationToken cancellationToken = default) =>
        _calls.SendNew<OrderReply, OrderDetails>(
            "order.place", id.Value, order.Validate(_calls.Now), () => Actor(id).Place(order), cancellationToken);

    /// <summary>
    /// Places many orders, some at a time. Safe to repeat. What is unavailable, busy or over a quota is told by the row
    /// (<see cref="BulkRow.Failure"/>) and not thrown; the other orders are placed all the same.
    /// </summary>
    public async Task<BulkReply> PlaceManyAsync(
        IEnumerable<NumberedOrder> orders, CancellationToken cancellationToken = default)
    {
        var all = orders.ToArray();
        var rows = new BulkRow[all.Length];
        var limit = new ParallelOptions
        {
            MaxDegreeOfParallelism = _calls.Options.BulkConcurrency,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(0, all.Length, limit, async (index, cancellation) =>
            rows[index] = await PlaceOneAsync(all[index], cancellation));
        return new BulkReply(rows.ToItems());
    }

    /// <summary>
    /// What an order would get if it were placed now, by the same sourcing and with the same explanation. Nothing is
    /// reserved: another order may have the units a moment later.
    /// </summary>
    public Task<QuoteReply> QuoteAsync(PlaceOrder order, CancellationToken cancellationToken = default) =>
        order.Validate(_calls.Now) is { Count: > 0 } faults
            ? Task.FromResult(new QuoteReply { Status = ReplyStatus.Invalid, Faults = faults })
            : _calls.Ask("order.quote", () => _calls.Queries<IPreviewGrain>().Quote(order), cancellationToken);

    /// <summary>The order as it is now; null when there is none.</summary>
    public Task<OrderDetails?> GetAsync(OrderId id, CancellationToken cancellationToken = default) =>
        _calls.Find("order.get", id.Value, () => Actor(id).Get(), cancellationToken);

    /// <summary>The order as it was then; null when there was none, or no such version.</summary>
    public Task<OrderDetails?> GetAsync(OrderId id, AsOf then, CancellationToken cancellationToken = default) =>
        _calls.Find(
            "order.as-of", id.Value, () => _calls.Queries<IOrderQueriesGrain>().AsOf(new OrderAsOf(id, then)),
            cancellationToken);

    /// <summary>Changes an order. Values are absolute, so repeating it changes nothing.</summary>
    public Task<OrderReply> AmendAsync(OrderId id, AmendOrder change, CancellationToken cancellationToken = default) =>
        _calls.Send<OrderReply, OrderDetails>(
            "order.amend", id.Value, change.Validate(), () => Actor(id).Amend(change), cancellationToken);

    /// <summary>Cancels an order or some of its lines. Repeating it is harmless.</summary>
    public Task<OrderReply> CancelAsync(
        OrderId id, CancelOrder cancel, CancellationToken cancellationToken = default) =>
        _calls.Send<OrderReply, OrderDetails>(
            "order.cancel", id.Value, cancel.Validate(), () => Actor(id).Cancel(cancel), cancellationToken);

    /// <summary>
    /// Sources what is reserved and not released again. Units move where that betters the order, and are reserved there
    /// before they are given up. Repeating it changes nothing.
    /// </summary>
    public Task<OrderReply> ResourceAsync(
        OrderId id, ResourceOrder? resource = null, CancellationToken cancellationToken = default)
    {
        var command = resource ?? new();
        return _calls.Send<OrderReply, OrderDetails>(
            "order.resource", id.Value, command.Validate(), () => Actor(id).Resource(command), cancellationToken);
    }

    /// <summary>What an amendment would change; it changes nothing.</summary>
    public Task<OrderPreviewReply> PreviewAmendAsync(
        OrderId id, AmendOrder change, CancellationToken cancellationToken = default) =>
        PreviewAsync(id, change.Validate(), new() { Amend = change }, cancellationToken);

    /// <summary>What a cancellation would change; it changes nothing.</summary>
    public Task<OrderPreviewReply> PreviewCancelAsync(
        OrderId id, CancelOrder cancel, CancellationToken cancellationToken = default) =>
        PreviewAsync(id, cancel.Validate(), new() { Cancel = cancel }, cancellationToken);

    /// <summary>What sourcing again would change; it changes nothing.</summary>
    public Task<OrderPreviewReply> PreviewResourceAsync(
        OrderId id, ResourceOrder? resource = null, CancellationToken cancellationToken = default) =>
        PreviewAsync(
            id, (resource ?? new()).Validate(), new() { Resource = resource ?? new() }, cancellationToken);

    /// <summary>Makes shipments of what is allocated.</summary>
    /// <param name="id">The order.</param>
    /// <param name="release">
    /// Which shipments, under numbers of the caller's; null: one of each warehouse, numbered <c>ORDER~1</c>,
    /// <c>ORDER~2</c>, ….
    /// </param>
    /// <param name="cancellationToken">Ends the waiting, not what was begun.</param>
    public Task<OrderReply> ReleaseAsync(
        OrderId id, ReleaseOrder? release = null, CancellationToken cancellationToken = default) =>
        _calls.Send<OrderReply, OrderDetails>(
            "order.release",
            id.Value,
            (release ?? new()).Validate(_calls.Now),
            () => Actor(id).Release(release ?? new()),
            cancellationToken);

    /// <summary>
    /// Lists orders, newest first or as <paramref name="sort"/> says (see <see cref="Sorting"/>):
    /// <c>-priority,placedAt</c>.
    /// </summary>
    /// <exception cref="MalformedSortException">
    /// It names none of <see cref="OrderSummary.SortFields"/>.
    /// </exception>
    public IAsyncEnumerable<OrderSummary> ListAsync(
        OrderQuery? query = null, string? sort = null, CancellationToken cancellationToken = default) =>
        Paging.List((page, stop) => ListPageAsync(query ?? new(), page, stop), sort, cancellationToken);

    /// <summary>A page of the list of orders, newest first or as the page says.</summary>
    public Task<Page<OrderSummary>> ListPageAsync(
        OrderQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Ask(
            "order.list",
            () => _calls.Queries<IOrderQueriesGrain>().List(new ListOrders(query, page)),
            cancellationToken);

    /// <summary>How many orders the same query lists, and of how many units.</summary>
    public Task<OrderCount> CountAsync(OrderQuery? query = null, CancellationToken cancellationToken = default) =>
        _calls.Ask(
            "order.count",
            () => _calls.Queries<IOrderQueriesGrain>().Count(query ?? new OrderQuery()),
            cancellationToken);

    /// <summary>An order's events, oldest first; none when there is no such order.</summary>
    public IAsyncEnumerable<HistoryEntry> HistoryAsync(OrderId id, CancellationToken cancellationToken = default) =>
        Paging.All<HistoryEntry>(
            (page, cancellation) => HistoryPageAsync(id, page, cancellation), null, cancellationToken);

    /// <summary>A page of an order's events, oldest first; null when there is no such order.</summary>
    public Task<Page<HistoryEntry>?> HistoryPageAsync(
        OrderId id, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Find(
            "order.history",
            id.Value,
            () => _calls.Queries<IOrderQueriesGrain>().History(new ListOrderHistory(id, page)),
            cancellationToken);

    /// <summary>
    /// The events of every actor that belong to an order (itself, its shipments, and what stock items and products'
    /// queues did for it), as recorded; none when there is no such order.
    /// </summary>
    public IAsyncEnumerable<OrderStoryEntry> StoryAsync(OrderId id, CancellationToken cancellationToken = default) =>
        Paging.All<OrderStoryEntry>(
            (page, cancellation) => StoryPageAsync(id, page, cancellation), null, cancellationToken);

    /// <summary>A page of an order's story; null when there is no such order.</summary>
    public Task<Page<OrderStoryEntry>?> StoryPageAsync(
        OrderId id, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Find(
            "order.story",
            id.Value,
            () => _calls.Queries<IOrderQueriesGrain>().Story(new ListOrderStory(id, page)),
            cancellationToken);

    private IOrderGrain Actor(OrderId id) => _calls.Actor<IOrderGrain>(id.Value);

    private Task<OrderPreviewReply> PreviewAsync(
        OrderId id, Items<Fault> faults, PreviewOrder query, CancellationToken cancellationToken) =>
        _calls.Send<OrderPreviewReply, OrderPreview>(
            "order.preview", id.Value, faults, () => Actor(id).Preview(query), cancellationToken);

    private async Task<BulkRow> PlaceOneAsync(NumberedOrder order, CancellationToken cancellationToken)
    {
        try
        {
            return new(order.Number, await PlaceAsync(order.Number, order.Order, cancellationToken));
        }
        catch (Exception failure) when (failure is BusyException or UnavailableException or QuotaExceededException)
        {
            return new(order.Number, null, failure);
        }
    }
}
