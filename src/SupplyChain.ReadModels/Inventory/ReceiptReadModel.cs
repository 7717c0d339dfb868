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
    public void Audit(Findings findings, JournalFold fold) => new DocumentAudit(findings, fold).ConcludeReceipts();
}
