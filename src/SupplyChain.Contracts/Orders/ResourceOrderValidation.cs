namespace SupplyChain.Orders;

/// <summary>What a wish to source again may say.</summary>
public static class ResourceOrderValidation
{
    /// <summary>The faulty fields; none when the wish makes sense by itself.</summary>
    public static Items<Fault> Validate(this ResourceOrder command)
    {
        var faults = new FaultList();
        if (command.Lines is { } lines)
            faults.LineNumbers(lines);
        return faults.All;
    }
}
