using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>The list of orders.</summary>
internal sealed class OrderTable(ITableWriter tables)
{
    private const string Key = "tenant, number";

    private readonly IRowWriter _insert = tables.Prepare(RowChange.Insert("orders", Key, """
        sort_at, customer, placed_at, accepted_at, status, priority, requested_by, units, backordered, warehouses,
        version, promise, ready, country, latitude, longitude, unlocode, placed, due
        """));

    // One for each set of parts that change together: an index is rewritten whenever a column of it is named, and a row
    // is changed once.
    private readonly Dictionary<Parts, IRowWriter> _updates = [];

    [Flags]
    private enum Parts
    {
        None = 0,
        Status = 1,
        Wishes = 2,
        ShipTo = 4,
        Open = 8,
        Due = 16,
    }

    /// <summary>What an order without a date of placing is sorted by.</summary>
    public const long Undated = long.MaxValue;

    /// <summary>The same in SQL, in the words of the indexes.</summary>
    public const string UndatedText = "9223372036854775807";

    /// <summary>Writes what differs; an order never goes away.</summary>
    public void Write(string tenant, OrderHeader? before, OrderHeader after)
    {
        if (before is null)
        {
            Insert(tenant, after);
        }
        else if (before != after)
        {
            Update(tenant, after, Changed(before, after));
        }
    }

    private static Parts Changed(OrderHeader before, OrderHeader after) =>
        (before.Status != after.Status ? Parts.Status : Parts.None)
        | (before.Priority != after.Priority || before.RequestedBy != after.RequestedBy ? Parts.Wishes : Parts.None)
        | (before.ShipTo != after.ShipTo ? Parts.ShipTo : Parts.None)
        | (before.Backordered != after.Backordered || before.Ready != after.Ready ? Parts.Open : Parts.None)
        | (before.Due != after.Due ? Parts.Due : Parts.None);

    private static string Columns(Parts changed) => string.Join(", ", new[]
    {
        "units, warehouses, version, promise",
        changed.HasFlag(Parts.Status) ? "status" : null,
        changed.HasFlag(Parts.Wishes) ? "priority, requested_by" : null,
        changed.HasFlag(Parts.ShipTo) ? "country, latitude, longitude, unlocode" : null,
        changed.HasFlag(Parts.Open) ? "backordered, ready" : null,
        changed.HasFlag(Parts.Due) ? "due" : null,
    }.OfType<string>());

    private void Insert(string tenant, OrderHeader order) =>
        ShipTo(_insert, 16, order).Bind(1, tenant).Bind(2, order.Number.Value)
            .Bind(3, JournalTime.ToMicroseconds(order.SortAt)).Bind(4, order.Customer.Value).Bind(5, order.PlacedAt)
            .Bind(6, JournalTime.ToMicroseconds(order.RecordedAt)).Bind(7, (long)order.Status).Bind(8, order.Priority)
            .Bind(9, order.RequestedBy).Bind(10, order.Units).Bind(11, order.Backordered)
            .Bind(12, string.Join(' ', order.Warehouses)).Bind(13, order.Version).Bind(14, order.Promise)
            .Bind(15, order.Ready)
            .Bind(20, order.PlacedAt is { } placed ? JournalTime.ToMicroseconds(placed) : Undated).Bind(21, order.Due)
            .Run();

    private void Update(string tenant, OrderHeader order, Parts changed)
    {
        if (!_updates.TryGetValue(changed, out var row))
        {
            _updates[changed] = row = tables.Prepare(RowChange.Update("orders", Key, Columns(changed)));
        }
        row.Bind(1, tenant).Bind(2, order.Number.Value).Bind(3, order.Units)
            .Bind(4, string.Join(' ', order.Warehouses)).Bind(5, order.Version).Bind(6, order.Promise);
        var next = 7;
        if (changed.HasFlag(Parts.Status))
        {
            row.Bind(next++, (long)order.Status);
        }
        if (changed.HasFlag(Parts.Wishes))
        {
            row.Bind(next++, order.Priority).Bind(next++, order.RequestedBy);
        }
        if (changed.HasFlag(Parts.ShipTo))
        {
            ShipTo(row, next, order);
            next += 4;
        }
        if (changed.HasFlag(Parts.Open))
        {
            row.Bind(next++, order.Backordered).Bind(next++, order.Ready);
        }
        if (changed.HasFlag(Parts.Due))
        {
            row.Bind(next, order.Due);
        }
        row.Run();
    }

    private static IRowWriter ShipTo(IRowWriter row, int column, OrderHeader order) =>
        row.Bind(column, order.ShipTo.Country).Bind(column + 1, order.ShipTo.Latitude)
            .Bind(column + 2, order.ShipTo.Longitude).Bind(column + 3, order.ShipTo.Unlocode);
}
