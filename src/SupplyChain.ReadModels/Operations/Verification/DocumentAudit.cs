using SupplyChain.Inventory;
using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>
/// Each receipt line and each adjustment changed its stock item exactly once, by what the document says.
/// </summary>
internal sealed class DocumentAudit(Findings findings, JournalFold fold)
{
    /// <summary>Judges every receipt.</summary>
    public void ConcludeReceipts()
    {
        var stock = fold.Of<StockAudit>();
        foreach (var (stream, receipt) in fold.Of<Receipt, ReceiptEvent>().States)
        {
            var effects = stock.MovesOf(stream).ToLookup(effect => effect.Line ?? -1);
            var lines = receipt.Document?.Lines ?? [];
            for (var i = 0; i < lines.Count; i++)
            {
                var item = new StreamId(
                    stream.Tenant, StockItem.Kind,
                    new StockItemId(lines[i].Sku, receipt.Document!.Warehouse).ToString());
                Judge(
                    stream, $"Line {i}", receipt.Posted, effects[i].Select(e => (e.Item, e.Delta)).ToArray(),
                    (item, lines[i].Quantity));
            }
            if (effects.Any(line => line.Key < 0 || line.Key >= lines.Count))
            {
                findings.Violated(StreamAudit.Causes, stream, null, "It brought goods that are not on it.");
            }
        }
    }

    /// <summary>Judges every adjustment.</summary>
    public void ConcludeAdjustments()
    {
        var stock = fold.Of<StockAudit>();
        foreach (var (stream, adjustment) in fold.Of<Adjustment, AdjustmentEvent>().States)
        {
            var effects = stock.MovesOf(stream);
            if (adjustment.Document is { } known)
            {
                var item = new StockItemId(known.Sku, known.Warehouse).ToString();
                Judge(
                    stream, "It", adjustment.Posted, effects.Select(e => (e.Item, e.Delta)).ToArray(),
                    (new(stream.Tenant, StockItem.Kind, item), known.Delta));
            }
            else if (effects.Count > 0)
            {
                findings.Violated(StreamAudit.Causes, stream, null, "It was withdrawn, and changed stock.");
            }
        }
    }

    private void Judge(
        StreamId stream, string part, bool posted, (StreamId Item, long Units)[] effects,
        (StreamId Item, long Units) wanted)
    {
        if (effects.Length > 1)
        {
            findings.Violated(StreamAudit.Causes, stream, null, $"{part} changed stock {effects.Length} times.");
        }
        else if (effects is [var only] && only != wanted)
        {
            findings.Violated(
                StreamAudit.Causes, stream, null,
                $"{part} changed {only.Item.Id} by {only.Units} instead of {wanted.Item.Id} by {wanted.Units}.");
        }
        else if (posted && effects.Length == 0)
        {
            findings.Violated(StreamAudit.Causes, stream, null, $"{part} never reached the stock item.");
        }
    }
}
