using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// Chooses the warehouses an order's units come from. Pure: the same problem, in whatever order it is given, has the
/// same answer.
/// </summary>
/// <remarks>
/// Goals, one after the other: most units reserved; most of them arriving by the scheduled date (an unknown arrival is
/// late, a line without a date is always on time); fewest further shipments; smallest sum of units × priority band;
/// fewest units whose cost is unknown, then lowest transport cost; smallest sum of units × days to arrival; smallest
/// sum of units × position of the warehouse by id. Between lines that are equal in all of this the lower number wins.
/// <para>
/// Exact for up to 12 candidate warehouses, and for up to 60 while a few of them serve as well as all (at most 4,096
/// sets are tried). Lines of one product that compete are solved exactly too: split ones as a transportation problem,
/// whole ones by search with a bound. Ten million steps of that are the limit, which more than about five whole lines
/// of one product reach if not all of them get the warehouse that is best for them. Beyond any limit the plan says
/// <see cref="SourcingMethod.Greedy"/>.
/// </para>
/// </remarks>
public static class Sourcing
{
    /// <summary>The best plan by the goals that keeps every hard rule.</summary>
    public static SourcingPlan Plan(SourcingProblem problem)
    {
        var model = new SourcingModel(problem);
        var exact = SourcingSearch.Find(model);
        return exact is not null
            ? new SourcingReport(problem, model, exact).Write(SourcingMethod.Exact)
            : new SourcingReport(problem, model, SourcingGreedy.Find(model)).Write(SourcingMethod.Greedy);
    }

    /// <summary>
    /// A plan that is better than where the units of the problem come from now, by one of the goals before the id;
    /// null when there is none. A line that moving does not better stays.
    /// </summary>
    /// <param name="problem">The problem, in which these units are available where they are.</param>
    /// <param name="now">Where each line's units come from now.</param>
    public static SourcingPlan? Better(
        SourcingProblem problem, IReadOnlyCollection<(int Line, WarehouseId Warehouse, long Units)> now)
    {
        var model = new SourcingModel(problem);
        var comparison = new SourcingComparison(model);
        if (comparison.TakesOf(now) is not { } takes)
            return null;
        var exact = SourcingSearch.Find(model);
        var best = exact ?? SourcingGreedy.Find(model);
        return comparison.Compare(best, takes) >= 0
            ? null
            : new SourcingReport(problem, model, comparison.Staying(best, takes)).Write(
                exact is null ? SourcingMethod.Greedy : SourcingMethod.Exact);
    }
}
