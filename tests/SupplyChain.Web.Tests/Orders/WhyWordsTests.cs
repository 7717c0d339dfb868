using System.Collections.Immutable;

namespace SupplyChain.Orders;

public sealed class WhyWordsTests
{
    private static readonly ImmutableSortedDictionary<RejectionReason, int> Nobody =
        ImmutableSortedDictionary<RejectionReason, int>.Empty;

    [Fact]
    public void The_nearest_miss_says_what_decided()
    {
        var said = Of(SourcingRule.LowestCost, [new("ROM", RejectionReason.Costlier)], Nobody);
        said.Decided.Should().Be("HAM costs less than ROM, the nearest miss.");
        said.Others.Should().Be("1 other warehouse considered: 1 would cost more.");
    }

    [Fact]
    public void The_ladder_counts_who_was_still_equal()
    {
        var said = Of(
            SourcingRule.LowestCost,
            [new("ROM", RejectionReason.Costlier), new("LYS", RejectionReason.LowerBand)],
            Nobody.Add(RejectionReason.NoStock, 2));
        said.Ladder.Select(step => step.Text).Should().Equal(
            "3 equal", "3 equal", "3 equal", "2 equal", "decided: HAM", "not needed", "not needed");
    }

    [Fact]
    public void A_count_that_is_not_known_for_sure_is_not_made_up() =>
        Of(SourcingRule.Id, [new("ROM", RejectionReason.Farther)], Nobody.Add(RejectionReason.Later, 1))
            .Ladder.First(step => step.Number == 3).Text.Should().Be("did not decide");

    [Fact]
    public void A_warehouse_the_order_names_needs_no_ladder()
    {
        var said = Of(SourcingRule.Pinned, [], Nobody);
        said.HasLadder.Should().BeFalse();
        said.Others.Should().StartWith("The order names the warehouse");
    }

    private static WhyWords Of(
        SourcingRule rule,
        ImmutableArray<RejectedCandidate> rejected,
        ImmutableSortedDictionary<RejectionReason, int> others) =>
        new(new AllocationDetails(1, "PUMP-1", "HAM", 3, AllocationStatus.Reserved, null, new(rule, rejected, others)),
            id => id.Value);
}
