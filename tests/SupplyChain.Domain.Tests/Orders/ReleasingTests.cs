using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

public sealed class ReleasingTests : OrderRules
{
    private static readonly ShipmentId Berlin = "O-1~1";
    private static readonly ShipmentId Paris = "O-1~2";

    private static readonly Items<IssuedUnits> FromParis =
        [new IssuedUnits(Key(1, 2), 4), new IssuedUnits(Key(2, 3), 4)];

    private static Shipped ParisLeft { get; } = new(Paris, Now, FromParis);

    private static Shipped BerlinLeft { get; } = new(Berlin, Now, [new IssuedUnits(Key(1, 1), 6)]);

    private static ShipmentProgress Gone(
        ShipmentStatus status, Items<IssuedUnits> issued, params ShipmentLine[] lines) => new(
        9, status, true, Now, status == ShipmentStatus.Delivered ? Now.AddDays(2) : null,
        issued.Select(units => units.ToContract()).ToItems(), lines.ToItems());

    private static ReleaseShipment Wanted(string id, params int[] lines) => new(id, lines.ToItems());

    private static ReleaseOrder Wanting(params ReleaseShipment[] shipments) => new(Now, shipments.ToItems());

    [Fact]
    public void Allocated_goods_are_released_one_shipment_per_warehouse() =>
        Given(Served)
            .When(order => Order.Decide(order, new ReleaseOrder(Now), Now)).Then(Shipping[3])
            .Leaving(order => order.Status.Should().Be(OrderStatus.Released))
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.PlanShipments))
            .When(order => Order.DecidePlanned(order, [Berlin, Paris], [])).Then(Shipping[4])
            .Leaving(order => Order.UnfinishedWork(order).Should().Be(UnfinishedWork.None))
            .When(order => Order.Decide(order, new ReleaseOrder(Now), Now)).ThenNothing();

    [Fact]
    public void Nothing_allocated_cannot_be_released() =>
        Given(Ordered, new Backordered([Missing(1, 10), Missing(2, 4)]))
            .When(order => Order.Decide(order, new ReleaseOrder(), Now)).ThenRefused(Refusal.NothingAllocated);

    [Fact]
    public void What_waited_needs_another_release() =>
        Given([
            .. Waiting, new Released([new(Berlin, "BER", [Key(1, 1)], null, null, null, null, null)], Now),
            new ShipmentsPlanned([Berlin], []), new GrantsAccepted("PUMP", [Taken(1, 1, "ROM", 4, 4)]),
        ])
            .When(order => Order.Decide(order, new ReleaseOrder(Now), Now))
            .Then(new Released(
                [new(Paris, "ROM", [Key(1, 1, ReservationOrigin.Backlog)], null, null, null, null, null)], Now));

    [Fact]
    public void A_caller_may_number_shipments_itself()
    {
        var wanted = Wanted("DN-1", 2) with { Mode = "Air", Carrier = "DHL", WeightKg = 3 };
        Given(Served)
            .When(order => Order.Decide(order, Wanting(wanted), Now))
            .Then(new Released([new("DN-1", "PAR", [Key(2, 3)], "Air", "DHL", null, 3, null)], Now))
            .When(order => Order.Decide(order, Wanting(wanted), Now)).ThenNothing()
            .When(order => Order.Decide(order, Wanting(Wanted("DN-1", 1)), Now)).ThenRefused(Refusal.ShipmentInUse);
    }

    [Fact]
    public void One_shipment_leaves_one_warehouse_with_lines_of_the_order_that_are_allocated()
    {
        Given(Served)
            .When(order => Order.Decide(order, Wanting(Wanted("DN-1", 2), Wanted("DN-2", 1)), Now))
            .ThenFaulty(("/shipments/1/lines", FaultCodes.Invalid));
        Given(Served)
            .When(order => Order.Decide(order, Wanting(Wanted("DN-1", 7)), Now))
            .ThenFaulty(("/shipments/0/lines", FaultCodes.UnknownLine));
        Given(Waiting)
            .When(order => Order.Decide(order, Wanting(Wanted("DN-1", 2)), Now)).ThenRefused(Refusal.NothingAllocated);
    }

    [Fact]
    public void A_number_that_was_taken_gives_its_goods_back_to_the_order() =>
        Given(Shipping[..4])
            .When(order => Order.DecidePlanned(order, [Berlin], [Paris])).ThenAccepted()
            .Leaving(order => order.Shipments.Keys.Should().Equal(Berlin.Value))
            .Leaving(order => order.Allocations.Where(a => a.Shipment is null).Select(a => a.Key)
                .Should().Equal(Key(1, 2), Key(2, 3)));

    [Fact]
    public void Goods_that_left_are_shipped() =>
        Given(Shipping)
            .When(order => Order.Decide(order, Paris, Gone(ShipmentStatus.InTransit, FromParis))).Then(ParisLeft)
            .Leaving(order => order.Status.Should().Be(OrderStatus.PartiallyShipped))
            .Leaving(order => (Line(order, 1).Shipped, Line(order, 1).Allocated).Should().Be((4, 6)))
            .When(order => Order.Decide(order, Paris, Gone(ShipmentStatus.InTransit, FromParis))).ThenNothing();

    [Fact]
    public void What_should_have_left_and_did_not_is_sourced_again()
    {
        Items<IssuedUnits> fewer = [new IssuedUnits(Key(2, 3), 1)];
        Given(Shipping)
            .When(order => Order.Decide(order, Paris, Gone(ShipmentStatus.Dispatched, fewer))).ThenAccepted()
            .Leaving(order => order.Lines.Values.Select(line => line.Undecided).Should().Equal(4, 3))
            .Leaving(order => Line(order, 2).Shipped.Should().Be(1))
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.Source));
    }

    [Fact]
    public void An_order_is_delivered_when_every_unit_has_ended_its_journey()
    {
        var berlin = new ShipmentLine(1, "PUMP", 6, 6, 0, 0);
        ShipmentLine[] paris = [new(1, "PUMP", 4, 3, 1, 0), new(2, "HOSE", 4, 2, 1, 1)];
        Given([.. Shipping, ParisLeft, BerlinLeft])
            .When(order => Order.Decide(order, Paris, Gone(ShipmentStatus.Delivered, FromParis, paris)))
            .Then(new Delivered(Paris, Now.AddDays(2), paris.Select(CarriedLine.Of).ToItems()))
            .Leaving(order => order.Status.Should().Be(OrderStatus.Shipped))
            .Leaving(order => order.LineDeliveredAt(1).Should().BeNull())
            .Leaving(order => order.LineDeliveredAt(2).Should().Be(Now.AddDays(2)))
            .Leaving(order => order.SpoiltUnits(2).Should().Be(2))
            .When(order => Order.Decide(order, Berlin, Gone(ShipmentStatus.Delivered, BerlinLeft.Units, berlin)))
            .ThenAccepted()
            .Leaving(order => order.Status.Should().Be(OrderStatus.Delivered))
            .When(order => Order.Decide(order, new AmendOrder(Priority: 1), null)).ThenRefused(Refusal.TooLate)
            .When(order => Order.Decide(order, new AmendOrder(Priority: 3), France)).ThenNothing();
    }

    [Fact]
    public void Goods_that_had_not_left_are_in_their_shipment_again()
    {
        var returned = new ShipmentProgress(5, ShipmentStatus.Picked, false, null, null, [], [], Returns: 1);
        var gone = Gone(ShipmentStatus.InTransit, FromParis) with { Returns = 1 };
        Given([.. Shipping, ParisLeft])
            .When(order => Order.Decide(order, Paris, returned)).Then(new ShipmentReturned(Paris, 1))
            .Leaving(order => (Line(order, 1).Shipped, Line(order, 1).Allocated).Should().Be((0, 10)))
            .Leaving(order => order.Status.Should().Be(OrderStatus.Released))
            .When(order => Order.Decide(order, Paris, Gone(ShipmentStatus.InTransit, FromParis)))
            .ThenNothing() // said before they came back
            .When(order => Order.Decide(order, Paris, gone)).Then(ParisLeft);
    }

    [Fact]
    public void A_number_whose_shipment_was_cancelled_is_used_up() =>
        Given([.. Shipping, new ShipmentCancelled(Paris)])
            .When(order => Order.Decide(order, Wanting(new ReleaseShipment(Paris, [1, 2])), Now))
            .ThenRefused(Refusal.ShipmentCancelled);

    [Fact]
    public void A_shipment_that_has_lost_every_unit_is_withdrawn() =>
        Given([.. Shipping, new ReservationsLost(new("PUMP", "BER"), [new ReservationLoss(Key(1, 1), 6, 0)])])
            .When(order => Order.DecideSourced(order, Lacking(Found(), (1, 6)))).ThenAccepted()
            .When(order => Order.DecideQueued(order, order.ToQueue().Single().Command)).ThenAccepted()
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.WithdrawShipments))
            .Leaving(order => order.ShipmentsToWithdraw().Select(s => s.Plan.Id).Should().Equal(Berlin))
            .When(order => Order.DecideWithdrawn(order, [Berlin], [])).Then(new ShipmentCancelled(Berlin))
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.Rest));

    [Fact]
    public void A_cancelled_shipment_leaves_its_goods_allocated()
    {
        var cancelled = new ShipmentProgress(3, ShipmentStatus.Cancelled, false, null, null, [], []);
        Given(Shipping)
            .When(order => Order.Decide(order, Paris, cancelled)).Then(new ShipmentCancelled(Paris))
            .Leaving(order => Line(order, 1).Allocated.Should().Be(10))
            .When(order => Order.Decide(order, Paris, cancelled)).ThenNothing()
            .When(order => Order.Decide(order, new ReleaseOrder(Now), Now))
            .Then(new Released([new("O-1~3", "PAR", [Key(1, 2), Key(2, 3)], null, null, null, null, null)], Now));
    }

    [Fact]
    public void Shipments_of_others_say_nothing_about_it() =>
        Given(Shipping)
            .When(order => Order.Decide(order, "X", Gone(ShipmentStatus.InTransit, FromParis))).ThenNothing();
}
