using System.Collections.Immutable;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

public sealed class ResourcingTests : OrderRules
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.Date);

    /// <summary>Paris is near, Berlin far, Rome farther; hoses are in Paris only.</summary>
    private static StockPicture Stock(long paris, long rome = 0, bool rationed = false, bool open = true) => new(
        ImmutableDictionary<Sku, ProductPicture>.Empty
            .Add("PUMP", Product(
                new("BER", 0, rationed, true), new("PAR", paris, rationed, open), new("ROM", rome, rationed, true)))
            .Add("HOSE", Product(new StockCandidate("PAR", 0, false, true))),
        new SourcingWarehouse[]
        {
            new("BER", new GeoPoint(52.5, 13.4), 3), new("PAR", new GeoPoint(48.9, 2.4), 3),
            new("ROM", new GeoPoint(37.5, 15.1), 3),
        }.ToImmutableDictionary(one => one.Warehouse));

    private static ProductPicture Product(params ImmutableArray<StockCandidate> candidates) => new(
        candidates, ImmutableSortedDictionary<RejectionReason, int>.Empty, 10, ProductPicture.EmptyQueue);

    private static Decision<OrderEvent> Resource(Order order, StockPicture stock, params int[] lines) =>
        Order.Decide(order, new ResourceOrder(lines.Length == 0 ? null : lines.ToItems()), stock, Today);

    [Fact]
    public void What_another_warehouse_serves_better_is_to_move_and_stays_until_it_has_reserved() =>
        Given(Served)
            .When(order => Resource(order, Stock(paris: 6)))
            .ThenAccepted()
            .Leaving(order =>
            {
                order.Moving.Should().ContainSingle().Which.Should().BeEquivalentTo(
                    new { Line = 1, Warehouse = (WarehouseId)"PAR", Quantity = 6L, State = AllocationState.Proposed });
                order.Moving[0].Why.Rejected.Should().Contain(
                    candidate => candidate.Warehouse == "BER", "the reason is recorded");
                Line(order, 1).Allocated.Should().Be(10);
                Order.Next(order).Should().Be(FulfilmentStep.Move);
            })
            .When(order => Order.DecideMoved(order, new HashSet<int> { 4 }))
            .Then(new AllocationMoved([Got(1, 4, "PAR", 6)]))
            .Leaving(order =>
            {
                Line(order, 1).Allocated.Should().Be(10);
                order.Allocations.Should().OnlyContain(held => held.Warehouse == "PAR");
                order.GivingUp.Should().Equal(new ReleasedReservation(Key(1, 1), new("PUMP", "BER"), 0));
            });

    [Fact]
    public void Again_changes_nothing() =>
        Given(Served)
            .When(order => Resource(order, Stock(paris: 6)))
            .When(order => Order.DecideMoved(order, new HashSet<int> { 4 }))
            .When(order => Order.DecideGivenUp(order, order.GivingUp))
            .When(order => Resource(order, Stock(paris: 0).With(new StockItemId("PUMP", "BER"), 6)))
            .ThenNothing();

    [Fact]
    public void When_the_better_place_cannot_reserve_everything_stays() =>
        Given(Served)
            .When(order => Resource(order, Stock(paris: 6)))
            .When(order => Order.DecideMoved(order, new HashSet<int>()))
            .Then(new MoveAbandoned([]))
            .Leaving(order =>
            {
                order.Allocations.Select(held => held.Key).Should().Equal(Key(1, 1), Key(1, 2), Key(2, 3));
                order.Moving.Should().BeEmpty();
                Order.Next(order).Should().Be(FulfilmentStep.Rest);
            });

    [Fact]
    public void What_is_only_as_good_or_worse_stays() =>
        Given(Served).When(order => Resource(order, Stock(paris: 0, rome: 10))).ThenNothing();

    [Fact]
    public void Too_few_units_elsewhere_move_nothing_that_would_need_a_shipment_more() =>
        Given(Served).When(order => Resource(order, Stock(paris: 0, rome: 3))).ThenNothing();

    [Fact]
    public void Units_that_others_wait_for_are_left_to_them() =>
        Given(Served).When(order => Resource(order, Stock(paris: 6, rationed: true))).ThenNothing();

    [Fact]
    public void A_closed_warehouse_is_no_better_place() =>
        Given(Served).When(order => Resource(order, Stock(paris: 6, open: false))).ThenNothing();

    [Fact]
    public void Only_the_lines_that_are_named_move() =>
        Given(Served).When(order => Resource(order, Stock(paris: 6), 2)).ThenNothing();

    [Fact]
    public void What_is_released_stays() =>
        Given(Shipping).When(order => Resource(order, Stock(paris: 6))).ThenNothing();

    [Fact]
    public void A_pinned_line_stays() =>
        Given(
            Ordered with { Lines = [new OrderedLine(1, "PUMP", 6, "BER")] },
            new AllocationProposed([Proposed(1, 1, "BER", 6)], SourcingMethod.Exact),
            new Allocated([Got(1, 1, "BER", 6)]))
            .When(order => Resource(order, Stock(paris: 10))).ThenNothing();

    [Fact]
    public void An_unknown_line_is_named() =>
        Given(Served).When(order => Resource(order, Stock(paris: 6), 1, 7))
            .ThenFaulty(("/lines/1", FaultCodes.UnknownLine));

    [Fact]
    public void A_cancelled_order_is_not_sourced_again() =>
        Given(Served)
            .When(order => Order.Decide(order, new CancelOrder("no"), new HashSet<Shipments.ShipmentId>()))
            .When(order => Resource(order, Stock(paris: 6))).ThenRefused(Refusal.OrderClosed);
}
