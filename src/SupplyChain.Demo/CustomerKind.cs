namespace SupplyChain.Demo;

/// <summary>How customers of a kind order.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Activity">How often they order, compared with the others.</param>
/// <param name="MostLines">The most lines of an order.</param>
/// <param name="Appetite">How much they take of what people usually take.</param>
/// <param name="Priority">The priority of their orders.</param>
internal sealed record CustomerKind(string Name, double Activity, int MostLines, double Appetite, int Priority)
{
    public static readonly IReadOnlyList<CustomerKind> All =
    [
        new("retailer", 1.4, 4, 2.0, 3),
        new("clinic", 1.0, 3, 1.0, 2),
        new("contractor", 0.9, 3, 1.5, 4),
        new("workshop", 0.8, 2, 0.7, 3),
        new("laboratory", 0.6, 2, 0.6, 2),
    ];
}
