using SupplyChain.Journal;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>The levels of stock items, their ledger, and what they did for orders.</summary>
internal sealed class StockProjection(IJournal journal, ITableWriter tables, MentionTable mentions, int cachedStates)
    : StreamProjection<StockItem, StockEvent, StockLevel>(journal, cachedStates)
{
    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert(
        "stock", "tenant, sku, warehouse", "on_hand, reserved, rationed, version"));

    private readonly IRowWriter _upsertMovement = tables.Prepare(RowChange.Upsert(
        "stock_ledger", "tenant, sku, warehouse, version",
        "type, occurred_at, recorded_at, quantity, on_hand, reserved, cause, number"));

    /// <inheritdoc/>
    protected override StockLevel Derive(StreamId stream, StockItem state) => state.Level(StockItemId.Parse(stream.Id));

    /// <inheritdoc/>
    protected override void Write(StreamId stream, StockLevel before, StockLevel after) =>
        _upsert.Bind(1, stream.Tenant.Value).Bind(2, after.Sku.Value).Bind(3, after.Warehouse.Value)
            .Bind(4, after.OnHand).Bind(5, after.Reserved).Bind(6, after.Rationed).Bind(7, after.Version)
            .Run();

    /// <inheritdoc/>
    protected override void Note(in Change change, List<Action> notes)
    {
        mentions.Note(change.Row, NamedOrders.Of(change.Event), notes);
        if (StockMovement.Of(change.Event) is { } movement)
        {
            var (row, onHand, reserved) = (change.Row, change.After.OnHand, change.After.Reserved);
            notes.Add(() => Write(row, movement, onHand, reserved));
        }
    }

    private void Write(JournaledEvent row, StockMovement movement, long onHand, long reserved)
    {
        var item = StockItemId.Parse(row.Stream.Id);
        _upsertMovement.Bind(1, row.Stream.Tenant.Value).Bind(2, item.Sku.Value).Bind(3, item.Warehouse.Value)
            .Bind(4, row.Version).Bind(5, row.Type).Bind(6, movement.OccurredAt ?? row.OccurredAt)
            .Bind(7, JournalTime.ToMicroseconds(row.RecordedAt)).Bind(8, movement.Quantity)
            .Bind(9, onHand).Bind(10, reserved).Bind(11, movement.Cause).Bind(12, movement.Owner?.Text)
            .Run();
    }
}
