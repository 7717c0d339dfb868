using System.Collections.Immutable;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

internal sealed partial class OrderWorld
{
    /// <summary>One thing that somebody wants or that happens, and the order at rest after it.</summary>
    public void Command(int kind)
    {
        switch (kind)
        {
            case 0:
                Amend();
                break;
            case 1:
                Cancel(new("no", Luck(70) ? Order.Lines.Keys.Where(_ => Luck(40)).ToItems() : null));
                break;
            case 2 or 3:
                Do(order => Order.Decide(order, new ReleaseOrder(), _scene.Now));
                break;
            case 4:
                Lose();
                break;
            case 5:
                Leave();
                break;
            case 6:
                Grant(Any(["PUMP", "HOSE"]));
                break;
            case 8:
                Void();
                break;
            case 9:
                Resource();
                break;
            case 7 when Order.Policy.ShipComplete:
                Claim();
                break;
            default:
                Report();
                break;
        }
        ComeToRest();
        ShouldBeAbsolute();
    }

    /// <summary>Sourced again on whatever stock there may be: no line has less than before, at no moment.</summary>
    private void Resource()
    {
        var stock = new StockPicture(
            ImmutableDictionary<Sku, ProductPicture>.Empty.Add("PUMP", Any()).Add("HOSE", Any()),
            Warehouses.ToImmutableDictionary(
                id => id, id => new SourcingWarehouse(id, new(50 + _chance.Next(9), 8), _chance.Next(1, 3))));
        var before = Held();
        Do(order => Order.Decide(order, new ResourceOrder(), stock, DateOnly.FromDateTime(_scene.Now.Date)));
        while (Order.Next(Order) is FulfilmentStep.Move or FulfilmentStep.GiveUpReservations)
        {
            Held().Should().BeEquivalentTo(before);
            Take(Order.Next(Order), granting: false);
        }
        Held().Should().BeEquivalentTo(before);

        Dictionary<int, long> Held() => Order.Lines.Keys.ToDictionary(line => line, line => Order.Allocations
            .Where(held => held.Line == line && held.State == AllocationState.Held).Sum(held => held.Quantity));

        ProductPicture Any() => new(
            [.. Warehouses.Select(id => new StockCandidate(id, _chance.Next(20), Luck(10), Luck(90)))],
            ImmutableSortedDictionary<RejectionReason, int>.Empty, 2, ProductPicture.EmptyQueue);
    }

    private void Amend()
    {
        var line = Luck(85) || Order.Lines.Count > 5 ? Any(Order.Lines.Keys.ToList()) : Order.Lines.Keys.Max() + 1;
        var amend = new AmendOrder(
            RequestedBy: Luck(20) ? DateOnly.FromDateTime(_scene.Now.Date).AddDays(_chance.Next(9)) : null,
            Priority: Luck(30) ? _chance.Next(1, 6) : null,
            Lines:
            [
                Order.Lines.ContainsKey(line)
                    ? new AmendOrderLine(line, _chance.Next(0, 16))
                    : new AmendOrderLine(line, _chance.Next(1, 9), Sku: Any<Sku>(["PUMP", "HOSE"])),
            ],
            ClearRequestedBy: false);
        var shipTo = Luck(10) ? Address with { Country = "DE" } : null;
        Do(order => Order.Decide(order, amend, shipTo));
    }

    /// <summary>What the order shows, sent back, changes nothing; neither does the same cancellation again.</summary>
    private void ShouldBeAbsolute()
    {
        var shown = Order.Details(new("FR"));
        var same = new AmendOrder(
            shown.RequestedBy, null, shown.Priority,
            shown.Lines.Select(line => new AmendOrderLine(
                line.Line, line.Quantity, line.RequestedBy, line.RequestedBy is null, line.Sku, line.Warehouse,
                line.Value, line.Warehouse is null, line.Value is null)).ToItems(),
            shown.RequestedBy is null);
        Do(order => Order.Decide(order, same, Order.ShipTo)).Should().BeEmpty("it is so already");
    }

