using FluentAssertions;
using SupplyChain.Inventory;
using Xunit;
using static SupplyChain.Orders.BacklogEvent;

namespace SupplyChain.Orders;

public sealed class BacklogTests : BacklogRules
{
    [Fact]
    public void Lines_wait_by_priority_then_by_the_age_of_their_orders() =>
        Given(Queued(
            Waits("LOW", 1, 5), Waits("YOUNG", 1, days: 2), Waits("OLD", 1, days: -2), Waits("HIGH", 1, 1, days: 9)))
            .State.Queue.Values.Select(line => line.Owner.Text).Should().Equal("HIGH", "OLD", "YOUNG", "LOW");

    [Fact]
    public void Units_go_to_waiting_lines_in_that_order_and_never_more_than_are_there() =>
        Given(Queued(Waits("LOW", 5, 5), Waits("OLD", 5), Waits("HIGH", 5, 1)))
            .When(backlog => Serve(backlog, There("BER", 8))).ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("HIGH", "BER", 5), ("OLD", "BER", 3)));

    [Fact]
    public void Nothing_is_taken_from_closed_warehouses_or_where_a_line_may_not_be_served()
    {
        var pinned = Waits("PINNED", 5, 1) with { OnlyFrom = ["PAR"] };
        Given(Queued(pinned, Waits("OLD", 5)))
            .When(backlog => Serve(backlog, There("BER", 8), There("ROM", 9, open: false))).ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("OLD", "BER", 5)));
    }

    [Fact]
    public void Owners_of_every_kind_are_served_in_one_queue() =>
        Given(
            Queued(Waits("O-1", 5), Waits("transfer/O-1", 3, priority: 1), Waits("transfer/T-2", 5)),
            new RationingStarted())
            .When(backlog => Serve(backlog, There("BER", 10))).ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().BeEquivalentTo(
                [("transfer/O-1", "BER", 3L), ("O-1", "BER", 5L), ("transfer/T-2", "BER", 2L)]))
            .When(backlog => Backlog.DecideReserved(backlog, new HashSet<int> { 1, 2, 3 })).ThenAccepted()
            .Leaving(backlog => backlog.UnsettledOf(DemandOwner.Of("transfer", "O-1")).Should().ContainSingle())
            .Leaving(backlog => backlog.UnsettledOf(new OrderId("O-1")).Should().ContainSingle());

    [Fact]
    public void With_nothing_there_nobody_is_served() =>
        Given(Queued(Waits("O-1", 5)))
            .When(backlog => Serve(backlog, There("BER", 0))).ThenNothing();

    [Fact]
    public void Grants_count_once_the_stock_items_agree_and_wait_for_their_orders() =>
        Given(
            Queued(Waits("O-1", 5), Waits("O-2", 5)),
            new GrantsProposed([Grant("O-1", 1, 5), Grant("O-2", 2, 3)]))
            .When(backlog => Backlog.DecideReserved(backlog, new HashSet<int> { 2 }))
            .Then(new Granted([Grant("O-2", 2, 3)]))
            .Leaving(backlog => backlog.Queue.Values.Select(line => (line.Owner.Text, line.Quantity))
                .Should().Equal(("O-1", 5L), ("O-2", 2L)))
            .Leaving(backlog => Backlog.UnfinishedWork(backlog).Should().Be(UnfinishedWork.Handover))
            .When(backlog => Backlog.Decide(backlog, new SettleGrants("O-2", [2], Settlement.TakenOver)))
            .Then(new GrantsSettled([2]))
            .Leaving(backlog => Backlog.UnfinishedWork(backlog).Should().Be(UnfinishedWork.None))
            .When(backlog => Backlog.Decide(backlog, new SettleGrants("O-2", [2], Settlement.TakenOver))).ThenNothing();

    [Fact]
    public void Grants_are_numbered_on_and_never_again() =>
        Given(
            Queued(Waits("O-1", 5)), new GrantsProposed([Grant("O-1", 7, 1)]), new Granted([]))
            .When(backlog => Serve(backlog, There("BER", 1))).ThenAccepted()
            .Leaving(backlog => backlog.Proposed.Keys.Should().Equal(8));

    [Fact]
    public void A_message_that_was_overtaken_is_ignored() =>
        Given(Queued(Waits("O-1", 5, ticket: 3)))
            .When(backlog => Queue(backlog, Waits("O-1", 9, ticket: 3))).ThenNothing()
            .When(backlog => Queue(backlog, Waits("O-1", 9, ticket: 2))).ThenNothing()
            .When(backlog => Queue(backlog, Waits("O-1", 2, 1, ticket: 4))).Then(Queued(Waits("O-1", 2, 1, ticket: 4)))
            .Leaving(backlog => backlog.Queue.Should().ContainSingle());

    [Fact]
    public void What_is_on_its_way_to_an_order_does_not_wait_again()
    {
        var grant = Grant("O-1", 1, 3);
        var granted = Given(Queued(Waits("O-1", 5)), new GrantsProposed([grant]), new Granted([grant]));
        granted.When(backlog => Queue(backlog, Waits("O-1", 5, ticket: 2))).Then(Queued(Waits("O-1", 2, ticket: 2)));
        // The order has taken it over: what it still misses is all it misses.
        granted.When(backlog => Queue(backlog, Waits("O-1", 2, ticket: 2) with { Taken = [1] }))
            .Then(new Queued([QueuedLine.Of(Waits("O-1", 2, ticket: 2))], [1]));
    }

    [Fact]
    public void A_line_that_misses_nothing_leaves_the_queue() =>
        Given(Queued(Waits("O-1", 5)))
            .When(backlog => Queue(backlog, Waits("O-1", 0, ticket: 2))).ThenAccepted()
            .Leaving(backlog => backlog.Queue.Should().BeEmpty())
            .Leaving(backlog => backlog.Places.Should().BeEmpty())
            .When(backlog => Queue(backlog, Waits("O-1", 0, ticket: 3))).ThenNothing();

    [Fact]
    public void Stock_is_rationed_while_anybody_waits() =>
        Given()
            .When(backlog => Queue(backlog, Waits("O-1", 5))).ThenAccepted()
            .Leaving(backlog => backlog.IsRationed.Should().BeTrue())
            .Leaving(backlog => Backlog.UnfinishedWork(backlog).Should().Be(UnfinishedWork.None))
            .When(backlog => Queue(backlog, Waits("O-1", 0, ticket: 2))).ThenAccepted()
            .Leaving(backlog => backlog.IsRationed.Should().BeFalse());

    [Fact]
    public void Marks_of_release_01_change_nothing()
    {
        var over = Given(Queued(Waits("O-1", 5)), new RationingStarted(), Queued(Waits("O-1", 0, ticket: 2))).State;
        over.IsRationed.Should().BeFalse();
        Backlog.UnfinishedWork(over).Should().Be(UnfinishedWork.None);
    }

    [Fact]
    public void A_ship_complete_order_is_asked_while_its_units_are_kept_aside() =>
        Given(Queued(Waits("ALL", 5, 1, complete: true), Waits("O-1", 5)))
            .When(backlog => Serve(backlog, There("BER", 7))).ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("O-1", "BER", 2)))
            .Leaving(backlog => backlog.Asked.Should().Equal(new OrderId("ALL")))
            .When(backlog => Backlog.Decide(backlog, new ConfirmHandover(["ALL"]))).ThenAccepted()
            .Leaving(backlog => backlog.Asked.Should().BeEmpty());

    [Fact]
    public void A_line_that_waits_for_other_lines_of_its_order_keeps_the_product_from_nobody() =>
        Given()
            .When(backlog => Queue(backlog, StandsBy("ALL", 5))).Then(new StoodBy([QueuedLine.Of(StandsBy("ALL", 5))]))
            .Leaving(backlog => backlog.IsRationed.Should().BeFalse("nothing is rationed for it"))
            .When(backlog => Serve(backlog, There("BER", 7))).ThenNothing()
            .When(backlog => Claim(backlog, "ALL", There("BER", 7))).ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("ALL", "BER", 5)))
            .When(backlog => Backlog.DecideReserved(backlog, new HashSet<int> { 1 })).ThenAccepted()
            .Leaving(backlog => backlog.StandingBy.Should().BeEmpty())
            .Leaving(backlog => backlog.UnsettledOf("ALL").Should().ContainSingle());

    [Fact]
    public void A_line_goes_from_the_queue_to_standing_by_and_back_as_its_order_learns_what_is_short() =>
        Given(Queued(Waits("ALL", 5, complete: true)))
            .When(backlog => Queue(backlog, StandsBy("ALL", 5, ticket: 2))).ThenAccepted()
            .Leaving(backlog => backlog.Queue.Should().BeEmpty())
            .When(backlog => Queue(backlog, StandsBy("ALL", 4, ticket: 2))).ThenNothing()
            .When(backlog => Queue(backlog, Waits("ALL", 5, ticket: 3, complete: true))).ThenAccepted()
            .Leaving(backlog => backlog.Queue.Values.Should().ContainSingle().Which.StandsBy.Should().BeFalse())
            .Leaving(backlog => backlog.StandingBy.Should().BeEmpty())
            .When(backlog => Queue(backlog, StandsBy("ALL", 0, ticket: 4))).ThenAccepted()
            .Leaving(backlog => backlog.Find(new("ALL", 1)).Should().BeNull());

    [Fact]
    public void A_claim_is_served_from_the_warehouses_that_were_chosen_for_all_lines()
    {
        var waiting = Given(Queued(Waits("ALL", 5, complete: true)));
        BacklogSupply[] supply = [There("BER", 9), There("PAR", 5)];
        waiting
            .When(backlog => Claim(backlog, new("ALL", 1, ["PAR"]), NobodyPassed, supply))
            .ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("ALL", "PAR", 5)));
    }

    [Fact]
    public void A_claim_of_one_that_was_not_asked_takes_nothing_that_lines_before_it_can_use()
    {
        var waiting = Given(
            Queued(
                Waits("ASKED", 4, complete: true), Waits("NEW", 5, days: 1, complete: true),
                Waits("LATER", 9, days: 2)));
        var claim = new ClaimLine("NEW", 1, ["BER"]) { Place = ClaimPlace.BehindQueue };

        waiting.When(backlog => Claim(backlog, claim, NobodyPassed, There("BER", 8))).ThenNothing();
        waiting.When(backlog => Claim(backlog, claim, NobodyPassed, There("BER", 9))).ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("NEW", "BER", 5)));
        waiting.When(backlog => Claim(backlog, claim, ["ASKED"], There("BER", 8))).ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("NEW", "BER", 5)));
        waiting.When(backlog => Claim(backlog, claim with { Place = ClaimPlace.First }, NobodyPassed, There("BER", 8)))
            .ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("NEW", "BER", 5)));
    }

    [Fact]
    public void One_that_cannot_be_complete_or_has_passed_blocks_nobody()
    {
        var waiting = Given(Queued(Waits("ALL", 9, 1, complete: true), Waits("O-1", 5)));
        waiting.When(backlog => Serve(backlog, There("BER", 7))).ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("O-1", "BER", 5)))
            .Leaving(backlog => backlog.Asked.Should().BeEmpty());
        waiting.When(backlog => Backlog.DecideGrants(
                backlog, Pump, [There("BER", 9)], null, new(2026, 3, 2), new HashSet<DemandOwner> { "ALL" }))
            .ThenAccepted()
            .Leaving(backlog => Served(backlog).Should().Equal(("O-1", "BER", 5)));
    }

    [Fact]
    public void A_claim_gets_the_whole_line_or_nothing()
    {
        var waiting = Given(Queued(Waits("ALL", 9, complete: true)));
        waiting.When(backlog => Claim(backlog, "ALL", There("BER", 5), There("PAR", 3))).ThenNothing();
        waiting.When(backlog => Claim(backlog, "ALL", There("BER", 5), There("PAR", 4))).ThenAccepted()
            .Leaving(backlog => backlog.Proposed.Values.Sum(grant => grant.Quantity).Should().Be(9));
        waiting.When(backlog => Claim(backlog, "O-1", There("BER", 5))).ThenNothing();
    }
}
