namespace SupplyChain.Host.Nodes.Rehearsing;

/// <summary>How much a node rehearses before it joins others.</summary>
internal sealed class RehearsalOptions
{
    private const int MaxOrders = 1_000;

    /// <summary>How many orders it plays through; 0: it does not rehearse. <c>Rehearsal:Orders</c>.</summary>
    public int Orders { get; set; } = 12;

    /// <summary>What is configured.</summary>
    /// <exception cref="VerbException">It makes no sense.</exception>
    public static RehearsalOptions Configured()
    {
        var options = new RehearsalOptions();
        Settings.Bind("Rehearsal", options);
        return options.Orders is >= 0 and <= MaxOrders
            ? options
            : throw new VerbException(
                $"Rehearsal:Orders {options.Orders} is not from 0 to {MaxOrders}.", ExitCode.BadUsage);
    }
}
