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
        var placing = OrderPlacing.Of("O-1", command, Address, "digest", _scene.Now);
        var first = Plan(placing.After);
        Do(order => Order.Decide(order, placing, first));
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
            Take(step, granting: steps < 40); // No backlog offers for ever what the order cannot use.
        }
        ShouldKeepItsPolicy();
        ShouldAgreeWithItsShipments();
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

    /// <summary>Whatever was commanded, the customer gets what he accepted.</summary>
    private void ShouldKeepItsPolicy()
    {
        var policy = Order.Policy;
        if (policy.MaxShipments is { } most)
        {
            var made = Order.Shipments.Values.Count(shipment => shipment.IsLive);
            var unreleased = Order.Allocations.Where(a => a is { Shipment: null, State: AllocationState.Held })
                .Select(a => a.Warehouse).Distinct().Count();
            (made + unreleased).Should().BeLessThanOrEqualTo(most, "no more can be shipped");
        }
        if (!policy.AllowSplit)
        {
            Order.Allocations.Select(a => (a.Line, a.Warehouse)).Distinct().GroupBy(at => at.Line)
                .Should().NotContain(line => line.Count() > 1, "a line comes from one warehouse");
        }
        if (policy.ShipComplete && Order.Shipments.Values.Any(
            shipment => shipment is { State: OrderShipmentState.Planned, Stays: false }))
        {
            Order.Lines.Values.Should().OnlyContain(
                line => line.Undecided + line.Backordered == 0, "a ship-complete order leaves with all its units");
            Order.Allocations.Should().NotContain(a => a.Shipment == null);
        }
        if (!policy.AllowBackorder && Order.FirstDecided)
        {
            Order.Lines.Values.Should().OnlyContain(
                line => line.IncreaseWaiting == 0, "what is added may not wait");
        }
    }

    /// <summary>A shipment in a warehouse carries what its order says, for the date its order says.</summary>
    private void ShouldAgreeWithItsShipments()
    {
        foreach (var (id, shipment) in _shipments.Where(known => known.Value.Plan is not null))
        {
            var known = Order.Shipments.GetValueOrDefault(id.Value);
            if (known is null || !shipment.IsInWarehouse())
            {
                continue;
            }
            var lines = known.Plan.Reservations.Select(key => Order.Lines[key.Line]).ToList();
            shipment.Promise().Should().Be(lines.Min(Order.Scheduled), "the shipment knows the order of today");
            known.State.Should().Be(OrderShipmentState.Planned);
            shipment.HasGoods().Should().BeTrue("a shipment that has lost everything is cancelled");
        }
    }

    private void Take(FulfilmentStep step, bool granting)
    {
        switch (step)
        {
            case FulfilmentStep.GiveUpReservations:
                var releasing = Order.GivingUp;
                foreach (var release in releasing)
                {
                    Keep(release.Key, release.Keep);
                }
                Do(order => Order.DecideGivenUp(order, releasing));
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
            case FulfilmentStep.Move:
                var agreed = Order.Moving.Where(_ => Luck(80)).ToList();
                agreed.ForEach(units => _reserved[units.Key] = units.Quantity);
                Do(order => Order.DecideMoved(order, agreed.Select(units => units.Key.Attempt).ToHashSet()));
                break;
            case FulfilmentStep.Source:
                var plan = Plan(Order);
                Do(order => Order.DecideSourced(order, plan));
                break;
            case FulfilmentStep.Queue:
                foreach (var (sku, command) in Order.ToQueue().ToList())
                {
                    Do(order => Order.DecideQueued(order, command));
                    if (granting)
                    {
                        Grant(sku);
                    }
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
            case FulfilmentStep.WithdrawIncrease:
                if (Order.Policy.ShipComplete)
                {
                    Claim();
                }
                Do(Order.DecideIncreaseWithdrawn);
                break;
            case FulfilmentStep.WithdrawShipments:
                WithdrawShipments();
                break;
            case FulfilmentStep.ReviseShipments:
                var revised = Order.ShipmentsToRevise().ToList();
                foreach (var shipment in revised)
                {
                    var revision = Order.RevisionOf(shipment, null);
                    Tell(shipment.Plan.Id, state => Shipment.Decide(state, revision));
                }
                Do(order => Order.DecideRevised(order, revised.Select(shipment => shipment.Plan.Id).ToItems()));
                break;
            case FulfilmentStep.FlagShipments:
                FlagShipments();
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{step}");
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

    /// <summary>Whatever sourcing might answer within the rules of the order: all or nothing of a ship-complete order,
    /// else parts of lines.</summary>
    private SourcingPlan Plan(Order order)
    {
        var problem = Order.Problem(order, [], [], _ => null);
        var complete = order.Policy.ShipComplete && order.Rounds < Order.MaxRounds && Luck(60);
        var used = problem.AlreadyUsed.ToHashSet();
        var found = new List<SourcingAllocation>();
        var missing = new List<SourcingShortfall>();
        foreach (var line in problem.Lines)
        {
            var from = From(problem, line, used);
            var units = from.Count == 0 || order.Rounds >= Order.MaxRounds ? 0
                : complete ? line.Quantity
                : order.Policy.ShipComplete ? 0
                : _chance.NextInt64(line.Quantity + 1);
            var first = from.Count == 1 ? units : _chance.NextInt64(units + 1);
            found.AddRange(from.Zip([first, units - first], (warehouse, part) => (warehouse, part))
                .Where(source => source.part > 0)
                .Select(source => new SourcingAllocation(
                    line.Line, line.Sku, source.warehouse, source.part, null, OrderRules.Only)));
            used.UnionWith(found.Select(allocation => allocation.Warehouse));
            if (units < line.Quantity)
            {
                missing.Add(new(line.Line, line.Sku, line.Quantity - units, RejectedWarehouses.None)
                {
                    IsWithdrawn = order.Policy.ShipComplete && missing.Count > 0 && Luck(70),
                });
            }
        }
        if (order.Policy.ShipComplete && missing.Count > 0)
        {
            missing.AddRange(found.GroupBy(part => (part.Line, part.Sku), part => part.Quantity)
                .Where(line => missing.All(other => other.Line != line.Key.Line)).ToList()
                .Select(line => new SourcingShortfall(
                    line.Key.Line, line.Key.Sku, line.Sum(), RejectedWarehouses.None)));
            found.Clear();
        }
        return new([.. found], [.. missing], SourcingMethod.Greedy);
    }

    /// <summary>One or two warehouses that the line may come from.</summary>
    private List<WarehouseId> From(SourcingProblem problem, SourcingLine line, HashSet<WarehouseId> used)
    {
        var free = problem.MaxShipments is { } most ? most - used.Count : Warehouses.Length;
        var from = Warehouses.Where(warehouse => line.OnlyFrom is not { } only || only.Contains(warehouse))
            .OrderByDescending(used.Contains).ThenBy(_ => _chance.Next())
            .Where(warehouse => used.Contains(warehouse) || free-- > 0)
            .ToList();
        return from.Take(problem.AllowSplit ? 2 : 1).ToList();
    }
}