    private void Cancel(CancelOrder command)
    {
        var picked = Order.ShipmentsToCancel(command)
            .Where(id => _shipments[id].Status() > ShipmentStatus.Planned).ToHashSet();
        if (Order.Decide(Order, command, picked).Accepted)
        {
            CancelShipments(Order.ShipmentsToCancel(command)).Should().BeEquivalentTo(picked);
        }
        var cancelled = Do(order => Order.Decide(order, command, picked)).Accepted;
        if (cancelled)
        {
            Do(order => Order.Decide(order, command, picked)).Accepted.Should().BeTrue("again is no other wish");
        }
    }

    private void WithdrawShipments()
    {
        var (cancelled, staying) = (new List<ShipmentId>(), new List<ShipmentId>());
        foreach (var shipment in Order.ShipmentsToWithdraw().ToList())
        {
            var command = Order.IsEmpty(shipment)
                ? new CancelShipment("no")
                : CancelShipment.IfStillPlanned("no");
            var done = Tell(shipment.Plan.Id, state => Shipment.Decide(state, command));
            (done ? cancelled : staying).Add(shipment.Plan.Id);
        }
        Do(order => Order.DecideWithdrawn(order, cancelled, staying));
    }

    private List<ShipmentId> CancelShipments(IEnumerable<ShipmentId> shipments) => shipments
        .Where(id => !Tell(id, shipment => Shipment.Decide(shipment, CancelShipment.IfStillPlanned("no"))))
        .ToList();

    /// <summary>A stock item drops units; sometimes they leave with a shipment before the order hears of it.</summary>
    private void Lose()
    {
        if (_reserved.Count == 0)
        {
            return;
        }
        var (key, held) = Any(_reserved.ToList());
        var kept = _chance.NextInt64(held);
        Keep(key, kept);
        var allocation = Order.Allocations.Single(a => a.Key == key);
        if (allocation.Shipment is { } id && Luck(30))
        {
            Report(id, MilestoneKind.Dispatched);
        }
        var command = new LoseReservations(allocation.StockItem, [new DroppedReservation(key, held - kept, kept)]);
        Do(order => Order.Decide(order, command));
        Do(order => Order.Decide(order, command)).Should().BeEmpty("it has heard that");
    }

    private void Leave()
    {
        var command = new LeaveWarehouse(Any(Warehouses), _chance.Next(1, 3));
        var shipments = Order.ShipmentsFrom(command.Warehouse);
        var staying = CancelShipments(shipments);
        Do(order => Order.Decide(order, command, shipments.Except(staying).ToList()));
        Do(order => Order.Decide(order, command, [])).Should().BeEmpty("it has left");
    }

    /// <summary>The backlog reserves units for waiting lines, sometimes too many, and says so twice.</summary>
    private void Grant(Sku sku)
    {
        var grants = Order.Lines.Values
            .Where(line => line.Sku == sku && line.Backordered > 0 && Luck(50))
            .Select(line => Offer(line, _chance.NextInt64(1, line.Backordered + 3))).ToItems();
        Do(order => Order.DecideGranted(order, sku, grants));
        Do(order => Order.DecideGranted(order, sku, grants)).Should().BeEmpty("it knows those grants");
    }

    private void Claim()
    {
        var claimed = Order.Lines.Values
            .Where(line => line.Backordered > 0 && Luck(80))
            .Select(line => (line.Sku, Offer(line, line.Backordered + _chance.Next(2)))).ToList();
        Do(order => Order.DecideClaimed(order, claimed));
        var short_ = Order.Lines.Values
            .Where(line => line.Backordered > 0 && Luck(50)).Select(line => line.Line).ToList();
        Do(order => Order.DecideFoundShort(order, short_));
    }

    private LineGrant Offer(OrderLine line, long units)
    {
        var grant = new LineGrant(Order.Number, line.Line, Any(Warehouses), ++_grants, units, null, OrderRules.Only);
        _reserved[new(Order.Number, line.Line, ReservationOrigin.Backlog, grant.Attempt)] = units;
        return grant;
    }

