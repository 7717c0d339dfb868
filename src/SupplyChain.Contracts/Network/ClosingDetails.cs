namespace SupplyChain.Network;

/// <summary>How far a closing is.</summary>
/// <param name="Pending">Orders whose lines have not been decided yet.</param>
/// <param name="ResourcedLines">Lines that moved to other warehouses.</param>
/// <param name="BackorderedLines">Lines that wait now.</param>
[GenerateSerializer, Immutable, Alias("closing-details")]
public sealed record ClosingDetails(
    [property: Id(0)] int Pending, [property: Id(1)] int ResourcedLines, [property: Id(2)] int BackorderedLines);
