namespace SupplyChain.Inventory;

/// <summary>What a stock adjustment may say.</summary>
public static class RecordAdjustmentValidation
{
    /// <summary>The faulty fields; none when the adjustment makes sense by itself.</summary>
    /// <param name="command">The adjustment.</param>
    /// <param name="now">The clock its <c>occurredAt</c> is held against.</param>
    public static Items<Fault> Validate(this RecordAdjustment command, DateTimeOffset now)
    {
        var faults = new FaultList();
        faults.Id("warehouse", command.Warehouse);
        faults.Id("sku", command.Sku);
        if (command.Delta == 0)
            faults.Add("delta", FaultCodes.OutOfRange, "'delta' is 0: that adjusts nothing.");
        else
            faults.Range("delta", command.Delta, -Limits.MaxQuantity, Limits.MaxQuantity);
        faults.RequiredText("reason", command.Reason);
        faults.OccurredAt(command.OccurredAt, now);
        return faults.All;
    }
}
