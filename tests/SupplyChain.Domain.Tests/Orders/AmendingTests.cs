using FluentAssertions;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

public sealed class AmendingTests : OrderRules
{
    private static readonly DateOnly Spring = new(2026, 4, 1);

    /// <summary>Of ten pumps four left and six were cancelled; the hoses were cancelled.</summary>
    private static OrderEvent[] ClosedShort { get; } =
    [
        Ordered,
        new AllocationProposed([Proposed(1, 1, "BER", 4)], SourcingMethod.Exact),
        new Backordered([Missing(1, 6), Missing(2, 4)]),
        new Allocated([Got(1, 1, "BER", 4)]),
        new Queued([new QueueTicket(1, 1), new QueueTicket(2, 1)]),
        new Released([new("O-1~1", "BER", [Key(1, 1)], null, null, null, null, null)], Now),
        new ShipmentsPlanned(["O-1~1"], []),
        new Shipped("O-1~1", Now, [new(Key(1, 1), 4)]),
        new Cancelled("no more of them", [new(1, 6, 0, 6), new(2, 4, 0, 4)], [], null),
    ];

    private static AmendOrder Change(params AmendOrderLine[] lines) => new(Lines: lines.ToItems());

    private static Decision<OrderEvent> Amend(Order order, AmendOrder command) => Order.Decide(order, command, null);

    [Fact]
    public void The_quantity_that_the_order_shows_changes_nothing() =>
        Given(ClosedShort)
            .Being(order => Line(order, 1).Should().BeEquivalentTo(new { Quantity = 10, Shipped = 4, Cancelled = 6 }))
            .When(order => Amend(order, Change(new AmendOrderLine(1, 10), new AmendOrderLine(2, 4)))).ThenNothing();

    [Fact]
    public void A_larger_quantity_orders_the_difference_also_of_a_line_that_was_cancelled() =>
        Given(ClosedShort)
            .When(order => Amend(order, Change(new AmendOrderLine(1, 12), new AmendOrderLine(2, 11)))).ThenAccepted()
            .Leaving(order => order.Lines.Values.Select(line => (line.Quantity, line.Cancelled, line.Undecided))
                .Should().Equal((12, 6, 2), (11, 4, 7)));

    [Fact]
    public void A_smaller_quantity_than_was_cancelled_is_shown_as_it_was_sent() =>
        Given(ClosedShort)
            .When(order => Amend(order, Change(new AmendOrderLine(1, 8), new AmendOrderLine(2, 3)))).ThenAccepted()
            .Leaving(order => order.Lines.Values.Select(line => (line.Quantity, line.Cancelled))
                .Should().Equal((8, 4), (3, 3)))
            .When(order => Amend(order, Change(new AmendOrderLine(1, 3)))).ThenRefused(Refusal.TooLate);

