namespace SupplyChain.Orders;

/// <summary>What an amendment may say.</summary>
public static class AmendOrderValidation
{
    /// <summary>The faulty fields; none when the amendment makes sense by itself.</summary>
    public static Items<Fault> Validate(this AmendOrder command)
    {
        var faults = new FaultList();
        faults.Date("requestedBy", command.RequestedBy);
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
            faults.Leave();
        }

        return faults.All;
    }
}
