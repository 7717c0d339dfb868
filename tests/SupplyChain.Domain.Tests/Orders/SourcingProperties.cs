using CsCheck;
using FluentAssertions;
using Xunit;
using static SupplyChain.Orders.SourcingBruteForce;

namespace SupplyChain.Orders;

public sealed class SourcingProperties
{
    [Fact]
    public void No_allocation_of_a_small_order_is_better_than_the_plan() =>
        SourcingProblems.Small.Sample(IsBest, iter: 3_000);

    [Fact]
    public void No_allocation_over_many_warehouses_is_better_than_the_plan() =>
        SourcingProblems.Wide.Sample(IsBest, iter: 300);

    [Fact]
    public void A_plan_keeps_every_hard_rule() =>
        SourcingProblems.Small.Sample(Keeps, iter: 3_000);

    [Fact]
    public void A_plan_that_could_not_be_proven_the_best_keeps_every_hard_rule() =>
        SourcingProblems.Large.Sample(Keeps, iter: 300);

    [Fact]
    public void The_order_in_which_a_problem_is_given_does_not_matter() =>
        Gen.Select(SourcingProblems.Small, Gen.Int).Sample(
            (problem, seed) =>
                Sourcing.Plan(SourcingProblems.Shuffle(problem, seed)).Should().Be(Sourcing.Plan(problem)),
            iter: 3_000);

    [Fact]
    public void The_order_in_which_a_large_problem_is_given_does_not_matter() =>
        Gen.Select(SourcingProblems.Large, Gen.Int).Sample(
            (problem, seed) =>
                Sourcing.Plan(SourcingProblems.Shuffle(problem, seed)).Should().Be(Sourcing.Plan(problem)),
            iter: 200);

    [Fact]
    public void A_ship_complete_order_reserves_all_or_nothing() =>
        SourcingProblems.Small.Sample(
            problem =>
            {
                var free = Sourcing.Plan(problem);
                var complete = Sourcing.Plan(problem with { ShipComplete = true });
                if (free.Unallocated.IsEmpty)
                {
                    complete.Should().Be(free);
                    return;
                }

                complete.Allocations.Should().BeEmpty();
                complete.Unallocated.Sum(line => line.Quantity).Should().Be(problem.Lines.Sum(line => line.Quantity));
            },
            iter: 2_000);

    [Fact]
    public void Without_a_limit_on_shipments_every_unit_that_can_be_reserved_is_even_in_a_greedy_plan() =>
        SourcingProblems.Large.Sample(
            problem =>
            {
                var free = problem with
                {
                    AllowSplit = true,
                    MaxShipments = null,
                    Lines = [.. problem.Lines.Select(line => line with { Pinned = null, OnlyFrom = null })],
                };
                var most = free.Lines.GroupBy(line => line.Sku).Sum(lines => Math.Min(
                    lines.Sum(line => line.Quantity),
                    free.Availability.Single(stock => stock.Sku == lines.Key).Candidates
                        .Where(one => one.Open && !one.Rationed).Sum(one => SourcingBruteForce.Units(free, one))));
                Sourcing.Plan(free).Allocations.Sum(one => one.Quantity).Should().Be(most);
            },
            iter: 200);

    private static void IsBest(SourcingProblem problem)
    {
        var plan = Sourcing.Plan(problem);
        plan.Method.Should().Be(SourcingMethod.Exact);
        Evaluate(problem, Servings(problem, plan)).Should().Be(Best(problem));
    }

    private static void Keeps(SourcingProblem problem)
    {
        var plan = Sourcing.Plan(problem);
        KeepsHardRules(problem, Servings(problem, plan)).Should().BeTrue();
        foreach (var line in problem.Lines)
        {
            var taken = plan.Allocations.Where(one => one.Line == line.Line).ToList();
            var missing = plan.Unallocated.Where(one => one.Line == line.Line).Sum(one => one.Quantity);
            (taken.Sum(one => one.Quantity) + missing).Should().Be(line.Quantity);
            taken.Select(one => one.Warehouse).Should().OnlyHaveUniqueItems();
            taken.All(one => one.Sku == line.Sku && one.Why.Rejected.Length <= 12).Should().BeTrue();
        }
    }

    private static List<Serving> Servings(SourcingProblem problem, SourcingPlan plan) =>
        [.. plan.Allocations.Select(one => new Serving(
            problem.Lines.Single(line => line.Line == one.Line), one.Warehouse, one.Quantity))];
}
