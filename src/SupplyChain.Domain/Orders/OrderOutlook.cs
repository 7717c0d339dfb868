using SupplyChain.Inventory;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>
/// What would become of an order if every actor it asks said yes and nothing else happened: its saga, decision by
/// decision as the actor takes it, on a copy and against a picture of the stock. Nothing is recorded, no actor is told.
/// </summary>
/// <remarks>
/// Not foreseen is what other orders decide: that a ship-complete order which waits can be served whole, that one which
/// may make no more shipments gives units back, and that another order takes units meanwhile.
/// </remarks>
public sealed partial class OrderOutlook
{
    private const int MaxSteps = 500;
    private readonly Order _before;
    private readonly DateOnly _today;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlySet<ShipmentId> _picked;
    private readonly Dictionary<ReservationKey, long> _reserved;
    private readonly Dictionary<int, RejectedWarehouses> _rejections = [];
    private readonly List<UnitsToFill> _othersFilled = [];
    private readonly List<(Sku Sku, LineGrant Grant)> _offered = [];

    /// <summary>Looks ahead from an order as it is.</summary>
    /// <param name="before">The order.</param>
    /// <param name="stock">The stock of all products of the order, as it is.</param>
    /// <param name="today">The day that is sourced on.</param>
    /// <param name="now">The instant of all that happens.</param>
    /// <param name="picked">Shipments of the order that can no longer be cancelled.</param>
    public OrderOutlook(
        Order before, StockPicture stock, DateOnly today, DateTimeOffset now, IReadOnlySet<ShipmentId> picked)
    {
        (_before, Order, Stock, _today, _now, _picked) = (before, before, stock, today, now, picked);
        _reserved = before.Allocations
            .Where(held => held.State == AllocationState.Held)
            .ToDictionary(held => held.Key, held => held.Quantity);
        ComeToRest();
    }

    /// <summary>The order as it would be.</summary>
    public Order Order { get; private set; }

    /// <summary>The stock as it would be.</summary>
    public StockPicture Stock { get; private set; }

    /// <summary>Carries a decision out, and brings the order to rest after it.</summary>
    public Decision<OrderEvent> Happen(Func<Order, Decision<OrderEvent>> decide)
    {
        var decision = decide(Order);
        Remember(decision);
        ComeToRest();
        return decision;
    }

    private void Remember(Decision<OrderEvent> decision)
    {
        foreach (var @event in decision)
        {
            Order = Order.Evolve(Order, @event, _now);
            foreach (var drop in (@event as OrderEvent.ReservationsLost)?.Lost ?? [])
            {
                _reserved[drop.Key] = drop.Kept; // The stock item took them itself.
            }
        }
    }

