using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

public sealed class ChangingTests : OrderRules
{
    private static readonly HashSet<ShipmentId> NonePicked = [];
    private static readonly CancelOrder Cancel = new("changed my mind");

    private static AmendOrder Quantity(int line, long units) => new(Lines: [new AmendOrderLine(line, units)]);

    private static Decision<OrderEvent> Amend(Order order, AmendOrder command) => Order.Decide(order, command, null);

    [Fact]
    public void More_units_are_sourced_and_the_others_stay() =>
        Given(Served)
            .When(order => Amend(order, Quantity(1, 12))).ThenAccepted()
            .Leaving(order => order.Allocations.Should().HaveCount(3))
            .Leaving(order => order.Lines[1].Undecided.Should().Be(2))
            .When(order => Amend(order, Quantity(1, 12))).ThenNothing();

    [Fact]
    public void Fewer_units_free_whole_warehouses_first() =>
        Given(Served)
            .When(order => Amend(order, Quantity(1, 5))).ThenAccepted()
            .Leaving(order => order.Allocations.Where(a => a.Line == 1).Select(a => (a.Warehouse.Value, a.Quantity))
                .Should().Equal(("BER", 5)))
            .Leaving(order => order.GivingUp.Select(release => (release.Key, release.Keep))
                .Should().BeEquivalentTo([(Key(1, 2), 0L), (Key(1, 1), 5L)]));

    [Fact]
    public void Fewer_units_are_taken_from_those_that_wait_before_those_that_are_reserved() =>
        Given(Waiting)
            .When(order => Amend(order, Quantity(1, 7))).ThenAccepted()
            .Leaving(order => (Line(order, 1).Allocated, Line(order, 1).Backordered).Should().Be((6, 1)))
            .Leaving(order => order.ToQueue().Single().Command.Lines[0].Quantity.Should().Be(1));

    [Fact]
    public void No_units_cancel_a_line_and_it_still_counts_as_ordered() =>
        Given(Served)
            .When(order => Amend(order, Quantity(2, 0))).ThenAccepted()
            .Leaving(order => (Line(order, 2).Quantity, Line(order, 2).Cancelled).Should().Be((4, 4)))
            .Leaving(order => order.Status.Should().Be(OrderStatus.Allocated));

    [Fact]
    public void It_is_too_late_for_what_is_released()
    {
        Given(Shipping).When(order => Amend(order, Quantity(1, 9))).ThenRefused(Refusal.TooLate);
        Given(Shipping).When(order => Amend(order, Quantity(1, 11))).ThenAccepted();
    }

    [Fact]
    public void A_new_priority_moves_waiting_lines_in_their_queues() =>
        Given(Waiting)
            .When(order => Amend(order, new(Priority: 1))).ThenAccepted()
            .Leaving(order => order.ToQueue().SelectMany(queue => queue.Command.Lines)
                .Select(line => (line.Line, line.Priority))
                .Should().BeEquivalentTo([(1, 1), (2, 1)]))
            .When(order => Amend(order, new(Priority: 1))).ThenNothing();

    [Fact]
    public void Only_lines_of_the_order_can_be_changed()
    {
        Given(Served).When(order => Amend(order, Quantity(3, 1))).ThenFaulty(("/lines/0/line", FaultCodes.UnknownLine));
        Given(Served)
            .When(order => Order.Decide(order, Cancel with { Lines = [1, 3] }, NonePicked))
            .ThenFaulty(("/lines/1", FaultCodes.UnknownLine));
    }

    [Fact]
    public void Cancelling_gives_everything_back_and_can_be_repeated() =>
        Given(Waiting)
            .When(order => Order.Decide(order, Cancel, NonePicked))
            .Then(new Cancelled(
                Cancel.Reason, [new CancelledUnits(1, 10, 0, 4), new CancelledUnits(2, 4, 0, 4)],
                [new KeptUnits(Key(1, 1), 0)], null))
            .Leaving(order => order.Status.Should().Be(OrderStatus.Cancelled))
            .Leaving(order => order.GivingUp.Should().Equal(new ReleasedReservation(Key(1, 1), new("PUMP", "BER"), 0)))
            .Leaving(order => order.ToQueue().SelectMany(queue => queue.Command.Lines)
                .Should().OnlyContain(line => line.Quantity == 0))
            .When(order => Order.Decide(order, Cancel, NonePicked)).ThenNothing()
            .When(order => Amend(order, Quantity(1, 1))).ThenRefused(Refusal.OrderClosed);

    [Fact]
    public void Planned_shipments_are_cancelled_with_it() =>
        Given(Shipping)
            .When(order => Order.Decide(order, Cancel, NonePicked)).ThenAccepted()
            .Leaving(order => order.Shipments.Values
                .Should().OnlyContain(shipment => shipment.State == OrderShipmentState.Cancelled))
            .Leaving(order => order.Status.Should().Be(OrderStatus.Cancelled));

    [Fact]
    public void Picked_goods_make_it_too_late_unless_other_lines_are_named()
    {
        var picked = new HashSet<ShipmentId> { "O-1~1" };
        Given(Shipping).When(order => Order.Decide(order, Cancel, picked)).ThenRefused(Refusal.TooLate);
        Given(Shipping)
            .When(order => Order.Decide(order, Cancel with { Lines = [1, 2] }, picked)).ThenAccepted()
            .Leaving(order => order.Allocations.Should().ContainSingle().Which.Key.Should().Be(Key(1, 1)))
            .Leaving(order => (Line(order, 1).Cancelled, Line(order, 2).Cancelled).Should().Be((4, 4)))
            .When(order => Order.Decide(order, Cancel with { Lines = [1] }, picked)).ThenNothing();
        Given(Shipping)
            .When(order => Order.Decide(order, Cancel with { Lines = [2] }, new HashSet<ShipmentId> { "O-1~2" }))
            .ThenRefused(Refusal.TooLate);
    }

    [Fact]
    public void Cancelling_a_line_takes_its_shipment_apart_and_the_rest_stays_allocated() =>
        Given(Shipping)
            .When(order => Order.Decide(order, Cancel with { Lines = [2] }, NonePicked)).ThenAccepted()
            .Leaving(order => order.Shipments["O-1~2"].State.Should().Be(OrderShipmentState.Cancelled))
            .Leaving(order => order.Allocations.Single(a => a.Key == Key(1, 2)).Shipment.Should().BeNull())
            .Leaving(order => order.Status.Should().Be(OrderStatus.Released));
}
