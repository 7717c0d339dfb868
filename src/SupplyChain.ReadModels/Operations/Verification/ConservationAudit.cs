using SupplyChain.Inventory;
using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>
/// Units do not come from nowhere: what the documents of each kind say they moved is what the stock items have of them,
/// and all of it together is on hand. What left with shipments or is on its way between warehouses is in the sums of
/// those kinds. Documents that are not finished count as far as the stock items have them.
/// </summary>
internal sealed class ConservationAudit(Findings findings, JournalFold fold)
{
    /// <summary>The sum over document kinds = on hand, and each kind's sum = the stock items' movements of it, per SKU
    /// and tenant.</summary>
    public const string Conservation = "conservation";

    private readonly StockAudit _stock = fold.Of<StockAudit>();
    private readonly Dictionary<(TenantId Tenant, Sku Sku, string Kind), (long Said, long Moved)> _sums = [];
    private readonly Dictionary<(TenantId Tenant, Sku Sku), long> _onHand = [];

    /// <summary>Judges every product.</summary>
    public void Conclude()
    {
        foreach (var aggregate in AggregateReadModels.All)
        {
            foreach (var (tenant, sku, units) in aggregate.Moved(fold))
            {
                Add((tenant, sku, aggregate.Kind), said: units);
            }
        }
        foreach (var (document, moves) in _stock.Moves)
        {
            moves.ForEach(move => Add((document.Tenant, move.Sku, document.Kind), moved: move.Delta));
        }
        foreach (var (stream, item) in _stock.Items)
        {
            var product = (stream.Tenant, StockItemId.Parse(stream.Id).Sku);
            _onHand[product] = _onHand.GetValueOrDefault(product) + item.OnHand;
        }
        foreach (var product in _sums.GroupBy(sum => (sum.Key.Tenant, sum.Key.Sku)))
        {
            var onHand = _onHand.GetValueOrDefault(product.Key);
            if (product.Sum(kind => kind.Value.Said) != onHand
                || product.Any(kind => kind.Value.Said != kind.Value.Moved))
            {
                var kinds = product.OrderBy(kind => kind.Key.Kind, StringComparer.Ordinal).Select(kind =>
                    $"{kind.Key.Kind} {kind.Value.Said} (stock items: {kind.Value.Moved})");
                findings.Violated(
                    Conservation, new(product.Key.Tenant, Product.Kind, product.Key.Sku.Value), null,
                    $"Documents moved {string.Join(", ", kinds)}; {onHand} units are on hand.");
            }
        }
    }

    private void Add((TenantId, Sku, string) kind, long said = 0, long moved = 0)
    {
        var sum = _sums.GetValueOrDefault(kind);
        _sums[kind] = (sum.Said + said, sum.Moved + moved);
    }
}
