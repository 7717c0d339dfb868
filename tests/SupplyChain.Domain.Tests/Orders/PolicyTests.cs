using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>What the customer accepts binds every command, not only the placing.</summary>
public sealed class PolicyTests : OrderRules
{
    private static readonly FulfilmentPolicy Complete = new(ShipComplete: true);
    private static readonly FulfilmentPolicy Once = new(MaxShipments: 1);
    private static readonly FulfilmentPolicy NoWaiting = new(AllowBackorder: false);

    private static OrderEvent[] With(FulfilmentPolicy policy, OrderEvent[] history) =>
        [Ordered with { Policy = policy }, .. history[1..]];

    /// <summary>Everything is reserved in one warehouse.</summary>
    private static OrderEvent[] InOnePlace { get; } =
    [
        Ordered,
        new AllocationProposed([Proposed(1, 1, "PAR", 10), Proposed(2, 2, "PAR", 4)], SourcingMethod.Exact),
        new Allocated([Got(1, 1, "PAR", 10), Got(2, 2, "PAR", 4)]),
    ];

    private static Decision<OrderEvent> Release(Order order, params ReleaseShipment[] shipments) =>
        Order.Decide(order, new ReleaseOrder(Now, shipments.Length == 0 ? null : shipments.ToItems()), Now);

    private static Decision<OrderEvent> Amend(Order order, params AmendOrderLine[] lines) =>
        Order.Decide(order, new AmendOrder(Lines: lines.ToItems()), null);

    [Fact]
    public void A_ship_complete_order_is_not_released_while_a_part_waits()
    {
        Given(With(Complete, Waiting)).When(order => Release(order)).ThenRefused(Refusal.ShipComplete);
        Given(With(Complete, Served))
            .When(order => Amend(order, new AmendOrderLine(1, 14))).ThenAccepted()
            .When(order => Order.DecideSourced(order, Lacking(Found(), (1, 4)))).ThenAccepted()
            .When(order => Order.DecideQueued(order, order.ToQueue().Single().Command)).ThenAccepted()
            .When(order => Release(order)).ThenRefused(Refusal.ShipComplete);
    }

    [Fact]
    public void Nor_are_some_of_its_lines()
    {
        Given(With(Complete, InOnePlace)).When(order => Release(order, new ReleaseShipment("P1", [1])))
            .ThenRefused(Refusal.ShipComplete);
        Given(With(Complete, InOnePlace))
            .When(order => Release(order, new ReleaseShipment("P1", [1]), new ReleaseShipment("P2", [2])))
            .ThenAccepted();
    }

    [Fact]
    public void Nothing_is_added_to_it_once_a_part_is_released()
    {
        Given(With(Complete, Shipping)).When(order => Amend(order, new AmendOrderLine(1, 11)))
            .ThenRefused(Refusal.ShipComplete);
        Given(With(Complete, Shipping))
            .When(order => Amend(order, new AmendOrderLine(9, 1, Sku: "PUMP"))).ThenRefused(Refusal.ShipComplete);
    }

    [Fact]
    public void When_a_part_of_it_is_lost_what_is_not_picked_does_not_leave_alone() =>
        Given([
            .. With(Complete, Shipping),
            new ReservationsLost(new("PUMP", "BER"), [new ReservationLoss(Key(1, 1), 2, 4)]),
        ])
            .When(order => Order.DecideSourced(order, Lacking(Found(), (1, 2)))).ThenAccepted()
            .When(order => Order.DecideQueued(order, order.ToQueue().Single().Command)).ThenAccepted()
            .Leaving(order => order.ShipmentsToWithdraw().Should().HaveCount(2))
            .When(order => Order.DecideWithdrawn(order, ["O-1~1"], ["O-1~2"])).ThenAccepted()
            .Leaving(order => order.ShipmentsToWithdraw().Should().BeEmpty("what is picked stays"))
            .When(order => Release(order)).ThenRefused(Refusal.ShipComplete);

    [Fact]
    public void What_is_picked_and_stayed_is_withdrawn_once_it_has_lost_every_unit() =>
        Given([
            .. With(Complete, Shipping), new ShipmentsStay(["O-1~1", "O-1~2"]),
            new ReservationsLost(new("PUMP", "BER"), [new ReservationLoss(Key(1, 1), 6, 0)]),
        ])
            .Being(order => order.ShipmentsToWithdraw().Select(shipment => shipment.Plan.Id).Should().Equal("O-1~1"))
            .When(order => Order.DecideWithdrawn(order, [], ["O-1~1"])).ThenAccepted()
            .Leaving(order => order.ShipmentsToWithdraw().Should().BeEmpty("it has left before it could be cancelled"));

