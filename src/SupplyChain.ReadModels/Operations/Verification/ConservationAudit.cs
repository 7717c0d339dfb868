using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Shipments;

namespace SupplyChain.Operations.Verification;

/// <summary>
/// Units do not come from nowhere: what documents brought in equals what is on hand and what shipments say they took.
/// Documents and shipments that are not finished count as far as the stock items have them.
/// </summary>
internal sealed class ConservationAudit(Findings findings, JournalFold fold)
{
    /// <summary>Received ± adjusted = on hand + shipped, per SKU and tenant.</summary>
    public const string Conservation = "conservation";

    private readonly FoldedStates<Receipt, ReceiptEvent> _receipts = fold.Of<Receipt, ReceiptEvent>();
    private readonly FoldedStates<Adjustment, AdjustmentEvent> _adjustments = fold.Of<Adjustment, AdjustmentEvent>();
    private readonly StockAudit _stock = fold.Of<StockAudit>();
    private readonly CustodyAudit _custody = fold.Of<CustodyAudit>();
    private readonly Dictionary<(TenantId Tenant, Sku Sku), (long In, long OnHand, long Out)> _sums = [];

    /// <summary>Judges every product.</summary>
    public void Conclude()
    {
        foreach (var (stream, receipt) in _receipts.States)
        {
            foreach (var line in receipt.Posted ? receipt.Document!.Lines : [])
            {
                Add(stream.Tenant, line.Sku, line.Quantity);
            }
        }
        foreach (var (stream, adjustment) in _adjustments.States.Where(pair => pair.Value.Posted))
        {
            Add(stream.Tenant, adjustment.Document!.Sku, adjustment.Document.Delta);
        }
        AddUnfinishedDocuments();
        AddShipped();
        foreach (var (stream, item) in _stock.Items)
        {
            Add(stream.Tenant, StockItemId.Parse(stream.Id).Sku, onHand: item.OnHand);
        }
        foreach (var ((tenant, sku), sum) in _sums.Where(pair => pair.Value.In != pair.Value.OnHand + pair.Value.Out))
        {
            findings.Violated(
                Conservation, new(tenant, Product.Kind, sku.Value), null,
                $"{sum.In} units came in, {sum.OnHand} are on hand and {sum.Out} were shipped.");
        }
    }

    private void AddUnfinishedDocuments()
    {
        foreach (var ((tenant, receipt), effects) in _stock.Received)
        {
            if (_receipts.Find(tenant, receipt.Value) is not { Posted: true })
            {
                effects.ForEach(effect => Add(tenant, StockItemId.Parse(effect.Item.Id).Sku, effect.Quantity));
            }
        }
        foreach (var ((tenant, adjustment), effects) in _stock.Adjusted)
        {
            if (_adjustments.Find(tenant, adjustment.Value) is not { Posted: true })
            {
                effects.ForEach(effect => Add(tenant, StockItemId.Parse(effect.Item.Id).Sku, effect.Delta));
            }
        }
    }

    private void AddShipped()
    {
        foreach (var (stream, facts) in _custody.Shipments)
        {
            var skus = facts.Plan?.Lines.ToDictionary(line => line.Reservation, line => line.Sku) ?? [];
            foreach (var line in facts.Issued ?? [])
            {
                if (skus.TryGetValue(line.Reservation, out var sku))
                {
                    Add(stream.Tenant, sku, shipped: line.Quantity);
                }
            }
        }
        AddUnheard(_stock.Issued, facts => facts.Issues, 1);
        AddUnheard(_stock.Returned, facts => facts.Returns, -1);
    }

    /// <summary>What stock items let go, or took back, before the shipment has recorded it.</summary>
    private void AddUnheard(
        Dictionary<(TenantId, ShipmentId), List<(StreamId Item, Items<IssuedUnits> Lines)>> moved,
        Func<CustodyFacts, int> recorded, int sign)
    {
        foreach (var ((tenant, shipment), moves) in moved)
        {
            var facts = _custody.Shipments.GetValueOrDefault(new(tenant, Shipment.Kind, shipment.Value));
            foreach (var item in moves.GroupBy(move => move.Item))
            {
                foreach (var (_, lines) in item.Skip(facts is null ? 0 : recorded(facts)))
                {
                    Add(tenant, StockItemId.Parse(item.Key.Id).Sku, shipped: sign * lines.Sum(line => line.Quantity));
                }
            }
        }
    }

    private void Add(TenantId tenant, Sku sku, long units = 0, long onHand = 0, long shipped = 0)
    {
        var sum = _sums.GetValueOrDefault((tenant, sku));
        _sums[(tenant, sku)] = (sum.In + units, sum.OnHand + onHand, sum.Out + shipped);
    }
}
