namespace SupplyChain.Orders;

/// <summary>
/// Sources what is reserved for an order and not released again. Units move where that betters the order by the goals
/// of sourcing; they are reserved there before they are given up here, so the order never has less than before.
/// </summary>
/// <param name="Lines">The lines to source again; none means all.</param>
[GenerateSerializer, Immutable, Alias("resource-order")]
public sealed record ResourceOrder([property: Id(0)] Items<int>? Lines = null);

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
