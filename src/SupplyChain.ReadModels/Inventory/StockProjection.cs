using System.Collections.Concurrent;
using System.Diagnostics;
using SupplyChain.Journal;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>
/// The levels of stock items, their ledger, and what they did for orders. Levels are taken from the events; a stock
/// item is folded only when the first movement of a batch is one of release 0.1, which did not say them.
/// </summary>
internal sealed class StockProjection(IJournal journal, ITableWriter tables, MentionTable mentions, int cachedLevels)
    : IStreamProjection
{
    private const string Key = "tenant, sku, warehouse";

    private static readonly LevelAfter Nothing = new(0, 0);

    private readonly IRowWriter _upsertLevel =
        tables.Prepare(RowChange.Upsert("stock", Key, "on_hand, reserved, version", once: "rationed"));

    private readonly IRowWriter _upsertRationed =
        tables.Prepare(RowChange.Upsert("stock", Key, "rationed, version", once: "on_hand, reserved"));

    private readonly IRowWriter _updateVersion = tables.Prepare(RowChange.Update("stock", Key, "version"));

    private readonly IRowWriter _upsertMovement = tables.Prepare(RowChange.Upsert(
        "stock_ledger", $"{Key}, version",
        "type, occurred_at, recorded_at, quantity, on_hand, reserved, cause, number"));

    private readonly StateCache<LevelAfter> _levels = new(cachedLevels);
    private readonly ConcurrentDictionary<StreamId, Read> _read = new();
    private readonly List<Action> _writes = [];

    /// <inheritdoc/>
    public string Kind => StockItem.Kind;

    /// <inheritdoc/>
    public async Task ReadAsync(StreamNews news, CancellationToken cancellationToken)
    {
        var (stream, before) = (news.Stream, news.VersionBefore);
        var decoded = Enumerable.Range(0, news.Rows.Count).Select(news.Event<StockEvent>).ToArray();
        var first = decoded.Select(StockMovement.Of).FirstOrDefault(movement => movement is not null);
        var level = before == 0 ? Nothing
            : first is null or { After: not null } || _levels.TryGet(stream, before, out _) ? null
            : await LevelAsync(stream, before, cancellationToken);
        _read[stream] = new(decoded, level);
    }

    /// <inheritdoc/>
    public void Fold(StreamNews news)
    {
        var (stream, events) = (news.Stream, news.Rows);
        if (!_read.TryRemove(stream, out var read))
        {
            throw new UnreachableException($"{stream} was not read.");
        }
        var (id, writes) = (StockItemId.Parse(stream.Id), new List<Action>());
        var level = _levels.TryGet(stream, events[0].Version - 1, out var known) ? known : read.Level;
        var (moved, rationed) = (false, default(bool?));
        for (var i = 0; i < events.Count; i++)
        {
            var (row, @event) = (events[i], read.Events[i]);
            mentions.Note(row, NamedOrders.Of(@event), writes);
            if (StockMovement.Of(@event) is { } movement)
            {
                var after = level = movement.LevelFrom(level);
                writes.Add(() => WriteMovement(row, id, EventCodec.PublishedType(@event), movement, after));
                moved = true;
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
        var newest = moved ? level : null;
        _writes.Add(() => WriteRow(stream.Tenant, id, newest, rationed, events[^1].Version));
        _writes.AddRange(writes);
    }

    /// <inheritdoc/>
    public void Write()
    {
        _writes.ForEach(write => write());
        _writes.Clear();
    }

    /// <inheritdoc/>
    public void Forget()
    {
        _writes.Clear();
        _levels.Clear();
        _read.Clear();
    }

    private async Task<LevelAfter> LevelAsync(StreamId stream, long version, CancellationToken cancellationToken)
    {
        var stock = await StreamStates.ReadAsync<StockItem, StockEvent>(journal, stream, version, cancellationToken);
        return new(stock.OnHand, stock.Reserved);
    }

    /// <summary>Writes what the batch changed; the rest of the row stays.</summary>
    private void WriteRow(TenantId tenant, StockItemId id, LevelAfter? level, bool? rationed, long version)
    {
        if (level is not null)
        {
            Bind(_upsertLevel, tenant, id).Bind(4, 0L).Bind(5, level.OnHand).Bind(6, level.Reserved).Bind(7, version)
                .Run();
        }
        if (rationed is { } isRationed)
        {
            Bind(_upsertRationed, tenant, id).Bind(4, 0L).Bind(5, 0L).Bind(6, isRationed).Bind(7, version).Run();
        }
        if (level is null && rationed is null)
        {
            Bind(_updateVersion, tenant, id).Bind(4, version).Run();
        }
    }

    private void WriteMovement(
        JournaledEvent row, StockItemId id, string type, StockMovement movement, LevelAfter level) =>
        Bind(_upsertMovement, row.Stream.Tenant, id).Bind(4, row.Version)
            .Bind(5, type).Bind(6, movement.OccurredAt ?? row.OccurredAt)
            .Bind(7, JournalTime.ToMicroseconds(row.RecordedAt)).Bind(8, movement.Quantity)
            .Bind(9, level.OnHand).Bind(10, level.Reserved).Bind(11, movement.Cause).Bind(12, movement.Owner?.Text)
            .Run();

    private static IRowWriter Bind(IRowWriter writer, TenantId tenant, StockItemId id) =>
        writer.Bind(1, tenant.Value).Bind(2, id.Sku.Value).Bind(3, id.Warehouse.Value);

    /// <summary>A batch's events of a stream, and the level before them when it had to be read.</summary>
    private sealed record Read(StockEvent[] Events, LevelAfter? Level);
}
