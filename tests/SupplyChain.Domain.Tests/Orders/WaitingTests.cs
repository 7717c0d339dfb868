using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

public sealed class WaitingTests : OrderRules
{
    [Fact]
    public void Grants_of_the_backlog_are_taken_over_each_once() =>
        Given(Waiting)
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 5, "ROM", 3)]))
            .Then(new GrantsAccepted("PUMP", [Taken(1, 5, "ROM", 3, 3)]))
            .Leaving(order => (Line(order, 1).Allocated, Line(order, 1).Backordered).Should().Be((9, 1)))
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 5, "ROM", 3)])).ThenNothing();

    [Fact]
    public void A_grant_that_was_taken_and_lost_again_is_not_taken_a_second_time() =>
        Given(Waiting)
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 5, "ROM", 3)])).ThenAccepted()
            .When(order => Order.Decide(order, Dropped(5, "ROM", lost: 3, kept: 0))).ThenAccepted()
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 5, "ROM", 3)])).ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Of_a_grant_that_was_dropped_before_it_was_taken_over_only_the_rest_is_taken(long kept) =>
        Given(Waiting)
            .When(order => Order.Decide(order, Dropped(5, "ROM", 3 - kept, kept))).ThenAccepted()
            .When(order => Order.Decide(order, Dropped(5, "ROM", 3 - kept, kept))).ThenNothing()
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 5, "ROM", 3)]))
            .Then(new GrantsAccepted("PUMP", [Taken(1, 5, "ROM", kept, kept)]))
            .Leaving(order => order.LostAhead.Should().BeEmpty());

    [Fact]
    public void What_it_cannot_use_of_a_grant_is_released() =>
        Given(Waiting)
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 5, "ROM", 9)])).ThenAccepted()
            .Leaving(order => Line(order, 1).Backordered.Should().Be(0))
            .Leaving(order => order.GivingUp.Should().Equal(
                new ReleasedReservation(Key(1, 5, ReservationOrigin.Backlog), new("PUMP", "ROM"), 4)));

    [Fact]
    public void A_grant_it_cannot_use_at_all_goes_back_to_the_backlog() =>
        Given(Served)
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 5, "ROM", 9)]))
            .Then(new GrantsAccepted("PUMP", [Taken(1, 5, "ROM", 9, 0)]))
            .Leaving(order => Order.Next(order).Should().Be(FulfilmentStep.ReturnGrants))
            .When(order => Order.DecideReturned(order, "PUMP", [5])).ThenAccepted()
            .Leaving(order => order.Returning.Should().BeEmpty());

    [Theory]
    [InlineData(false, null, "PUMP in one place")]
    [InlineData(true, 1, "everything from one place")]
    public void Grants_respect_what_the_customer_accepts(bool split, int? shipments, string because)
    {
        var strict = Ordered with { Policy = new(AllowSplit: split, MaxShipments: shipments) };
        Given([strict, .. Waiting[1..]])
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 5, "ROM", 2), Offer(1, 6, "BER", 2)]))
            .ThenAccepted()
            .Leaving(order => order.Allocations.Should().OnlyContain(a => a.Warehouse.Value == "BER", because))
            .Leaving(order => order.Returning.Should().ContainSingle().Which.Key.Attempt.Should().Be(5));
    }

    [Fact]
    public void A_pinned_line_takes_units_of_its_warehouse_only()
    {
        var pinned = Ordered with { Lines = [Ordered.Lines[0] with { Warehouse = "BER" }, Ordered.Lines[1]] };
        Given([pinned, .. Waiting[1..]])
            .When(order => Order.DecideGranted(order, "PUMP", [Offer(1, 5, "ROM", 2), Offer(1, 6, "BER", 2)]))
            .ThenAccepted()
            .Leaving(order => order.Allocations.Should().OnlyContain(a => a.Warehouse.Value == "BER"));
    }

    [Fact]
    public void A_ship_complete_order_takes_all_it_claimed_or_nothing()
    {
        var pumps = (new Sku("PUMP"), Offer(1, 5, "ROM", 10));
        var hoses = (new Sku("HOSE"), Offer(2, 2, "PAR", 4));
        var waiting = Given(
            Ordered with { Policy = new(ShipComplete: true) },
            new Backordered([Missing(1, 10), Missing(2, 4)]), new Queued([new(1, 1), new(2, 1)]));

        waiting.When(order => Order.DecideClaimed(order, [pumps, hoses])).ThenAccepted()
            .Leaving(order => order.Status.Should().Be(OrderStatus.Allocated))
            .Leaving(order => order.Lines.Values.Should().OnlyContain(line => line.Backordered == 0));
        waiting.When(order => Order.DecideClaimed(order, [pumps])).ThenAccepted()
            .Leaving(order => order.Allocations.Should().BeEmpty())
            .Leaving(order => order.Returning.Should().ContainSingle());
        waiting.When(order => Order.DecideGranted(order, "PUMP", [pumps.Item2])).ThenAccepted()
            .Leaving(order => order.Allocations.Should().BeEmpty());
    }

    [Fact]
    public void A_claim_never_takes_more_than_waits() =>
        Given(
            Ordered with { Policy = new(ShipComplete: true) },
            new Backordered([Missing(1, 10), Missing(2, 4)]), new Queued([new(1, 1), new(2, 1)]))
            .When(order => Order.DecideClaimed(
                order, [("PUMP", Offer(1, 5, "ROM", 13)), ("HOSE", Offer(2, 2, "PAR", 4))]))
            .ThenAccepted()
            .Leaving(order => (Line(order, 1).Allocated, Line(order, 1).Backordered).Should().Be((10, 0)))
            .Leaving(order => order.GivingUp.Should().ContainSingle().Which.Keep.Should().Be(10));

    [Fact]
    public void A_ship_complete_order_waits_for_the_lines_that_are_short_and_the_others_stand_by() =>
        Given()
            .When(order => Order.Decide(
                order, OrderPlacing.Of("O-1", CompleteCommand, France, "digest", Now), HosesAreShort))
            .Then(
                Complete, new Backordered([Missing(1, 10), Missing(2, 4)]), new FoundShort([2]))
            .Leaving(order => Told(order).Should().BeEquivalentTo(new[] { (1, true), (2, false) }));

    [Fact]
    public void When_it_finds_others_short_than_before_their_backlogs_hear_of_it() =>
        Given(Complete, new Backordered([Missing(1, 10), Missing(2, 4)]), new FoundShort([2]), AllQueued)
            .When(order => Order.DecideFoundShort(order, [2])).ThenNothing()
            .When(order => Order.DecideFoundShort(order, [])).ThenNothing()
            .When(order => Order.DecideFoundShort(order, [1])).Then(new FoundShort([1]))
            .Leaving(order => Told(order).Should().BeEquivalentTo(new[] { (1, false), (2, true) }));

    [Fact]
    public void When_what_it_waited_for_is_cancelled_all_that_is_left_is_looked_for() =>
        Given(Complete, new Backordered([Missing(1, 10), Missing(2, 4)]), new FoundShort([2]), AllQueued)
            .When(order => Order.Decide(order, new CancelOrder("no hoses", [2]), new HashSet<ShipmentId>()))
            .ThenAccepted()
            .Leaving(order => Told(order).Should().BeEquivalentTo(new[] { (1, false), (2, false) }));

    private static readonly PlaceOrder CompleteCommand = Command with { Policy = new(ShipComplete: true) };

    private static readonly Placed Complete = Ordered with { Policy = FulfilmentPolicy.Of(CompleteCommand.Policy) };

    private static readonly Queued AllQueued = new([new QueueTicket(1, 2), new QueueTicket(2, 1)]);

    private static readonly SourcingPlan HosesAreShort = new(
        [],
        [
            new(1, "PUMP", 10, RejectedWarehouses.None) { IsWithdrawn = true },
            new(2, "HOSE", 4, RejectedWarehouses.None),
        ],
        SourcingMethod.Exact);

    /// <summary>What the backlogs hear: which lines, and whether they stand by.</summary>
    private static IEnumerable<(int Line, bool StandsBy)> Told(Order order) =>
        order.ToQueue().SelectMany(told => told.Command.Lines).Select(line => (line.Line, line.StandsBy));

    private static LoseReservations Dropped(int attempt, string warehouse, long lost, long kept) =>
        new(new("PUMP", warehouse), [new(Key(1, attempt, ReservationOrigin.Backlog), lost, kept)]);
}
