using SupplyChain.Network;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>Sourcing again what is reserved: units move to better places, which reserve first.</summary>
public sealed partial record Order
{
    /// <summary>
    /// Proposes better places for units that are reserved and not released. Better is what sourcing would choose today,
    /// if it improves a goal; what would only be different stays. Pinned lines, products that others wait for and what
    /// is in a closed warehouse stay too: the first may not move, the others move by rules of their own. Nothing better
    /// is no event, so repeating it changes nothing.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="command">Which lines.</param>
    /// <param name="stock">The stock of their products, the warehouses that they are reserved in included.</param>
    /// <param name="today">The day the goods would leave at the earliest.</param>
    public static Decision<OrderEvent> Decide(Order order, ResourceOrder command, StockPicture stock, DateOnly today)
    {
        if (UnknownLine(order, command.Lines) is { } fault)
        {
            return fault;
        }
        if (order.Closed is { } refused)
        {
            return refused;
        }
        var movable = order.Movable(command, stock);
        if (movable.Count == 0)
        {
            return [];
        }
        var free = movable.Aggregate(stock, (picture, held) => picture.With(held.StockItem, held.Quantity));
        var problem = free.Problem(order.Drop(movable)) with
        {
            Date = today > order.SourcingDate ? today : order.SourcingDate,
        };
        var plan = Sourcing.Better(
            problem, movable.Select(held => (held.Line, held.Warehouse, held.Quantity)).ToList());
        return plan is null ? [] : [order.MoveTo(plan, movable)];
    }

    /// <summary>What the stock items answered to a move: all of it, or everything stays.</summary>
    public static Decision<OrderEvent> DecideMoved(Order order, IReadOnlySet<int> reserved) =>
        order.Moving.All(units => reserved.Contains(units.Key.Attempt))
            ? [new AllocationMoved(order.Moving.Select(units => new AllocatedUnits(
                units.Line, units.Key.Attempt, units.Sku, units.Warehouse, units.Quantity)).ToItems())]
            : [new MoveAbandoned(reserved.Order().ToItems())];

    private Items<Allocation> Movable(ResourceOrder command, StockPicture stock) => Allocations.Where(held =>
        held is { State: AllocationState.Held, Shipment: null }
        && command.Lines?.Contains(held.Line) != false
        && Lines[held.Line].Pinned is null
        && stock.IsOpen(held.StockItem)
        && !stock.IsRationed(held.Sku)).ToItems();

    /// <summary>The difference between a plan and what is reserved now, of which the newest reservations go.</summary>
    private MoveProposed MoveTo(SourcingPlan plan, Items<Allocation> movable)
    {
        var attempt = Attempt;
        var wanted = plan.Allocations.ToDictionary(units => (units.Line, units.Warehouse), units => units.Quantity);
        var kept = new List<KeptUnits>();
        foreach (var held in movable.OrderBy(held => held.Key.Attempt).ThenBy(held => held.Key.Origin))
        {
            var place = (held.Line, held.Warehouse);
            var keep = Math.Min(held.Quantity, wanted.GetValueOrDefault(place));
            if (keep > 0)
            {
                wanted[place] -= keep;
            }
            if (keep < held.Quantity)
            {
                kept.Add(new(held.Key, keep));
            }
        }
        var units = plan.Allocations.Where(part => wanted[(part.Line, part.Warehouse)] > 0)
            .Select(part => new ProposedUnits(
                part.Line, ++attempt, part.Sku, part.Warehouse, wanted[(part.Line, part.Warehouse)], part.Arrival,
                part.Why))
            .ToItems();
        return new(units, kept.ToItems(), plan.Method);
    }

    private Order ProposeMove(MoveProposed proposed) => this with
    {
        Moving = proposed.Units.Select(unit => new Allocation(
            new(Number, unit.Line, Inventory.ReservationOrigin.Owner, unit.Attempt),
            unit.Sku, unit.Warehouse, unit.Quantity, unit.Arrival, unit.Why, AllocationState.Proposed)).ToItems(),
        MovingFrom = proposed.Kept,
        Attempt = proposed.Units.Max(unit => unit.Attempt),
    };

    private Order Move()
    {
        var order = Keep(MovingFrom);
        // Where what waits may come from depends on where the rest comes from: the backlogs hear of it.
        var bound = Policy.MaxShipments is not null || !Policy.AllowSplit;
        return order with
        {
            Allocations =
            [
                .. order.Allocations, .. Moving.Select(units => units with { State = AllocationState.Held }),
            ],
            Moving = [],
            MovingFrom = [],
            Lines = !bound ? order.Lines : order.Lines.Map(line =>
                line.Backordered > 0 ? line.Wait(line.Backordered) : line),
        };
    }

    private Order AbandonMove(HashSet<int> reserved) => this with
    {
        GivingUp =
        [
            .. GivingUp,
            .. Moving.Where(units => reserved.Contains(units.Key.Attempt))
                .Select(units => new ReleasedReservation(units.Key, units.StockItem, 0)),
        ],
        Moving = [],
        MovingFrom = [],
    };
}