    private void PlanShipments()
    {
        var (planned, refused) = (new List<ShipmentId>(), new List<ShipmentId>());
        foreach (var shipment in Order.Shipments.Values.Where(s => s.State == OrderShipmentState.Planning))
        {
            var id = shipment.Plan.Id;
            var plan = Order.PlanOf(shipment, null);
            (Luck(85) && Tell(id, state => Shipment.Decide(state, plan, _scene.Now)) ? planned : refused).Add(id);
        }
        Do(order => Order.DecidePlanned(order, planned.ToItems(), refused.ToItems()));
    }

    private void FlagShipments()
    {
        var flagged = Order.Shipments.Values.Where(shipment => shipment.Flag is not null).ToList();
        foreach (var shipment in flagged)
        {
            Tell(shipment.Plan.Id, state => Shipment.Decide(state, shipment.Flag!.ToContract()));
        }
        Do(order => Order.DecideFlagged(order, flagged.Select(shipment => shipment.Plan.Id).ToItems()));
    }

    private void Report()
    {
        var all = _shipments.Where(known => known.Value.Plan is not null).Select(known => known.Key).ToList();
        if (all.Count > 0)
        {
            Report(Any(all), Any(Enum.GetValues<MilestoneKind>()));
        }
    }

    private void Report(ShipmentId id, MilestoneKind kind)
    {
        var milestone = new RecordMilestone($"M-{_chance.Next(1000)}", kind, _scene.Now.AddDays(_chance.Next(9)))
        {
            Lines = kind == MilestoneKind.Delivered && Luck(50) ? Part(_shipments[id]) : [],
        };
        Tell(id, shipment => Shipment.Decide(shipment, milestone, _scene.Now));
        SettleGoods(id);
    }

    private Items<DeliveredLine> Part(Shipment shipment) => shipment.Lines()
        .Where(line => line.Quantity > 0 && Luck(70))
        .Select(line => new DeliveredLine(line.Line, _chance.NextInt64(line.Quantity + 1))).ToItems();

    private void Void()
    {
        var all = _shipments.Where(known => !known.Value.Milestones.IsEmpty).Select(known => known.Key).ToList();
        if (all.Count > 0)
        {
            var id = Any(all);
            var milestone = Any(_shipments[id].Milestones.Values.Select(reported => reported.Milestone.Id).ToList());
            Tell(id, shipment => Shipment.Decide(shipment, new VoidMilestone(milestone, "wrong scan")));
            SettleGoods(id);
        }
    }

    private void SettleGoods(ShipmentId id)
    {
        if (_shipments[id].NeedsReversal())
        {
            foreach (var line in _shipments[id].Issue!.Lines)
            {
                _reserved[line.Reservation] = _reserved.GetValueOrDefault(line.Reservation) + line.Quantity;
            }
            Tell(id, Shipment.DecideReversed);
        }
        if (_shipments[id].NeedsIssue())
        {
            var issued = _shipments[id].Plan!.Lines
                .Select(line => new IssuedUnits(
                    line.Reservation, Math.Min(line.Quantity, _reserved.GetValueOrDefault(line.Reservation))))
                .Where(line => line.Quantity > 0).ToItems();
            foreach (var line in issued)
            {
                Keep(line.Reservation, _reserved[line.Reservation] - line.Quantity);
            }
            Tell(id, shipment => Shipment.DecideIssued(shipment, issued));
        }
        var progress = _shipments[id].Progress()!;
        Do(order => Order.Decide(order, id, progress));
        Do(order => Order.Decide(order, id, progress)).Should().BeEmpty("it knows that");
    }

    private bool Tell(ShipmentId id, Func<Shipment, Decision<ShipmentEvent>> decide)
    {
        var outcome = new Scene<Shipment, ShipmentEvent>(
            _shipments.GetValueOrDefault(id, Shipment.Initial), _scene.Now).When(decide);
        _shipments[id] = outcome.Scene.State;
        return outcome.Decision.Accepted;
    }
}
