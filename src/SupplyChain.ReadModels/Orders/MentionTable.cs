using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>Which events of other actors name an order.</summary>
internal sealed class MentionTable(ITableWriter tables)
{
    private readonly IRowWriter _insert =
        tables.Prepare(RowChange.Upsert("order_mentions", "tenant, number, recorded_at, kind, id, version"));

    /// <summary>Notes the orders that an event names.</summary>
    public void Note(JournaledEvent row, IEnumerable<OrderId> orders, List<Action> notes) =>
        notes.AddRange(orders.Select<OrderId, Action>(order => () => Write(row, order)));

    /// <summary>The mentions of an order, as recorded.</summary>
    public static List<OrderMention> Read(IReadSession session, TenantId tenant, OrderId order) => new ReadQuery(
        """
        SELECT kind, id, version, recorded_at FROM order_mentions WHERE tenant = ? AND number = ?
        ORDER BY recorded_at, kind, id, version
        """,
        tenant.Value, order.Value).All(session, row => new OrderMention(
            new(tenant, row.Text(0), row.Text(1)), row.Int64(2), JournalTime.FromMicroseconds(row.Int64(3))));

    private void Write(JournaledEvent row, OrderId order) =>
        _insert.Bind(1, row.Stream.Tenant.Value).Bind(2, order.Value)
            .Bind(3, JournalTime.ToMicroseconds(row.RecordedAt)).Bind(4, row.Stream.Kind).Bind(5, row.Stream.Id)
            .Bind(6, row.Version)
            .Run();
}
