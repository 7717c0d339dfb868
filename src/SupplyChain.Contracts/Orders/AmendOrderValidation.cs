namespace SupplyChain.Orders;

/// <summary>What an amendment may say.</summary>
public static class AmendOrderValidation
{
    /// <summary>The faulty fields; none when the amendment makes sense by itself.</summary>
    public static Items<Fault> Validate(this AmendOrder command)
    {
        var faults = new FaultList();
        faults.Date("requestedBy", command.RequestedBy);
        faults.SetAndCleared(command.RequestedBy, command.ClearRequestedBy);
        faults.Priority(command.Priority);
        if (command.ShipTo is { } shipTo)
            faults.ShipTo(shipTo);
        if (command.Lines.Count > Limits.MaxLines)
            faults.Count("lines", command.Lines.Count);
        var seen = new HashSet<int>();
        for (var index = 0; index < command.Lines.Count; index++)
        {
            var line = command.Lines[index];
            faults.Enter("lines", index);
            faults.Line("line", line.Line, seen);
            if (line.Quantity is { } quantity)
                faults.Range("quantity", quantity, 0, Limits.MaxQuantity);
            faults.Date("requestedBy", line.RequestedBy);
            faults.SetAndCleared(line.RequestedBy, line.ClearRequestedBy);
            if (line.Sku is { } sku)
                faults.Id("sku", sku);
            if (line.Warehouse is { } warehouse)
                faults.Id("warehouse", warehouse);
            faults.Money("value", line.Value);
            faults.Leave();
        }

        return faults.All;
    }

    private static void SetAndCleared(this FaultList faults, DateOnly? requestedBy, bool cleared)
    {
        if (cleared && requestedBy is not null)
            faults.Add("requestedBy", FaultCodes.Invalid, "'requestedBy' cannot be set and cleared at once.");
    }
}
