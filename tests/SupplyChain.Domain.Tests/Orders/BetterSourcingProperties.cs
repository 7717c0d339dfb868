using CsCheck;
using FluentAssertions;
using SupplyChain.Network;
using Xunit;

namespace SupplyChain.Orders;

public sealed class BetterSourcingProperties
{
    [Fact]
    public void What_sourcing_itself_chose_cannot_be_bettered() =>
        SourcingProblems.Small.Sample(problem =>
        {
            var whole = Served(problem);
            if (whole.Lines.Length > 0)
            {
                Sourcing.Better(whole, Places(Sourcing.Plan(whole))).Should().BeNull();
            }
        });

    [Fact]
    public void What_is_better_serves_every_unit_and_cannot_be_bettered_again() =>
        Gen.Select(SourcingProblems.Small, Gen.Int[1, 1000]).Sample((problem, seed) =>
        {
            var whole = Served(problem);
            var now = Somehow(whole, new Random(seed));
            if (now is null || whole.Lines.Length == 0 || Sourcing.Better(whole, now) is not { } better)
            {
                return;
            }
            better.Unallocated.Should().BeEmpty();
            better.Allocations.Sum(units => units.Quantity).Should().Be(whole.Lines.Sum(line => line.Quantity));
            Places(better).Should().NotBeEquivalentTo(now);
            Sourcing.Better(whole, Places(better)).Should().BeNull("moving again would gain nothing");
        });

    /// <summary>The problem with what can be served of it.</summary>
    private static SourcingProblem Served(SourcingProblem problem)
    {
        var plan = Sourcing.Plan(problem);
        return problem with
        {
            Lines =
            [
                .. problem.Lines
                    .Select(line => line with
                    {
                        Quantity = plan.Allocations
                            .Where(units => units.Line == line.Line).Sum(units => units.Quantity),
                    })
                    .Where(line => line.Quantity > 0),
            ],
        };
    }

    private static List<(int, WarehouseId, long)> Places(SourcingPlan plan) =>
        plan.Allocations.Select(units => (units.Line, units.Warehouse, units.Quantity)).ToList();

    /// <summary>An allocation that keeps the hard rules and no goal: the plan of the same problem where some warehouses
    /// are missing; null when not everything can be served then.</summary>
    private static List<(int, WarehouseId, long)>? Somehow(SourcingProblem problem, Random chance)
    {
        var without = problem with
        {
            Availability =
            [
                .. problem.Availability.Select(stock => stock with
                {
                    Candidates = [.. stock.Candidates.Where(_ => chance.Next(3) > 0)],
                }),
            ],
        };
        var plan = Sourcing.Plan(without);
        return plan.Unallocated.IsEmpty ? Places(plan) : null;
    }
}