    [Fact]
    public void A_line_can_be_added() =>
        Given(Served)
            .When(order => Amend(order, Change(new AmendOrderLine(7, 5, Spring, Sku: "VALVE", Warehouse: "ROM"))))
            .Then(new LinesAdded([new OrderedLine(7, "VALVE", 5, "ROM", Spring)]))
            .Leaving(order => (order.Lines[7].Undecided, order.Lines[7].Pinned).Should().Be((5, "ROM")))
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.Source))
            .When(order => Amend(order, Change(new AmendOrderLine(7, 5, Spring, Sku: "VALVE")))).ThenNothing();

    [Fact]
    public void A_new_line_needs_a_product_and_units_and_a_known_one_keeps_its_own()
    {
        Given(Served).When(order => Amend(order, Change(new AmendOrderLine(7, 5))))
            .ThenFaulty(("/lines/0/line", FaultCodes.UnknownLine));
        Given(Served)
            .When(order => Amend(order, Change(
                new AmendOrderLine(7, Sku: "VALVE"), new AmendOrderLine(8, 0, Sku: "VALVE"))))
            .ThenFaulty(("/lines/0/quantity", FaultCodes.Required), ("/lines/1/quantity", FaultCodes.OutOfRange));
        Given(Served)
            .When(order => Amend(order, Change(
                new AmendOrderLine(1, Sku: "HOSE", Warehouse: "ROM", Value: new(1, "EUR")))))
            .ThenFaulty(
                ("/lines/0/sku", FaultCodes.Invalid), ("/lines/0/warehouse", FaultCodes.Invalid),
                ("/lines/0/value", FaultCodes.Invalid));
        Given(Served)
            .When(order => Amend(order, Change(
                new AmendOrderLine(1, Sku: "PUMP", ClearWarehouse: true, ClearValue: true))))
            .ThenNothing();
    }

    [Fact]
    public void A_date_can_be_cleared() =>
        Given(Served)
            .When(order => Amend(order, new(Spring, Lines: [new AmendOrderLine(1, RequestedBy: Spring)])))
            .ThenAccepted()
            .When(order => Amend(order, new(
                Lines: [new AmendOrderLine(1, ClearRequestedBy: true)], ClearRequestedBy: true)))
            .ThenAccepted()
            .Leaving(order => (order.RequestedBy, order.Lines[1].RequestedBy).Should().Be((null, null)));

    [Fact]
    public void Undispatched_shipments_are_told_of_a_new_date_and_a_new_place()
    {
        var warehouse = new Network.GeoPoint(52.5, 13.4);
        Given(Shipping)
            .When(order => Amend(order, new(Spring))).ThenAccepted()
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.ReviseShipments))
            .Leaving(order => order.RevisionOf(order.Shipments["O-1~2"], warehouse).Lines
                .Should().Equal(new ScheduledLine(1, Spring), new ScheduledLine(2, Spring)))
            .When(order => Order.DecideRevised(order, ["O-1~1", "O-1~2"])).ThenAccepted()
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.Rest))
            .When(order => Order.Decide(order, new(), France with { Country = "JP" })).ThenAccepted()
            .Leaving(order => order.ShipmentsToRevise().Should().HaveCount(2))
            .Leaving(order => order.RevisionOf(order.Shipments["O-1~2"], warehouse).Country.Should().Be("JP"));
    }

    [Fact]
    public void What_has_left_counts_against_the_date_of_that_moment() =>
        Given([
            .. Shipping, new Shipped("O-1~1", Now, [new(Key(1, 1), 6)]),
            new Shipped("O-1~2", Now, [new(Key(1, 2), 4)]), // the hoses did not leave with it
        ])
            .Being(order => order.Lines.Values.Select(line => line.HasLeft).Should().Equal(true, false))
            .When(order => Order.DecideSourced(order, Lacking(Found(), (2, 4)))).ThenAccepted()
            .When(order => Amend(order, new(Spring))).ThenAccepted()
            .Leaving(order => order.Lines.Values.Select(order.Scheduled).Should().Equal(Friday, Spring))
            .When(order => Amend(order, Change(new AmendOrderLine(1, RequestedBy: Spring))))
            .ThenRefused(Refusal.TooLate)
            .When(order => Amend(order, Change(new AmendOrderLine(1, 11)))).ThenAccepted()
            .Leaving(order => order.Scheduled(order.Lines[1]).Should().Be(Spring, "a unit of it has still to leave"));

    [Fact]
    public void Nothing_is_changed_of_an_order_that_has_left_but_more_can_be_ordered()
    {
        Given(ClosedShort).When(order => Amend(order, new(Spring))).ThenRefused(Refusal.TooLate);
        Given(ClosedShort).When(order => Order.Decide(order, new(), France with { Country = "DE" }))
            .ThenRefused(Refusal.TooLate);
        Given(ClosedShort).When(order => Amend(order, new(Priority: 1))).ThenRefused(Refusal.TooLate);
        Given(ClosedShort)
            .When(order => Amend(order, new(Spring, Lines: [new AmendOrderLine(1, 12)]))).ThenAccepted()
            .Leaving(order => order.Scheduled(order.Lines[1]).Should().Be(Spring));
    }

    [Fact]
    public void An_increase_counts_against_its_own_first_allocation_and_a_cut_mends_nothing() =>
        Given(Served)
            .Being(order => (order.Lines[1].FirstAllocated, order.Lines[1].FirstOrdered).Should().Be((10, 10)))
            .When(order => Amend(order, Change(new AmendOrderLine(1, 40)))).ThenAccepted()
            .When(order => Order.DecideSourced(order, Lacking(Found(From("BER", 1, 20)), (1, 10)))).ThenAccepted()
            .When(order => Order.DecideReserved(order, new HashSet<int> { 4 })).ThenAccepted()
            .When(order => Order.DecideQueued(order, order.ToQueue().Single().Command)).ThenAccepted()
            .Leaving(order => (order.Lines[1].FirstAllocated, order.Lines[1].FirstOrdered).Should().Be((30, 40)))
            .When(order => Amend(order, Change(new AmendOrderLine(1, 5)))).ThenAccepted()
            .Leaving(order => (order.Lines[1].FirstAllocated, order.Lines[1].FirstOrdered).Should().Be((30, 40)));

    [Fact]
    public void What_the_supplier_cancels_is_closed_short_and_what_the_customer_cancels_is_not()
    {
        var none = new HashSet<ShipmentId>();
        var cancel = new CancelOrder("no more of them", [1]);
        Given(Waiting)
            .When(order => Order.Decide(order, cancel, none)).ThenAccepted()
            .Leaving(order => Line(order, 1).ClosedShort.Should().Be(10))
            .When(order => Order.Decide(order, cancel, none)).ThenNothing();
        Given(Waiting)
            .When(order => Order.Decide(order, cancel with { OnBehalfOf = OrderParty.Customer }, none)).ThenAccepted()
            .Leaving(order => (Line(order, 1).Cancelled, Line(order, 1).ClosedShort).Should().Be((10, 0)));
        Given(ClosedShort)
            .When(order => Order.Decide(order, cancel, none)).ThenNothing();
    }
}
