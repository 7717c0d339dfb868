namespace SupplyChain.Orders;

/// <summary>Chooses the warehouses an order's units come from.</summary>
public static class Sourcing
{
    /// <summary>The best plan by the goals.</summary>
    public static SourcingPlan Plan(SourcingProblem problem) => throw new NotSupportedException($"{problem}");
}
