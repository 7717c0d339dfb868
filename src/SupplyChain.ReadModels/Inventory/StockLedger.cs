using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads the movements of a stock item.</summary>
public static class StockLedger
{
    private const string Name = "ledger";

    /// <summary>Movements of a stock item, the newest first; null when nothing ever happened to it.</summary>
    public static Task<Page<LedgerEntry>?> LedgerAsync(
        this IReadModels models, TenantId tenant, StockItemId stockItem, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, stockItem, page), cancellationToken);

    /// <summary>One page, the newest first; null when there is no such stock item.</summary>
    internal static Page<LedgerEntry>? Read(IReadSession session, TenantId tenant, StockItemId item, PageQuery page)
    {
        if (Sorting.Fault(page.Sort, []) is { } fault)
        {
            throw new MalformedSortException(fault);
        }
        var after = Cursor.Read(Name, page.After, 1);
        var known = new ReadQuery(
            "SELECT 1 FROM stock WHERE tenant = ? AND sku = ? AND warehouse = ?",
            tenant.Value, item.Sku.Value, item.Warehouse.Value).First(session, _ => true);
        if (!known)
        {
            return null;
        }
        var rows = new ReadQuery(
            """
            SELECT version, type, occurred_at, recorded_at, quantity, on_hand, reserved, cause, number FROM stock_ledger
            WHERE tenant = ? AND sku = ? AND warehouse = ?
            """,
            tenant.Value, item.Sku.Value, item.Warehouse.Value)
            .And("version < ?", after is null ? null : Cursor.Number(after[0]))
            .Add("ORDER BY version DESC LIMIT ?", page.Size() + 1)
            .All(session, Entry);
        return Pages.Of(page, rows, entry => Cursor.Write(Name, Cursor.Number(entry.Version)));
    }

    private static LedgerEntry Entry(IRow row) => new(
        row.Int64(0), row.Text(1), row.InstantOrNull(2), JournalTime.FromMicroseconds(row.Int64(3)), row.Int64(4),
        row.Int64(5), row.Int64(6), row.TextOrNull(7),
        row.TextOrNull(8) is { } owner ? new DemandOwner(owner) : default(DemandOwner?));
}