    private void ComeToRest()
    {
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            if (Order.Next(Order) is var step and not FulfilmentStep.Rest)
            {
                CarryOut(step);
            }
            else if (_offered.Count > 0)
            {
                TakeGrants(_offered[0].Sku); // An order at rest hears what its backlogs have for it.
            }
            else
            {
                return;
            }
        }
    }

    private void CarryOut(FulfilmentStep step)
    {
        switch (step)
        {
            case FulfilmentStep.GiveUpReservations:
                GiveUpReservations();
                break;
            case FulfilmentStep.ReturnGrants:
                ReturnGrants();
                break;
            case FulfilmentStep.Reserve:
                var proposed = Order.Allocations.Where(one => one.State == AllocationState.Proposed).ToList();
                Reserve(proposed);
                Remember(Order.DecideReserved(Order, proposed.Select(one => one.Key.Attempt).ToHashSet()));
                break;
            case FulfilmentStep.Move:
                Remember(Order.DecideMoved(Order, ReserveWhatIsThere(Order.Moving)));
                break;
            case FulfilmentStep.Source:
                var plan = Stock.Plan(Order);
                foreach (var line in plan.Unallocated)
                {
                    _rejections[line.Line] = line.Rejections;
                }
                Remember(Order.DecideSourced(Order, plan));
                break;
            case FulfilmentStep.Queue:
                Queue();
                break;
            case FulfilmentStep.Reject:
                Remember(Order.DecideRejected(Order));
                break;
            case FulfilmentStep.WithdrawIncrease:
                Remember(Order.DecideIncreaseWithdrawn(Order));
                break;
            default:
                TakeWithShipments(step);
                break;
        }
    }

    private void TakeWithShipments(FulfilmentStep step)
    {
        var all = Order.Shipments.Values;
        switch (step)
        {
            case FulfilmentStep.WithdrawShipments:
                var leaving = Order.ShipmentsToWithdraw()
                    .ToLookup(one => Order.IsEmpty(one) || !_picked.Contains(one.Plan.Id), one => one.Plan.Id);
                Remember(Order.DecideWithdrawn(Order, [.. leaving[true]], [.. leaving[false]]));
                break;
            case FulfilmentStep.PlanShipments:
                Remember(Order.DecidePlanned(
                    Order, all.Where(one => one.State == OrderShipmentState.Planning)
                        .Select(one => one.Plan.Id).ToItems(), []));
                break;
            case FulfilmentStep.ReviseShipments:
                Remember(Order.DecideRevised(Order, Order.ShipmentsToRevise().Select(one => one.Plan.Id).ToItems()));
                break;
            case FulfilmentStep.FlagShipments:
                Remember(Order.DecideFlagged(
                    Order, all.Where(one => one.Flag is not null).Select(one => one.Plan.Id).ToItems()));
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{step}");
        }
    }

    private void Reserve(IEnumerable<Allocation> units)
    {
        foreach (var one in units)
        {
            _reserved[one.Key] = one.Quantity;
            Stock = Stock.With(one.StockItem, -one.Quantity);
        }
    }

    /// <summary>A move is reserved beside what the order holds: a stock item says no to what is not free.</summary>
    private HashSet<int> ReserveWhatIsThere(IEnumerable<Allocation> units)
    {
        var agreed = new HashSet<int>();
        foreach (var one in units.Where(one => Stock.Available(one.StockItem, _today) >= one.Quantity))
        {
            Reserve([one]);
            agreed.Add(one.Key.Attempt);
        }
        return agreed;
    }

    private void GiveUpReservations()
    {
        var givingUp = Order.GivingUp;
        foreach (var one in givingUp)
        {
            Free(one.Key, one.StockItem, one.Keep);
        }
        Remember(Order.DecideGivenUp(Order, givingUp));
        foreach (var sku in givingUp.Where(one => Stock.IsOpen(one.StockItem))
            .Select(one => one.StockItem.Sku).Distinct().Where(Stock.IsRationed))
        {
            Serve(sku);
        }
    }

    private void Free(ReservationKey key, StockItemId item, long keep)
    {
        var held = _reserved.GetValueOrDefault(key);
        Stock = Stock.With(item, Math.Max(0, held - keep));
        _reserved[key] = Math.Min(held, keep);
    }

    private void ReturnGrants()
    {
        var sku = Order.Returning[0].StockItem.Sku;
        var returning = Order.Returning.Where(grant => grant.StockItem.Sku == sku).ToList();
        foreach (var grant in returning)
        {
            Free(grant.Key, grant.StockItem, 0);
        }
        var attempts = returning.Select(grant => grant.Key.Attempt).ToItems();
        Stock = Stock.WithSettled(sku, new(Order.Number, attempts, Settlement.GivenBack));
        Remember(Order.DecideReturned(Order, sku, attempts));
        Serve(sku);
    }

    private void Queue()
    {
        foreach (var (sku, command) in Order.ToQueue().ToList())
        {
            Stock = Stock.WithWaiting(sku, command.Lines);
            Remember(Order.DecideQueued(Order, command));
            Serve(sku);
            TakeGrants(sku);
        }
    }

    /// <summary>
    /// Gives free units to what waits for a product: to lines of this order, which hears of them when it queues anew or
    /// rests, and to other orders.
    /// </summary>
    private void Serve(Sku sku)
    {
        (Stock, var grants) = Stock.Serve(sku, _today, Order.Number);
        foreach (var grant in grants.Where(grant => grant.Owner == Order.Number))
        {
            _reserved[new(grant.Owner, grant.Line, ReservationOrigin.Backlog, grant.Attempt)] = grant.Quantity;
            _offered.Add((sku, grant));
        }
        _othersFilled.AddRange(grants.Where(grant => grant.Owner != Order.Number).Select(grant =>
            new UnitsToFill(grant.Owner, grant.Line, sku, grant.Quantity, grant.Warehouse)));
    }

    private void TakeGrants(Sku sku)
    {
        var grants = _offered.Where(offer => offer.Sku == sku).Select(offer => offer.Grant).ToItems();
        _offered.RemoveAll(offer => offer.Sku == sku);
        if (grants.Count > 0)
        {
            Remember(Order.DecideGranted(Order, sku, grants));
            var returning = Order.Returning.Select(grant => grant.Key.Attempt).ToHashSet();
            Stock = Stock.WithSettled(sku, new(
                Order.Number,
                grants.Select(grant => grant.Attempt).Where(one => !returning.Contains(one)).ToItems(),
                Settlement.TakenOver));
        }
    }
}
