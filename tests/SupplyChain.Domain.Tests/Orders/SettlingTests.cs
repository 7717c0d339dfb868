using FluentAssertions;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>When only the unusual can still happen to an order, so that it need not be at hand.</summary>
public sealed class SettlingTests : OrderRules
{
    private static readonly HashSet<ShipmentId> NonePicked = [];

    private static OrderEvent[] Gone { get; } =
    [
        .. Shipping,
        new Shipped("O-1~1", Now, [new(Key(1, 1), 6)]),
        new Shipped("O-1~2", Now, [new(Key(1, 2), 4), new(Key(2, 3), 4)]),
    ];

    [Fact]
    public void It_is_not_while_it_is_sourced_waits_or_is_on_its_way()
    {
        foreach (var history in (OrderEvent[][])[[], [Ordered], Served, Waiting, Shipping, Gone])
        {
            Order.IsSettled(Given(history).State).Should().BeFalse("of {0}", history.LastOrDefault());
        }
    }

    [Fact]
    public void It_is_when_everything_has_arrived_and_not_before()
    {
        var first = Given(Gone).After([new Delivered("O-1~1", Now, [new(1, "PUMP", 6, 6, 0, 0)])]);
        Order.IsSettled(first.State).Should().BeFalse("a shipment is on its way");

        var all = first.After([new Delivered("O-1~2", Now, [new(1, "PUMP", 4, 3, 1, 0), new(2, "HOSE", 4, 4, 0, 0)])]);

        all.State.Status.Should().Be(OrderStatus.Delivered);
        Order.IsSettled(all.State).Should().BeTrue("also with a unit that arrived damaged");
    }

    [Fact]
    public void It_is_when_it_was_cancelled_and_the_stock_is_free()
    {
        var cancelled = Given(Served).When(order => Order.Decide(order, new CancelOrder("twice"), NonePicked))
            .ThenAccepted().Scene.State;
        Order.IsSettled(cancelled).Should().BeFalse("its reservations have still to be given up");

        var free = Order.Evolve(
            cancelled, new ReservationsReleased(cancelled.GivingUp.Select(release => release.Key).ToItems()), Now);

        Order.IsSettled(free).Should().BeTrue();
    }

    [Fact]
    public void It_is_when_it_was_rejected() =>
        Order.IsSettled(Given(Ordered, new Rejected("insufficient-stock", "Not enough.", [1, 2])).State)
            .Should().BeTrue();
}
