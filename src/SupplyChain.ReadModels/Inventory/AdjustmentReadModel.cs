using SupplyChain.Operations.Verification;

namespace SupplyChain.Inventory;

/// <summary>Adjustments have no read table; each changed its stock item as it says.</summary>
internal sealed class AdjustmentReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Adjustment.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IStreamFold> Folds(Findings findings) => [new FoldedStates<Adjustment, AdjustmentEvent>()];

    /// <inheritdoc/>
    public void Audit(Findings findings, JournalFold fold) => new DocumentAudit(findings, fold).ConcludeAdjustments();
}