    [Fact]
    public void No_more_shipments_are_made_than_the_customer_accepts()
    {
        Given(With(Once, InOnePlace))
            .When(order => Release(order, new ReleaseShipment("P1", [1]), new ReleaseShipment("P2", [2])))
            .ThenRefused(Refusal.MaxShipments);
        Given(With(Once, InOnePlace))
            .When(order => Release(order, new ReleaseShipment("P1", [1]))).ThenAccepted()
            .When(order => Order.DecidePlanned(order, ["P1"], [])).ThenAccepted()
            .When(order => Release(order, new ReleaseShipment("P2", [2]))).ThenRefused(Refusal.MaxShipments)
            .When(order => Amend(order, new AmendOrderLine(1, 11))).ThenRefused(Refusal.MaxShipments);
    }

    [Fact]
    public void A_shipment_that_was_cancelled_does_not_count() =>
        Given([
            .. With(Once, InOnePlace),
            new Released([new("P1", "PAR", [Key(1, 1), Key(2, 2)], null, null, null, null, null)], Now),
        ])
            .When(order => Order.DecidePlanned(order, ["P1"], [])).ThenAccepted()
            .When(order => Order.Decide(order, "P1", new(3, ShipmentStatus.Cancelled, false, null, null, [], [])))
            .ThenAccepted()
            .When(order => Release(order)).ThenAccepted();

    [Fact]
    public void What_waits_gets_nothing_when_no_shipment_is_left_for_it() =>
        Given([
            .. With(Once, Waiting), new Released([new("P1", "BER", [Key(1, 1)], null, null, null, null, null)], Now),
        ])
            .Being(order => order.ToQueue().SelectMany(queue => queue.Command.Lines)
                .Should().OnlyContain(line => line.OnlyFrom == new Items<Network.WarehouseId>()))
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 1, "BER", 4)]))
            .Then(new GrantsAccepted("PUMP", [Taken(1, 1, "BER", 4, 0)]));

    [Fact]
    public void When_the_line_that_was_short_is_not_wanted_any_more_the_others_stand_by_no_longer() =>
        Given([
            .. With(Complete with { AllowBackorder = false }, Served),
            new ReservationsLost(new("HOSE", "PAR"), [new ReservationLoss(Key(2, 3), 4, 0)]),
            new Backordered([Missing(2, 4)]),
        ])
            .When(order => Order.DecideQueued(order, order.ToQueue().Single().Command)).ThenAccepted()
            .When(order => Amend(order, new AmendOrderLine(1, 14))).ThenAccepted()
            .When(order => Order.DecideSourced(order, Lacking(Found(), (1, 4)))).ThenAccepted()
            .When(order => Order.DecideFoundShort(order, [1])).ThenAccepted()
            .Leaving(order => order.Lines[2].StandsBy.Should().BeTrue())
            .When(Order.DecideIncreaseWithdrawn).ThenAccepted()
            .Leaving(order => order.Lines[2].StandsBy.Should().BeFalse("somebody has to tell it when units come"));

    [Fact]
    public void What_is_added_to_an_order_without_backorder_does_not_wait() =>
        Given(With(NoWaiting, Served))
            .When(order => Amend(order, new AmendOrderLine(1, 14), new AmendOrderLine(9, 3, Sku: "HOSE")))
            .ThenAccepted()
            .When(order => Order.DecideSourced(order, Lacking(Found(From("BER", 1, 1)), (1, 3), (9, 3)))).ThenAccepted()
            .When(order => Order.DecideReserved(order, new HashSet<int> { 4 })).ThenAccepted()
            .When(order => Order.DecideQueued(order, new(order.ToQueue().SelectMany(q => q.Command.Lines).ToItems())))
            .ThenAccepted()
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.WithdrawIncrease))
            .When(Order.DecideIncreaseWithdrawn)
            .Then(new IncreaseWithdrawn([new WithdrawnUnits(1, 3), new WithdrawnUnits(9, 3)]))
            .Leaving(order => (order.Lines[1].Quantity, order.Lines[1].Backordered).Should().Be((11, 0)))
            .Leaving(order => (order.Lines[9].Quantity, order.Lines[9].Cancelled).Should().Be((3, 3)));
}
