using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>What order lines have reserved and not shipped.</summary>
internal sealed class LineHoldTable(ITableWriter tables)
{
    private const string Key = "tenant, sku, number, line, warehouse";

    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert("line_holds", Key, "units"));
    private readonly IRowWriter _delete = tables.Prepare(RowChange.Delete("line_holds", Key));

    /// <summary>Writes what differs.</summary>
    public void Write(StreamId order, LineHold[] before, LineHold[] after)
    {
        foreach (var gone in before.ExceptBy(after.Select(Place), Place))
        {
            Bind(_delete, order, gone).Run();
        }
        foreach (var hold in after.Except(before))
        {
            Bind(_upsert, order, hold).Bind(6, hold.Units).Run();
        }
    }

    private static (Inventory.Sku, int, Network.WarehouseId) Place(LineHold hold) =>
        (hold.Sku, hold.Line, hold.Warehouse);

    private static IRowWriter Bind(IRowWriter row, StreamId order, LineHold hold) =>
        row.Bind(1, order.Tenant.Value).Bind(2, hold.Sku.Value).Bind(3, order.Id).Bind(4, hold.Line)
            .Bind(5, hold.Warehouse.Value);
}
