using System.Collections.Concurrent;
using System.Diagnostics;
using SupplyChain.Journal;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>
/// The levels of stock items, what their movements add up to, and what they did for orders. Levels are taken from the
/// events; a stock item is folded only when the first movement of a batch is one of release 0.1, which did not say
/// them.
/// </summary>
internal sealed class StockProjection(IJournal journal, ITableWriter tables, MentionTable mentions, int cachedLevels)
    : IStreamProjection
{
    private const string Key = "tenant, sku, warehouse";

    private static readonly LevelAfter Nothing = new(0, 0);

    private readonly IRowWriter _upsertLevel = tables.Prepare(RowChange.Upsert(
        "stock", Key, "on_hand, reserved, version", once: "rationed",
        added: "movements, received, adjusted, shipped, transferred"));

    private readonly IRowWriter _upsertRationed = tables.Prepare(RowChange.Upsert(
        "stock", Key, "rationed, version",
        once: "on_hand, reserved, movements, received, adjusted, shipped, transferred"));

    private readonly IRowWriter _updateVersion = tables.Prepare(RowChange.Update("stock", Key, "version"));

    private readonly StateCache<LevelAfter> _levels = new(cachedLevels);
    private readonly ConcurrentDictionary<StreamId, Read> _read = new();
    private readonly List<Row> _rows = [];

    /// <inheritdoc/>
    public string Kind => StockItem.Kind;

    /// <inheritdoc/>
    public async Task ReadAsync(StreamNews news, CancellationToken cancellationToken)
    {
        var (stream, before) = (news.Stream, news.VersionBefore);
        var movements = new (StockEvent Event, StockMovement? Movement)[news.Rows.Count];
        var first = default(StockMovement);
        for (var i = 0; i < movements.Length; i++)
        {
            var @event = news.Event<StockEvent>(i);
            movements[i] = (@event, StockMovement.Of(@event));
            first ??= movements[i].Movement;
        }
        var level = before == 0 ? Nothing
            : first is null or { After: not null } || _levels.TryGet(stream, before, out _) ? null
            : await LevelAsync(stream, before, cancellationToken);
        _read[stream] = new(movements, level);
    }

    /// <inheritdoc/>
    public void Fold(StreamNews news)
    {
        var (stream, events) = (news.Stream, news.Rows);
        if (!_read.TryRemove(stream, out var read))
        {
            throw new UnreachableException($"{stream} was not read.");
        }
        var level = _levels.TryGet(stream, events[0].Version - 1, out var known) ? known : read.Level;
        var (sums, rationed) = (default(StockSums), default(bool?));
        for (var i = 0; i < events.Count; i++)
        {
            var (@event, movement) = read.Movements[i];
            mentions.Note(events[i], NamedOrders.Of(@event));
            if (movement is not null)
            {
                level = movement.LevelFrom(level);
                sums += StockSums.Of(@event, movement);
            }
            rationed = @event switch
            {
                StockEvent.Rationed => true,
                StockEvent.RationingEnded => false,
                _ => rationed,
            };
        }
        if (level is not null)
        {
            _levels.Set(stream, events[^1].Version, level);
        }
        _rows.Add(new(stream, sums.Movements > 0 ? level : null, sums, rationed, events[^1].Version));
    }

    /// <inheritdoc/>
    public void Write()
    {
        _rows.ForEach(WriteRow);
        _rows.Clear();
    }

    /// <inheritdoc/>
    public void Forget()
    {
        _rows.Clear();
        _levels.Clear();
        _read.Clear();
    }

    private async Task<LevelAfter> LevelAsync(StreamId stream, long version, CancellationToken cancellationToken)
    {
        var stock = await StreamStates.ReadAsync<StockItem, StockEvent>(journal, stream, version, cancellationToken);
        return new(stock.OnHand, stock.Reserved);
    }

    /// <summary>Writes what the batch changed; the rest of the row stays.</summary>
    private void WriteRow(Row row)
    {
        var (tenant, id) = (row.Stream.Tenant, StockItemId.Parse(row.Stream.Id));
        if (row.Level is { } level)
        {
            Bind(_upsertLevel, tenant, id).Bind(4, 0L).Bind(5, level.OnHand).Bind(6, level.Reserved)
                .Bind(7, row.Version).Bind(8, row.Sums.Movements).Bind(9, row.Sums.Received)
                .Bind(10, row.Sums.Adjusted).Bind(11, row.Sums.Shipped).Bind(12, row.Sums.Transferred)
                .Run();
        }
        if (row.Rationed is { } isRationed)
        {
            Bind(_upsertRationed, tenant, id).Bind(4, 0L).Bind(5, 0L).Bind(6, 0L).Bind(7, 0L).Bind(8, 0L).Bind(9, 0L)
                .Bind(10, 0L).Bind(11, isRationed).Bind(12, row.Version)
                .Run();
        }
        if (row.Level is null && row.Rationed is null)
        {
            Bind(_updateVersion, tenant, id).Bind(4, row.Version).Run();
        }
    }

    private static IRowWriter Bind(IRowWriter writer, TenantId tenant, StockItemId id) =>
        writer.Bind(1, tenant.Value).Bind(2, id.Sku.Value).Bind(3, id.Warehouse.Value);

    /// <summary>What a batch changed in a stock item; null for what it did not.</summary>
    private sealed record Row(StreamId Stream, LevelAfter? Level, StockSums Sums, bool? Rationed, long Version);

    /// <summary>A batch's events of a stream, and the level before them when it had to be read.</summary>
    private sealed record Read((StockEvent Event, StockMovement? Movement)[] Movements, LevelAfter? Level);
}
