namespace SupplyChain.Host.Nodes.Rehearsing;

/// <summary>How much a node rehearses before it joins others; section <c>Rehearsal</c>.</summary>
internal sealed class RehearsalOptions
{
    private const int MaxOrders = 1_000;

    /// <summary>How many orders it plays through; 0: it does not rehearse.</summary>
    public int Orders { get; set; } = 12;

    /// <summary>Makes sure that it can be played.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">It makes no sense.</exception>
    public void Check() => OptionFaults.Refuse(
        Orders is < 0 or > MaxOrders, this, $"Rehearsal:Orders {Orders} is not from 0 to {MaxOrders}.");
}
