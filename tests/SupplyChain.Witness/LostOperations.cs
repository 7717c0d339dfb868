using System.Text.Json.Nodes;

namespace SupplyChain;

/// <summary>What was acknowledged but is not in the journal, or is there more than once.</summary>
internal static class LostOperations
{
    public static void Find(
        List<JournalRow> rows, Dictionary<string, AuditedStockItem> items, Notebook notebook, AuditFindings findings)
    {
        var types = rows.GroupBy(row => (row.Kind, row.Id))
            .ToDictionary(stream => stream.Key, stream => stream.Select(row => row.Type).ToList());
        List<string> Of(string kind, string id) => types.GetValueOrDefault((kind, id), []);
        foreach (var number in notebook.Orders.Keys)
        {
            var placed = Of("order", number).Count(type => type == "order.placed");
            if (placed == 0)
                findings.LostOne($"order {number}");
            else if (placed > 1)
                findings.DoubledOne($"order {number}");
        }
        foreach (var number in notebook.Cancelled.Keys)
        {
            if (!Of("order", number).Exists(type => type is "order.cancelled" or "order.rejected"))
                findings.LostOne($"the cancelling of {number}");
        }
        foreach (var document in notebook.Documents.Values)
        {
            var kind = document.Deed == Deed.Receive ? "receipt" : "adjustment";
            if (!Of(kind, document.Subject).Contains($"{kind}.posted"))
                findings.LostOne($"{kind} {document.Subject}");
        }
        FindLostMilestones(rows, notebook, findings);
        FindLostUnits(rows, items, notebook, findings);
    }

    private static void FindLostMilestones(List<JournalRow> rows, Notebook notebook, AuditFindings findings)
    {
        var recorded = rows.Where(row => row.Type == "shipment.milestone")
            .GroupBy(row => $"{JsonNode.Parse(row.Data)!["id"]}", (id, all) => (id, Times: all.Count()))
            .ToDictionary(milestone => milestone.id, milestone => milestone.Times);
        foreach (var id in notebook.Milestones.Keys)
        {
            var times = recorded.GetValueOrDefault(id);
            if (times == 0)
                findings.LostOne($"milestone {id}");
            else if (times > 1)
                findings.DoubledOne($"milestone {id}");
        }
    }

    /// <summary>What came, by the outside world's own count, is there or has left.</summary>
    private static void FindLostUnits(
        List<JournalRow> rows, Dictionary<string, AuditedStockItem> items, Notebook notebook, AuditFindings findings)
    {
        var left = rows.Where(row => row.Type == "stock.issued")
            .GroupBy(row => Sku(row.Id))
            .ToDictionary(sku => sku.Key, sku => sku.Sum(row => JsonNode.Parse(row.Data)!["lines"]!.AsArray()
                .Sum(line => line!["quantity"]!.GetValue<long>())));
        var there = items.GroupBy(item => Sku(item.Key))
            .ToDictionary(sku => sku.Key, sku => sku.Sum(item => item.Value.OnHand));
        foreach (var came in notebook.Documents.Values.GroupBy(document => document.Skus[0]))
        {
            var units = came.Sum(document => document.Units);
            var (onHand, gone) = (there.GetValueOrDefault(came.Key), left.GetValueOrDefault(came.Key));
            if (units != onHand + gone)
                findings.Add($"ledger: of {came.Key} {units} came, {gone} left and {onHand} are there");
        }
    }

    private static string Sku(string stockItem) => stockItem[..stockItem.IndexOf('@')];
}
