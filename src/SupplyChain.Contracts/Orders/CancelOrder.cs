namespace SupplyChain.Orders;

/// <summary>Cancels an order, or some of its lines.</summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="Lines">The lines of which to cancel what is open; none means the whole order.</param>
/// <param name="OnBehalfOf">Who wants it; absent means the supplier. Units the supplier cancels are closed short: when
/// the rest is delivered, the line is not in full.</param>
[GenerateSerializer, Immutable, Alias("cancel-order")]
public sealed record CancelOrder(
    [property: Id(0)] string Reason,
    [property: Id(1)] Items<int>? Lines = null,
    [property: Id(2)] OrderParty? OnBehalfOf = null);

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
