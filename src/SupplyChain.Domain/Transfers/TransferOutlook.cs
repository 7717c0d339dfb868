using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>
/// What would become of a transfer if every actor it asks said yes and nothing else happened: its steps, decision by
/// decision as the actor takes them, on a copy and against a picture of the stock. Nothing is recorded, no actor is
/// told.
/// </summary>
public sealed class TransferOutlook
{
    private const int MaxSteps = 200;
    private readonly Transfer _before;
    private readonly DateOnly _today;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<ReservationKey, long> _reserved;
    private readonly List<UnitsToFill> _othersFilled = [];

    /// <summary>Looks ahead from a transfer as it is.</summary>
    /// <param name="before">The transfer.</param>
    /// <param name="stock">The stock of all products of the transfer, as it is.</param>
    /// <param name="today">The day that is served on.</param>
    /// <param name="now">The instant of all that happens.</param>
    public TransferOutlook(Transfer before, StockPicture stock, DateOnly today, DateTimeOffset now)
    {
        (_before, Transfer, Stock, _today, _now) = (before, before, stock, today, now);
        _reserved = before.Reservations.Where(units => !units.HasLeft)
            .ToDictionary(units => units.Key, units => units.Quantity);
        ComeToRest();
    }

    /// <summary>The transfer as it would be.</summary>
    public Transfer Transfer { get; private set; }

    /// <summary>The stock as it would be.</summary>
    public StockPicture Stock { get; private set; }

    /// <summary>Carries a decision out, and brings the transfer to rest after it.</summary>
    public void Happen(Func<Transfer, Decision<TransferEvent>> decide)
    {
        Remember(decide(Transfer));
        ComeToRest();
    }

    /// <summary>What all that would change, for the transfer and for others.</summary>
    public Consequences Consequences()
    {
        var (waits, fills) = (new List<UnitsToWait>(), new List<UnitsToFill>());
        foreach (var line in Transfer.Lines.Values)
        {
            var (source, more) = (Transfer.Source(line.Sku), line.Waiting - _before.Lines[line.Line].Waiting);
            if (more > 0)
            {
                waits.Add(new(
                    Transfer.Owner, line.Line, line.Sku, more,
                    Stock.IsOpen(source) ? RejectionReason.NoStock : RejectionReason.Closed));
            }
            var gained = HeldOf(Transfer, line.Line) - HeldOf(_before, line.Line);
            if (gained > 0)
            {
                fills.Add(new(Transfer.Owner, line.Line, line.Sku, gained, source.Warehouse));
            }
        }
        return new([], waits.ToItems(), [.. fills, .. _othersFilled])
        {
            Orders = 0,
            OrdersLookedAt = 0,
            Transfers = [Change(waits.Sum(units => units.Quantity))],
            TransfersConcerned = 1,
            TransfersLookedAt = 1,
        };
    }

    private TransferChange Change(long wouldWait)
    {
        var document = Transfer.Document!;
        var undone = Transfer.Shipments.Values
            .Where(shipment => shipment.State == TransferShipmentState.Cancelled
                && _before.Shipments[shipment.Plan.Shipment.Value].State != TransferShipmentState.Cancelled)
            .Select(shipment => shipment.Plan.Shipment).ToItems();
        return new(document.Transfer, document.From, document.To)
        {
            WouldWait = wouldWait,
            WouldNotGo = Cancelled(Transfer) - Cancelled(_before),
            CancelledShipments = undone,
            ShortShipments = Transfer.Shipments.Values.Select(shipment => shipment.Plan.Shipment)
                .Where(id => !undone.Contains(id) && UnitsIn(Transfer, id) < UnitsIn(_before, id)).ToItems(),
        };
    }

    private void Remember(Decision<TransferEvent> decision)
    {
        foreach (var @event in decision)
        {
            Transfer = Transfer.Evolve(Transfer, @event, _now);
            foreach (var loss in (@event as TransferEvent.ReservationsLost)?.Lost ?? [])
            {
                _reserved[loss.Key] = loss.Kept; // The stock item took them itself.
            }
        }
    }

