using System.Globalization;
using SupplyChain.Orders;

namespace SupplyChain.Imports;

/// <summary>What became of the rows of one order: refused, imported (something changed) or unchanged.</summary>
internal sealed class OrderOutcome(ImportOrder order, ImportProgress progress)
{
    private readonly HashSet<int> _changed = [];
    private readonly HashSet<int> _refused = [];

    /// <summary>Something changed for these rows.</summary>
    public void Changed(Func<ImportRow, bool> concerns) =>
        _changed.UnionWith(order.Rows.Where(concerns).Select(row => row.Number));

    /// <summary>
    /// Adds the reply to a command: what changed, or why its rows are refused. True when the command was carried out.
    /// </summary>
    public bool Add<TReply, T>(TReply reply, Func<ImportRow, bool> concerns) where TReply : Reply<T> where T : class
    {
        if (reply.Accepted)
        {
            if (!reply.Replayed)
                Changed(concerns);
            return true;
        }
        if (FaultyLines(reply.Faults) is { Count: > 0 } lines)
        {
            RefuseLines(lines, concerns);
            return false;
        }
        var (code, message) = reply switch
        {
            { Refusal: { } refusal } => (refusal.Code(), reply.Message ?? ""),
            { Faults: [var fault, ..] } =>
                (fault.Code, string.Join(" ", reply.Faults.Select(each => each.Message).Distinct())),
            _ => (ImportCodes.NotShipped, "The shipment does not exist."),
        };
        Refuse(concerns, code, message);
        return false;
    }

    /// <summary>The faults of rows, where each is the fault of one: lines are told in the order of the rows.</summary>
    private List<(ImportRow Row, Fault Fault)> FaultyLines(Items<Fault> faults)
    {
        var lines = new List<(ImportRow, Fault)>();
        foreach (var fault in faults)
        {
            if (fault.Pointer.Split('/') is not ["", "lines", var index, ..]
                || !int.TryParse(index, CultureInfo.InvariantCulture, out var at) || at >= order.Rows.Count)
            {
                return [];
            }
            lines.Add((order.Rows[at], fault));
        }
        return lines;
    }

    private void RefuseLines(List<(ImportRow Row, Fault Fault)> lines, Func<ImportRow, bool> concerns)
    {
        foreach (var (row, fault) in lines)
        {
            _refused.Add(row.Number);
            progress.Findings.Refuse(row.Number, ColumnOf(fault), fault.Code, fault.Message);
        }
        foreach (var row in order.Rows.Where(concerns).Where(row => _refused.Add(row.Number)))
            progress.Findings.HoldBack(row.Number, lines[0].Row.Number, ColumnOf(lines[0].Fault));
    }

    private string ColumnOf(Fault fault) => fault.Pointer.Split('/')[^1] switch
    {
        "sku" => order.ColumnOf(ImportField.Sku),
        "warehouse" => order.ColumnOf(ImportField.Warehouse),
        "quantity" => order.ColumnOf(ImportField.Quantity),
        _ => "",
    };

    /// <summary>These rows are refused.</summary>
    public void Refuse(Func<ImportRow, bool> concerns, string code, string message)
    {
        foreach (var row in order.Rows.Where(concerns))
        {
            if (_refused.Add(row.Number))
                progress.Findings.Refuse(row.Number, "", code, message);
        }
    }

    /// <summary>Others waited for the goods: then not everything the file says has been shipped.</summary>
    public void WarnOfWaiting(OrderDetails details)
    {
        var waiting = details.Lines.Where(line => line.Backordered > 0).ToDictionary(line => line.Line);
        foreach (var row in order.Rows.Where(row => row.Shipment is not null && waiting.ContainsKey(row.Line)))
        {
            progress.Findings.Warn(
                row.Number, "", ImportCodes.NotShipped,
                $"{waiting[row.Line].Backordered} of {row.Quantity} units wait for stock and were not shipped.");
        }
    }

    /// <summary>Adds the rows to the progress.</summary>
    public void Count()
    {
        foreach (var row in order.Rows.Where(row => !_refused.Contains(row.Number)))
        {
            if (_changed.Contains(row.Number))
                progress.Imported();
            else
                progress.Unchanged();
        }
    }
}
