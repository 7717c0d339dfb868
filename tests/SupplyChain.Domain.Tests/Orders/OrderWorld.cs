using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>
/// One order among stock items and backlogs that answer as chance will have it, with real shipments. After every event
/// its lines add up; whenever it is at rest, it holds exactly what the stock items have reserved for it.
/// </summary>
internal sealed partial class OrderWorld
{
    private static readonly WarehouseId[] Warehouses = ["BER", "PAR", "ROM"];
    private readonly Random _chance;
    private readonly Dictionary<ReservationKey, long> _reserved = [];
    private readonly Dictionary<ShipmentId, Shipment> _shipments = [];
    private Scene<Order, OrderEvent> _scene;
    private int _grants;

    public OrderWorld(int seed, OrderPolicy policy)
    {
        _chance = new(seed);
        _scene = new(Order.Initial, new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var lines = Enumerable.Range(1, _chance.Next(1, 4))
            .Select(line => new PlaceOrderLine(line, line == 2 ? "HOSE" : "PUMP", _chance.Next(1, 13))).ToItems();
        var command = new PlaceOrder("C-1", new("FR"), lines, Policy: policy);
        var first = Plan(Order.Preview("O-1", command, Address, _scene.Now));
        Do(order => Order.Decide(order, "O-1", command, Address, "digest", first, _scene.Now));
        ComeToRest();
    }

    public Order Order => _scene.State;

    private static OrderAddress Address { get; } = new("FR", null, null, null, null, null);

    private bool Luck(int percent) => _chance.Next(100) < percent;

    private T Any<T>(IReadOnlyList<T> of) => of[_chance.Next(of.Count)];

    private Decision<OrderEvent> Do(Func<Order, Decision<OrderEvent>> decide)
    {
        var decision = _scene.When(decide).Decision;
        foreach (var @event in decision)
        {
            _scene = _scene.After([@event]);
            ShouldAddUp(@event);
        }
        return decision;
    }

    private void ShouldAddUp(OrderEvent after)
    {
        foreach (var line in Order.Lines.Values)
        {
            var allocated = Order.Allocations.Where(a => a.Line == line.Line).Sum(a => a.Quantity);
            var units = new[] { line.Undecided, line.Backordered, line.Cancelled, allocated, line.Lost };
            units.Should().NotContain(quantity => quantity < 0, "{0}", after);
            if (Order.Rejection is null)
            {
                units[..4].Sum().Should().Be(line.Quantity, "line {0} adds up after {1}", line.Line, after);
            }
        }
        Order.Allocations.Select(a => a.Key).Should().OnlyHaveUniqueItems();
    }

    /// <summary>As the actor does it: step by step, until nothing is left to do.</summary>
    private void ComeToRest()
    {
        for (var steps = 0; Order.Next(Order) is var step and not FulfilmentStep.Rest; steps++)
        {
            steps.Should().BeLessThan(100, "an order comes to rest");
            Take(step);
        }
        var held = Order.Allocations.Where(a => a.State == AllocationState.Held);
        _reserved.Should().BeEquivalentTo(
            held.ToDictionary(a => a.Key, a => a.Quantity), "both sides know the same reservations");
        if (Order.Lines.Values.Any(line => line.Backordered > 0))
        {
            Order.Lines.Values.Should().Contain(
                line => line.Backordered > 0 && !line.StandsBy, "somebody has to tell it when units come");
        }
        foreach (var line in Order.Details(new("FR")).Lines)
        {
            line.Delivered.Should().BeInRange(0, line.Shipped);
            if (Order.Rejection is null)
            {
                (line.Allocated + line.Backordered + line.Shipped + line.Cancelled).Should().Be(line.Quantity);
            }
        }
    }

    private void Take(FulfilmentStep step)
    {
        switch (step)
        {
            case FulfilmentStep.Release:
                var releasing = Order.Releasing;
                foreach (var release in releasing)
                {
                    Keep(release.Key, release.Keep);
                }
                Do(order => Order.DecideReleased(order, releasing));
                break;
            case FulfilmentStep.ReturnGrants:
                var returning = Order.Returning.GroupBy(grant => grant.StockItem.Sku).First();
                foreach (var grant in returning)
                {
                    Keep(grant.Key, 0);
                }
                Do(order => Order.DecideReturned(order, returning.Key, returning.Select(g => g.Key.Attempt).ToItems()));
                break;
            case FulfilmentStep.Reserve:
                Reserve();
                break;
            case FulfilmentStep.Source:
                var plan = Plan(Order);
                Do(order => Order.DecideSourced(order, plan));
                break;
            case FulfilmentStep.Queue:
                foreach (var (sku, command) in Order.ToQueue().ToList())
                {
                    Do(order => Order.DecideQueued(order, command));
                    Grant(sku);
                }
                break;
            case FulfilmentStep.Reject:
                if (Order.Policy.ShipComplete)
                {
                    Claim();
                }
                Do(Order.DecideRejected);
                break;
            case FulfilmentStep.PlanShipments:
                PlanShipments();
                break;
            default:
                FlagShipments();
                break;
        }
    }

    private void Keep(ReservationKey key, long units)
    {
        if (_reserved.TryGetValue(key, out var held))
        {
            _reserved[key] = Math.Min(held, units);
            if (_reserved[key] == 0)
            {
                _reserved.Remove(key);
            }
        }
    }

    private void Reserve()
    {
        var proposed = Order.Allocations.Where(a => a.State == AllocationState.Proposed && Luck(75)).ToList();
        foreach (var allocation in proposed)
        {
            _reserved[allocation.Key] = allocation.Quantity;
        }
        Do(order => Order.DecideReserved(order, proposed.Select(a => a.Key.Attempt).ToHashSet()));
    }

    /// <summary>Whatever sourcing might answer: all or nothing of a ship-complete order, else parts of lines.</summary>
    private SourcingPlan Plan(Order order)
    {
        var complete = order.Policy.ShipComplete && order.Rounds < Order.MaxRounds && Luck(60);
        var found = new List<SourcingAllocation>();
        var missing = new List<SourcingShortfall>();
        foreach (var line in order.Lines.Values.Where(line => line.Undecided > 0))
        {
            var units = complete ? line.Undecided
                : order.Policy.ShipComplete || order.Rounds >= Order.MaxRounds ? 0
                : _chance.NextInt64(line.Undecided + 1);
            var first = _chance.NextInt64(units + 1);
            found.AddRange(new[] { (Warehouse: "BER", Units: first), (Warehouse: "PAR", Units: units - first) }
                .Where(part => part.Units > 0)
                .Select(part => new SourcingAllocation(
                    line.Line, line.Sku, part.Warehouse, part.Units, null, OrderRules.Only)));
            if (units < line.Undecided)
            {
                missing.Add(new(line.Line, line.Sku, line.Undecided - units, Rejections.None)
                {
                    IsWithdrawn = order.Policy.ShipComplete && missing.Count > 0 && Luck(70),
                });
            }
        }
        return new([.. found], [.. missing], SourcingMethod.Greedy);
    }
}
