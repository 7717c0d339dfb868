namespace SupplyChain.Network;

/// <summary>How far a closing is.</summary>
/// <param name="Pending">Orders whose lines have not been decided yet.</param>
/// <param name="ResourcedLines">Lines that moved to other warehouses.</param>
/// <param name="BackorderedLines">Lines that wait now.</param>
[SchemaName("ClosingDetails")]
public sealed record ClosingProgressAnswer(int Pending, int ResourcedLines, int BackorderedLines)
{
    internal static ClosingProgressAnswer? Of(ClosingDetails? closing) => closing is null
        ? null
        : new(closing.Pending, closing.ResourcedLines, closing.BackorderedLines);
}
