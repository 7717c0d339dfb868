namespace SupplyChain.Orders;

/// <summary>What a cancellation may say.</summary>
public static class CancelOrderValidation
{
    /// <summary>The faulty fields; none when the cancellation makes sense by itself.</summary>
    public static Items<Fault> Validate(this CancelOrder command)
    {
        var faults = new FaultList();
        faults.RequiredText("reason", command.Reason);
        if (command.Lines is { } lines)
            faults.LineNumbers(lines);
        if (command.OnBehalfOf is { } party && !Enum.IsDefined(party))
            faults.Add("onBehalfOf", FaultCodes.Invalid, "'onBehalfOf' is customer or supplier.");
        return faults.All;
    }

    /// <summary>Line numbers named in a list <c>lines</c>: 1 to 1,000 of them, each once.</summary>
    internal static void LineNumbers(this FaultList faults, Items<int> lines)
    {
        faults.Count("lines", lines.Count);
        var seen = new HashSet<int>();
        for (var index = 0; index < lines.Count; index++)
            faults.Line($"lines/{index}", lines[index], seen);
    }
}
