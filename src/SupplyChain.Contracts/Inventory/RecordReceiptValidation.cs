namespace SupplyChain.Inventory;

/// <summary>What a goods receipt may say.</summary>
public static class RecordReceiptValidation
{
    /// <summary>The faulty fields; none when the receipt makes sense by itself.</summary>
    /// <param name="command">The receipt.</param>
    /// <param name="now">The clock its <c>occurredAt</c> is held against.</param>
    public static Items<Fault> Validate(this RecordReceipt command, DateTimeOffset now)
    {
        var faults = new FaultList();
        faults.Id("warehouse", command.Warehouse);
        faults.OccurredAt(command.OccurredAt, now);
        faults.Count("lines", command.Lines.Count);
        for (var index = 0; index < command.Lines.Count; index++)
        {
            faults.Enter("lines", index);
            faults.Id("sku", command.Lines[index].Sku);
            faults.Range("quantity", command.Lines[index].Quantity, 1, Limits.MaxQuantity);
            faults.Leave();
        }

        return faults.All;
    }
}
