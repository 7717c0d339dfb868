using FluentAssertions;
using SupplyChain.Inventory;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

public sealed class PlacingTests : OrderRules
{
    private static readonly SourcingPlan Everything = Found(From("BER", 1, 10), From("PAR", 2, 4));

    private static Decision<OrderEvent> Place(
        Order order, PlaceOrder command, SourcingPlan plan, string digest = "digest") =>
        Order.Decide(order, OrderPlacing.Of("O-1", command, France, digest, Now), plan);

    [Fact]
    public void An_order_is_placed_with_its_first_proposal() =>
        Given()
            .When(order => Place(order, Command, Everything))
            .Then(
                Ordered,
                new AllocationProposed([Proposed(1, 1, "BER", 10), Proposed(2, 2, "PAR", 4)], SourcingMethod.Exact))
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.Reserve))
            .Leaving(order => order.Status.Should().Be(OrderStatus.Placed));

    [Fact]
    public void Placing_the_same_again_changes_nothing_and_another_body_is_a_conflict() =>
        Given(Served)
            .When(order => Place(order, Command, Everything)).ThenNothing()
            .When(order => Place(order, Command, Everything, "another")).ThenRefused(Refusal.Conflict);

    [Fact]
    public void It_is_allocated_once_the_stock_items_agree() =>
        Given(Served[..2])
            .When(order => Order.DecideReserved(order, new HashSet<int> { 1, 2, 3 }))
            .Then(Served[2])
            .Leaving(order => order.Status.Should().Be(OrderStatus.Allocated))
            .Leaving(order => Order.UnfinishedWork(order).Should().Be(UnfinishedWork.None))
            .Leaving(order => Line(order, 1).Allocated.Should().Be(10))
            .Leaving(order => Line(order, 1).Promise.Should().Be(Friday));

    [Fact]
    public void What_a_stock_item_refuses_is_sourced_again_under_a_new_number() =>
        Given(Served[..2])
            .When(order => Order.DecideReserved(order, new HashSet<int> { 1, 3 }))
            .Then(new Allocated([Got(1, 1, "BER", 6), Got(2, 3, "PAR", 4)]))
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.Source))
            .When(order => Order.DecideSourced(order, Found(From("ROM", 1, 4))))
            .Then(new AllocationProposed([Proposed(1, 4, "ROM", 4)], SourcingMethod.Exact));

    [Fact]
    public void What_is_not_there_waits_in_the_backlog() =>
        Given(Ordered)
            .When(order => Order.DecideSourced(order, Lacking(Found(From("BER", 1, 6)), (1, 4), (2, 4))))
            .Then(Waiting[1], Waiting[2])
            .When(order => Order.DecideReserved(order, new HashSet<int> { 1 })).ThenAccepted()
            .Leaving(order => order.ToQueue().Select(queue => (queue.Sku.Value, queue.Command.Lines[0].Quantity))
                .Should().BeEquivalentTo([("PUMP", 4L), ("HOSE", 4L)]))
            .Leaving(order => order.Status.Should().Be(OrderStatus.Placed));

    [Fact]
    public void Then_it_is_partially_allocated_or_backordered()
    {
        Given(Waiting).State.Status.Should().Be(OrderStatus.PartiallyAllocated);
        Given(Ordered, new Backordered([Missing(1, 10), Missing(2, 4)]), new Queued([new(1, 1), new(2, 1)]))
            .State.Status.Should().Be(OrderStatus.Backordered);
    }

    [Fact]
    public void It_is_rejected_when_it_cannot_be_served_and_may_not_wait()
    {
        var strict = Command with { Policy = new(AllowBackorder: false) };
        Given()
            .When(order => Place(order, strict, Lacking(Found(From("BER", 1, 10)), (2, 4)))).ThenAccepted()
            .Leaving(order => order.Status.Should().Be(OrderStatus.Rejected))
            .Leaving(order => order.Rejection!.Lines.Should().Equal(2))
            .Leaving(order => order.Allocations.Should().BeEmpty())
            .Leaving(order => Order.UnfinishedWork(order).Should().Be(UnfinishedWork.None))
            .When(order => Place(order, strict, Everything)).ThenNothing()
            .When(order => Order.Decide(order, new AmendOrder(Priority: 1), null)).ThenRefused(Refusal.OrderClosed)
            .When(order => Order.Decide(order, new ReleaseOrder(), Now)).ThenRefused(Refusal.OrderClosed);
    }

    [Fact]
    public void Once_rejected_what_was_reserved_for_it_is_given_back()
    {
        var strict = Ordered with { Policy = new(AllowBackorder: false) };
        Given(
            strict, new AllocationProposed([Proposed(1, 1, "BER", 10)], SourcingMethod.Exact),
            new Backordered([Missing(2, 4)]))
            .When(order => Order.DecideReserved(order, new HashSet<int> { 1 })).ThenAccepted()
            .When(order => Order.DecideQueued(order, order.ToQueue().Single().Command)).ThenAccepted()
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.Reject))
            .When(Order.DecideRejected).ThenAccepted()
            .Leaving(order => order.GivingUp.Should().Equal(new ReleasedReservation(Key(1, 1), new("PUMP", "BER"), 0)))
            .Leaving(order => order.ToQueue().Single().Command.Lines[0].Quantity.Should().Be(0));
    }

    [Fact]
    public void One_that_got_all_it_claimed_is_not_rejected_and_one_that_did_not_names_what_is_short()
    {
        var waiting = Given(
            Ordered with { Policy = new(ShipComplete: true, AllowBackorder: false) },
            new Backordered([Missing(1, 10), Missing(2, 4)]), new FoundShort([2]), new Queued([new(1, 2), new(2, 1)]));
        Order.Next(waiting.State).Should().Be(FulfilmentStep.Reject);

        waiting
            .When(order => Order.DecideClaimed(
                order, [("PUMP", Offer(1, 5, "BER", 10)), ("HOSE", Offer(2, 2, "BER", 4))]))
            .ThenAccepted()
            .When(Order.DecideRejected).ThenNothing()
            .Leaving(order => order.Status.Should().Be(OrderStatus.Allocated));
        waiting
            .When(order => Order.DecideClaimed(order, [("PUMP", Offer(1, 5, "BER", 10))])).ThenAccepted()
            .When(order => Order.DecideFoundShort(order, [2])).ThenAccepted()
            .When(Order.DecideRejected).ThenAccepted()
            .Leaving(order => order.Rejection!.Lines.Should().Equal(2))
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.ReturnGrants));
    }

    [Fact]
    public void A_ship_complete_order_gives_back_what_it_got_when_it_does_not_get_all()
    {
        var complete = Ordered with { Policy = new(ShipComplete: true) };
        Given([complete, .. Served[1..2]])
            .When(order => Order.DecideReserved(order, new HashSet<int> { 1, 3 }))
            .Then(new AllocationAbandoned([1, 3]))
            .Leaving(order => order.Allocations.Should().BeEmpty())
            .Leaving(order => order.GivingUp.Select(release => (release.Key, release.Keep))
                .Should().Equal((Key(1, 1), 0L), (Key(2, 3), 0L)))
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.GiveUpReservations));
    }

    [Fact]
    public void The_fill_rate_counts_what_the_first_decision_reserved() =>
        Given([.. Waiting, new GrantsAccepted("PUMP", [Taken(1, 1, "ROM", 4, 4)])])
            .State.Lines.Values.Select(line => line.FirstAllocated).Should().Equal(6, 0);

    [Fact]
    public void The_first_promise_stands_and_a_wanted_date_goes_before_it()
    {
        var later = Taken(1, 1, "ROM", 4, 4) with { Arrival = Friday.AddDays(9) };
        Line(Given([.. Waiting, new GrantsAccepted("PUMP", [later])]).State, 1).Scheduled.Should().Be(Friday);

        var wanted = Ordered with { RequestedBy = Friday.AddDays(1) };
        Line(Given([wanted, .. Served[1..]]).State, 1).Scheduled.Should().Be(Friday.AddDays(1));
    }
}
