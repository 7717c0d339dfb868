using SupplyChain.Operations.Verification;

namespace SupplyChain.Inventory;

/// <summary>Receipts have no read table; each changed its stock items as it says.</summary>
internal sealed class ReceiptReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Receipt.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IStreamFold> Folds(Findings findings) => [new FoldedStates<Receipt, ReceiptEvent>()];

    /// <inheritdoc/>
    public IEnumerable<MovedUnits> Moved(JournalFold fold)
    {
        var receipts = fold.Of<Receipt, ReceiptEvent>();
        var posted = from pair in receipts.States
                     where pair.Value.Posted
                     from line in pair.Value.Document!.Lines
                     select new MovedUnits(pair.Key.Tenant, line.Sku, line.Quantity);
        return posted.Concat(fold.Of<StockAudit>().MovedByOpen(
            Kind, receipt => receipts.Find(receipt.Tenant, receipt.Id) is { Posted: true }));
    }

    /// <inheritdoc/>
    public void Audit(Findings findings, JournalFold fold) => new DocumentAudit(findings, fold).ConcludeReceipts();
}
