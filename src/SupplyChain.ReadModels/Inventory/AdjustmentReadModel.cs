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
    public IEnumerable<MovedUnits> Moved(JournalFold fold)
    {
        var adjustments = fold.Of<Adjustment, AdjustmentEvent>();
        var posted = from pair in adjustments.States
                     where pair.Value.Posted
                     select new MovedUnits(pair.Key.Tenant, pair.Value.Document!.Sku, pair.Value.Document.Delta);
        return posted.Concat(fold.Of<StockAudit>().MovedByOpen(
            Kind, adjustment => adjustments.Find(adjustment.Tenant, adjustment.Id) is { Posted: true }));
    }

    /// <inheritdoc/>
    public void Audit(Findings findings, JournalFold fold) => new DocumentAudit(findings, fold).ConcludeAdjustments();
}
