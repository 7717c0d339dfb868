using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

public sealed class DisruptionTests : OrderRules
{
    private static readonly StockItemId PumpsInBerlin = new("PUMP", "BER");
    private static readonly LeaveWarehouse Leave = new("PAR", 7);

    private static LoseReservations Lose(ReservationKey key, long lost, long kept) =>
        new(PumpsInBerlin, [new DroppedReservation(key, lost, kept)]);

    [Fact]
    public void Units_that_reality_took_are_sourced_again() =>
        Given(Served)
            .When(order => Order.Decide(order, Lose(Key(1, 1), 4, 2)))
            .Then(new ReservationsLost(PumpsInBerlin, [new ReservationLoss(Key(1, 1), 4, 2)]))
            .Leaving(order => (Line(order, 1).Allocated, order.Lines[1].Undecided, order.Lines[1].Lost)
                .Should().Be((6, 4, 4)))
            .Leaving(order => order.GivingUp.Should().BeEmpty("the stock item knows"))
            .When(order => Order.Decide(order, Lose(Key(1, 1), 4, 2))).ThenNothing();

    [Fact]
    public void They_wait_when_there_are_none_even_if_it_was_not_to_wait()
    {
        var strict = Ordered with { Policy = new(AllowBackorder: false) };
        Given([strict, .. Served[1..], new ReservationsLost(PumpsInBerlin, [new ReservationLoss(Key(1, 1), 6, 0)])])
            .When(order => Order.DecideSourced(order, Lacking(Found(), (1, 6)))).Then(new Backordered([Missing(1, 6)]))
            .When(order => Order.DecideQueued(order, order.ToQueue().Single().Command)).ThenAccepted()
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.Rest))
            .Leaving(order => order.Status.Should().Be(OrderStatus.PartiallyAllocated));
    }

    [Fact]
    public void A_shipment_that_held_them_is_told_that_it_is_short() =>
        Given(Shipping)
            .When(order => Order.Decide(order, Lose(Key(1, 1), 6, 0))).ThenAccepted()
            .Leaving(order => order.Shipments["O-1~1"].Flag.Should().Be(
                new PendingFlag(ShipmentFlag.Short, [new ReservationLoss(Key(1, 1), 6, 0)])))
            .When(order => Order.DecideFlagged(order, ["O-1~1"])).ThenAccepted()
            .Leaving(order => order.Shipments["O-1~1"].Flag.Should().BeNull());

    [Fact]
    public void What_has_left_cannot_be_lost() =>
        Given([.. Shipping, new Shipped("O-1~1", Now, [new IssuedUnits(Key(1, 1), 6)])])
            .When(order => Order.Decide(order, Lose(Key(1, 1), 6, 0))).ThenNothing();

    [Fact]
    public void A_closed_warehouse_is_left_by_what_was_held_there_and_nothing_else_moves() =>
        Given(Served)
            .When(order => Order.Decide(order, Leave, []))
            .Then(new LeftWarehouse("PAR", 7, [Key(1, 2), Key(2, 3)], []))
            .Leaving(order => order.Allocations.Select(a => a.Key).Should().Equal(Key(1, 1)))
            .Leaving(order => order.Lines.Values.Select(line => line.Undecided).Should().Equal(4, 4))
            .Leaving(order => order.GivingUp.Select(release => release.Key).Should().Equal(Key(1, 2), Key(2, 3)))
            .When(order => Order.Decide(order, Leave, [])).ThenNothing()
            .When(order => Order.Decide(order, new LeaveWarehouse("ROM", 3), [])).ThenNothing();

    [Fact]
    public void Its_planned_shipments_are_cancelled_first() =>
        Given(Shipping)
            .When(order => Order.Decide(order, Leave, order.ShipmentsFrom("PAR")))
            .Then(new ShipmentCancelled("O-1~2"), new LeftWarehouse("PAR", 7, [Key(1, 2), Key(2, 3)], []));

    [Fact]
    public void Picked_ones_stay() =>
        Given(Shipping)
            .When(order => Order.Decide(order, Leave, [])).ThenNothing()
            .Leaving(order => order.Status.Should().Be(OrderStatus.Released));

    [Fact]
    public void The_same_question_about_a_closing_gets_the_same_answer() =>
        Given([.. Served, new LeftWarehouse("PAR", 7, [Key(1, 2), Key(2, 3)], [])])
            .When(order => Order.DecideSourced(order, Lacking(Found(From("PAR", 1, 4)), (2, 4)))).ThenAccepted()
            .Leaving(order => order.LeaveReply(Leave).Should().Be(new LeaveWarehouseReply(1, 1)))
            .Leaving(order => order.LeaveReply(Leave with { Closing = 9 }).Should().Be(new LeaveWarehouseReply(0, 0)))
            // A reservation that landed there after the closing leaves it too; what moved before still counts.
            .When(order => Order.DecideReserved(order, new HashSet<int> { 4 })).ThenAccepted()
            .When(order => Order.Decide(order, Leave, [])).ThenAccepted()
            .When(order => Order.DecideSourced(order, Found(From("ROM", 1, 4)))).ThenAccepted()
            .Leaving(order => order.LeaveReply(Leave).Should().Be(new LeaveWarehouseReply(1, 1)));
}
