using System.Text.Json.Nodes;

namespace SupplyChain;

/// <summary>What became of operations, by the journal: each that was acknowledged is in it, and once.</summary>
internal sealed class AuditedOperations(AuditFindings findings)
{
    private readonly Dictionary<string, int> _placed = [];
    private readonly HashSet<string> _cancelled = [];
    private readonly HashSet<(string Kind, string Id)> _posted = [];
    private readonly Dictionary<string, int> _milestones = [];
    private readonly Dictionary<string, long> _issued = [];

    /// <summary>Takes in a whole stream.</summary>
    public void Take(List<JournalRow> stream)
    {
        foreach (var row in stream)
            Take(row);
    }

    /// <summary>Compares with what the outside world knows.</summary>
    public void Compare(Notebook notebook, Dictionary<string, AuditedStockItem> items)
    {
        foreach (var number in notebook.Orders.Keys)
            Once(_placed.GetValueOrDefault(number), $"order {number}");
        foreach (var number in notebook.Cancelled.Keys.Where(number => !_cancelled.Contains(number)))
            findings.LostOne($"the cancelling of {number}");
        foreach (var document in notebook.Documents.Values)
        {
            var kind = document.Deed == Deed.Receive ? "receipt" : "adjustment";
            if (!_posted.Contains((kind, document.Subject)))
                findings.LostOne($"{kind} {document.Subject}");
        }
        foreach (var id in notebook.Milestones.Keys)
            Once(_milestones.GetValueOrDefault(id), $"milestone {id}");
        CompareUnits(notebook, items);
    }

    private void Take(JournalRow row)
    {
        switch (row.Type)
        {
            case "order.placed":
                _placed[row.Id] = _placed.GetValueOrDefault(row.Id) + 1;
                break;
            case "order.cancelled" or "order.rejected":
                _cancelled.Add(row.Id);
                break;
            case "receipt.posted" or "adjustment.posted":
                _posted.Add((row.Kind, row.Id));
                break;
            case "shipment.milestone":
                var id = $"{JsonNode.Parse(row.Data)!["id"]}";
                _milestones[id] = _milestones.GetValueOrDefault(id) + 1;
                break;
            case "stock.issued":
                Left(row, JsonNode.Parse(row.Data)!["lines"]!);
                break;
            case "stock.moved" when JsonNode.Parse(row.Data)!["consumed"] is { } consumed:
                Left(row, consumed);
                break;
        }
    }

    private void Left(JournalRow row, JsonNode lines) =>
        _issued[Sku(row.Id)] = _issued.GetValueOrDefault(Sku(row.Id))
            + lines.AsArray().Sum(line => line!["quantity"]!.GetValue<long>());

    private void Once(int times, string what)
    {
        if (times == 0)
            findings.LostOne(what);
        else if (times > 1)
            findings.DoubledOne(what);
    }

    /// <summary>What came, by the outside world's own count, is there or has left.</summary>
    private void CompareUnits(Notebook notebook, Dictionary<string, AuditedStockItem> items)
    {
        var there = items.GroupBy(item => Sku(item.Key))
            .ToDictionary(sku => sku.Key, sku => sku.Sum(item => item.Value.OnHand));
        foreach (var came in notebook.Documents.Values.GroupBy(document => document.Skus[0]))
        {
            var units = came.Sum(document => document.Units);
            var (onHand, gone) = (there.GetValueOrDefault(came.Key), _issued.GetValueOrDefault(came.Key));
            if (units != onHand + gone)
                findings.Add($"ledger: of {came.Key} {units} came, {gone} left and {onHand} are there");
        }
    }

    private static string Sku(string stockItem) => stockItem[..stockItem.IndexOf('@')];
}
