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
    public void Figures_that_were_kept_are_compared()
    {
        var why = new Why(
            SourcingRule.LowestCost,
            [
                new("ROM", RejectionReason.Costlier, SourcingRule.LowestCost, new(40, 3, 900, null, 278.4m)),
                new("LYS", RejectionReason.LowerBand, SourcingRule.PriorityBand, new(9, 4, 300, null, 12.5m)),
            ],
            Nobody.Add(RejectionReason.NoStock, 2), [3, 3, 3, 2], new(7, 3, 400, null, 143.1m));
        var said = Of(why);
        said.Others.Should().Be("5 warehouses considered, 3 could send all 3, 2 in the best priority band.");
        said.Decided.Should().Be("HAM costs less than ROM, the nearest miss: USD 143 against USD 278.");
        said.Lost.Select(lost => (lost.Goal, lost.Figures)).Should().Equal(
            ("5 Lowest cost", "USD 278 against USD 143"), ("4 Priority band", "band 4 against band 3"));
        said.Ladder.Select(step => step.Text).Should().Equal(
            "3 equal", "3 equal", "3 equal", "2 equal", "decided: HAM", "not needed", "not needed");
    }

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
        Of(new Why(rule, rejected, others));

    private static WhyWords Of(Why why) =>
        new(new AllocationDetails(1, "PUMP-1", "HAM", 3, AllocationStatus.Reserved, null, why),
            id => id.Value, DateTimeOffset.UnixEpoch);
}
