using BenchmarkDotNet.Attributes;

namespace SupplyChain.Orders;

/// <summary>An order of three lines that ten warehouses could serve.</summary>
public class OrderDeciding
{
    private readonly SourcingProblem _problem = OrderOfThreeLines.Problem();
    private readonly SourcingPlan _plan = Sourcing.Plan(OrderOfThreeLines.Problem());
    private readonly IReadOnlyList<OrderEvent> _life = OrderOfThreeLines.Life();

    /// <summary>Which warehouses.</summary>
    [Benchmark]
    public object ChooseWarehouses() => Sourcing.Plan(_problem);

    /// <summary>Its first decision, on a plan that is there, and the state after it.</summary>
    [Benchmark]
    public object DecideAndEvolve() => OrderOfThreeLines.Place(_plan).After;

    /// <summary>All its events, up to its delivery, as an activation folds them.</summary>
    [Benchmark]
    public object EvolveItsLife() => OrderOfThreeLines.Evolve(Order.Initial, _life);
}