    /// <summary>What arrived is no affair of the source: it is left as it is.</summary>
    private void ComeToRest()
    {
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            switch (Transfer.Next(Transfer))
            {
                case TransferStep.ReleaseReservations:
                    Release();
                    break;
                case TransferStep.ReturnGrants:
                    ReturnGrants();
                    break;
                case TransferStep.Queue:
                    Queue();
                    break;
                case TransferStep.PlanShipments:
                    Remember(Transfer.DecidePlanned(Transfer, Transfer.ShipmentsToPlan().First().Plan.Shipment, true));
                    break;
                case TransferStep.TellShipments:
                    Remember(Transfer.DecideTold(Transfer, Transfer.ShipmentsToTell().First().Plan.Shipment));
                    break;
                case TransferStep.WithdrawShipments:
                    Remember(Decision.Record<TransferEvent>(
                        [new TransferEvent.ShipmentCancelled(Transfer.ShipmentsToWithdraw().First().Plan.Shipment)]));
                    break;
                default:
                    return;
            }
        }
    }

    private void Release()
    {
        var releasing = Transfer.Releasing;
        foreach (var release in releasing)
        {
            Free(release.Key, release.StockItem, release.Keep);
        }
        Remember(Transfer.DecideReleased(Transfer, releasing));
        foreach (var sku in releasing.Select(release => release.StockItem.Sku).Distinct().Where(Stock.IsRationed))
        {
            Serve(sku);
        }
    }

    private void ReturnGrants()
    {
        var sku = Transfer.Returning[0].StockItem.Sku;
        var returning = Transfer.Returning.Where(grant => grant.StockItem.Sku == sku).ToList();
        foreach (var grant in returning)
        {
            Free(grant.Key, grant.StockItem, 0);
        }
        var attempts = returning.Select(grant => grant.Key.Attempt).ToItems();
        Stock = Stock.WithSettled(sku, new(Transfer.Owner, attempts, Settlement.GivenBack));
        Remember(Transfer.DecideReturned(Transfer, sku, attempts));
        Serve(sku);
    }

    private void Free(ReservationKey key, StockItemId item, long keep)
    {
        var held = _reserved.GetValueOrDefault(key);
        Stock = Stock.With(item, Math.Max(0, held - keep));
        _reserved[key] = Math.Min(held, keep);
    }

    private void Queue()
    {
        foreach (var (sku, command) in Transfer.ToQueue().ToList())
        {
            Stock = Stock.WithWaiting(sku, command.Lines);
            Remember(Transfer.DecideQueued(Transfer, command));
            Serve(sku);
        }
    }

    /// <summary>Gives free units to what waits for a product; the transfer takes what it can use.</summary>
    private void Serve(Sku sku)
    {
        (Stock, var grants) = Stock.Serve(sku, _today, Transfer.Owner);
        _othersFilled.AddRange(grants.Where(grant => grant.Owner != Transfer.Owner).Select(grant =>
            new UnitsToFill(grant.Owner, grant.Line, sku, grant.Quantity, grant.Warehouse)));
        var own = grants.Where(grant => grant.Owner == Transfer.Owner).ToItems();
        if (own.Count == 0)
        {
            return;
        }
        foreach (var grant in own)
        {
            _reserved[new(grant.Owner, grant.Line, ReservationOrigin.Backlog, grant.Attempt)] = grant.Quantity;
        }
        Remember(Transfer.DecideGranted(Transfer, sku, own.Select(grant => grant.ToContract()).ToItems()));
        var returning = Transfer.Returning.Select(grant => grant.Key.Attempt).ToHashSet();
        var taken = own.Select(grant => grant.Attempt).Where(attempt => !returning.Contains(attempt)).ToItems();
        Stock = Stock.WithSettled(sku, new(Transfer.Owner, taken, Settlement.TakenOver));
    }

    private static long Cancelled(Transfer transfer) => transfer.Lines.Values.Sum(line => line.Cancelled);

    private static long HeldOf(Transfer transfer, int line) => transfer.Reservations
        .Where(units => units.Key.Line == line && !units.HasLeft).Sum(units => units.Quantity);

    private static long UnitsIn(Transfer transfer, ShipmentId id) =>
        transfer.Reservations.Where(units => units.Shipment == id).Sum(units => units.Quantity);
}
