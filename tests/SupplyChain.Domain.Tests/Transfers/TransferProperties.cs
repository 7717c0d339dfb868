using CsCheck;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain.Transfers;

/// <summary>A transfer among stock, queue and shipments that answer as they like: no unit is lost or doubled.</summary>
public sealed class TransferProperties : RuleBook<Transfer, TransferEvent>
{
    private static readonly DemandOwner Owner = DemandOwner.Of("transfer", "T1");

    [Fact]
    public void Every_unit_of_a_line_is_in_one_place_whatever_happens() =>
        Gen.Int.Array[10, 120].Sample(rolls =>
        {
            var world = new WorldOfOne();
            foreach (var roll in rolls)
            {
                world.Step(new Random(roll));
                world.ShouldBeWhole();
            }
        }, iter: 500);

    private sealed record Around(long Version, ShipmentStatus Status, int Returns, Items<IssueGoodsLine> Issued);

    /// <summary>What is around the transfer, as simple as can be.</summary>
    private sealed class WorldOfOne
    {
        private readonly Dictionary<ReservationKey, long> _reserved = [];
        private readonly Dictionary<ShipmentId, Around> _shipments = [];
        private Transfer _transfer = Transfer.Evolve(
            Transfer.Initial, new TransferEvent.Requested("T1", "A", "B", [new("X", 20), new("Y", 5)], 3, null, "d"),
            Now);
        private int _attempt;
        private int _receipt;
        private long _putAway;

        public void Step(Random random)
        {
            switch (random.Next(12))
            {
                case < 3:
                    CarryOut(random);
                    break;
                case 3:
                    Do(Transfer.Decide(_transfer, new ReleaseTransfer(), Now));
                    break;
                case 4:
                    Grant(random);
                    break;
                case 5 when _reserved.Count > 0:
                    Drop(random);
                    break;
                case 6 when _shipments.Count > 0:
                    Ship(random);
                    break;
                case 7 when random.Next(4) == 0:
                    Do(Transfer.Decide(_transfer, new CancelTransfer("no"), Uncancellable(random)));
                    break;
                case 8 when random.Next(3) == 0:
                    Do(Transfer.Decide(_transfer, new LeaveWarehouse("A", random.Next(3)), Cancel(random)));
                    break;
                case 9:
                    Receive(random);
                    break;
                case > 9:
                    Hear(random);
                    break;
            }
        }

        public void ShouldBeWhole()
        {
            foreach (var line in _transfer.Details()!.Lines)
            {
                (line.Waiting + line.Reserved + line.Released + line.Shipped + line.Cancelled)
                    .Should().Be(line.Quantity, $"{line}");
                (line.Received + line.Short).Should().Be(line.Shipped - line.InTransit + line.Over, $"{line}");
                new[] { line.Waiting, line.Reserved, line.Released, line.Shipped, line.InTransit, line.Cancelled }
                    .Should().OnlyContain(units => units >= 0, $"{line}");
            }
            if (Transfer.Next(_transfer) == TransferStep.Rest)
            {
                _putAway.Should().Be(_transfer.Lines.Values.Sum(line => line.Received));
            }
            if (_shipments.Keys.All(IsHeard))
            {
                _transfer.Reservations.Where(units => !units.HasLeft)
                    .Should().NotContain(units => units.Quantity > _reserved[units.Key]);
            }
        }

        private void Do(Decision<TransferEvent> decision) => _transfer = decision.Aggregate(
            _transfer, (transfer, @event) => Transfer.Evolve(transfer, @event, Now));

        private void CarryOut(Random random)
        {
            switch (Transfer.Next(_transfer))
            {
                case TransferStep.ReleaseReservations:
                    var releasing = _transfer.Releasing;
                    foreach (var release in releasing.Where(release => _reserved.ContainsKey(release.Key)))
                    {
                        _reserved[release.Key] = Math.Min(_reserved[release.Key], release.Keep);
                    }
                    Do(Transfer.DecideReleased(_transfer, releasing));
                    break;
                case TransferStep.ReturnGrants:
                    var sku = _transfer.Returning[0].StockItem.Sku;
                    var attempts = _transfer.Returning.Where(grant => grant.StockItem.Sku == sku).ToList();
                    attempts.ForEach(grant => _reserved.Remove(grant.Key));
                    Do(Transfer.DecideReturned(_transfer, sku, attempts.Select(grant => grant.Key.Attempt).ToItems()));
                    break;
                case TransferStep.Queue:
                    Do(Transfer.DecideQueued(_transfer, _transfer.ToQueue().First().Command));
                    break;
                case TransferStep.PlanShipments:
                    var planned = _transfer.ShipmentsToPlan().First().Plan.Shipment;
                    var made = random.Next(4) > 0;
                    if (made)
                    {
                        _shipments[planned] = new(1, ShipmentStatus.Planned, 0, []);
                    }
                    Do(Transfer.DecidePlanned(_transfer, planned, made));
                    break;
                case TransferStep.TellShipments:
                    Do(Transfer.DecideTold(_transfer, _transfer.ShipmentsToTell().First().Plan.Shipment));
                    break;
                case TransferStep.WithdrawShipments:
                    var empty = _transfer.ShipmentsToWithdraw().First().Plan.Shipment;
                    _shipments[empty] = _shipments[empty] with { Status = ShipmentStatus.Cancelled };
                    Hear(empty);
                    break;
                case TransferStep.PutAway:
                    var receipt = _transfer.Receipts.First(one => !one.PutAway).Document;
                    _putAway += receipt.Lines.Sum(line => line.Quantity);
                    Do(Transfer.DecidePutAway(_transfer, receipt.Receipt));
                    break;
                case TransferStep.ReportArrival:
                    Do(Transfer.DecideArrivalReported(_transfer, _transfer.ShipmentsToReportArrivalOf().ToItems()));
                    break;
            }
        }

        private void Grant(Random random)
        {
            var line = _transfer.Lines[random.Next(1, 3)];
            var units = random.NextInt64(1, 8);
            var key = new ReservationKey(Owner, line.Line, ReservationOrigin.Backlog, ++_attempt);
            _reserved[key] = units;
            var why = new Why(SourcingRule.OnlyCandidate, [], System.Collections.Immutable
                .ImmutableSortedDictionary<RejectionReason, int>.Empty);
            Items<BacklogGrant> grants = [new(Owner, line.Line, "A", _attempt, units, null, why)];
            if (random.Next(5) == 0)
            {
                Drop(key, random.NextInt64(0, units)); // Reality is faster than the news.
            }
            Do(Transfer.DecideGranted(_transfer, line.Sku, grants));
        }

        private void Drop(Random random)
        {
            var (key, units) = _reserved.ElementAt(random.Next(_reserved.Count));
            if (units > 0)
            {
                Drop(key, random.NextInt64(0, units));
            }
        }

        private void Drop(ReservationKey key, long kept)
        {
            var lost = _reserved[key] - kept;
            _reserved[key] = kept;
            Do(Transfer.Decide(_transfer, new LoseReservations(
                new(_transfer.Lines[key.Line].Sku, "A"), [new(key, lost, kept)])));
        }

        private void Ship(Random random)
        {
            var (id, known) = _shipments.ElementAt(random.Next(_shipments.Count));
            var carried = _transfer.Reservations.Where(units => units.Shipment == id && !units.HasLeft)
                .Select(units => new IssueGoodsLine(units.Key, Math.Min(units.Quantity, _reserved[units.Key])))
                .Where(line => line.Quantity > 0).ToItems();
            _shipments[id] = known.Status switch
            {
                ShipmentStatus.Planned when random.Next(5) == 0 => known with { Status = ShipmentStatus.Cancelled },
                ShipmentStatus.Planned when carried.Count > 0 =>
                    known with { Status = ShipmentStatus.Dispatched, Issued = Take(carried, -1) },
                ShipmentStatus.Dispatched when random.Next(3) == 0 && _transfer.Receipts.Count == 0 =>
                    known with
                    {
                        Status = ShipmentStatus.Planned,
                        Returns = known.Returns + 1,
                        Issued = Back(known.Issued),
                    },
                _ => known,
            };
            if (random.Next(2) == 0)
            {
                Hear(id);
            }
        }

        /// <summary>What leaves is reserved no more, what comes back is again.</summary>
        private Items<IssueGoodsLine> Take(Items<IssueGoodsLine> lines, int sign)
        {
            foreach (var line in lines)
            {
                _reserved[line.Reservation] += sign * line.Quantity;
            }
            return lines;
        }

        private Items<IssueGoodsLine> Back(Items<IssueGoodsLine> lines)
        {
            Take(lines, 1);
            return [];
        }

        private void Hear(Random random)
        {
            if (_shipments.Count > 0)
            {
                Hear(_shipments.ElementAt(random.Next(_shipments.Count)).Key);
            }
        }

        private bool IsHeard(ShipmentId id) => Transfer.Decide(_transfer, id, Progress(id)).Count == 0;

        private void Hear(ShipmentId id) => Do(Transfer.Decide(_transfer, id, Progress(id)));

        private ShipmentProgress Progress(ShipmentId id)
        {
            var known = _shipments[id];
            return new(
                known.Version, known.Status, known.Issued.Count > 0, null, null, known.Issued, [], known.Returns);
        }

        private void Receive(Random random)
        {
            var lines = random.Next(3) == 0
                ? new Items<ReceiveTransferLine>()
                : [new(random.Next(1, 3), random.NextInt64(0, 9))];
            Do(Transfer.Decide(
                _transfer, new ReceiveTransfer($"R{++_receipt}", lines, Final: random.Next(3) == 0), "d", Now));
        }

        private HashSet<ShipmentId> Uncancellable(Random random)
        {
            var cancelled = Cancel(random);
            return _transfer.UndispatchedShipments().Where(id => !cancelled.Contains(id)).ToHashSet();
        }

        /// <summary>Shipments that can be cancelled are; the others have left or been picked.</summary>
        private HashSet<ShipmentId> Cancel(Random random)
        {
            var cancelled = _transfer.UndispatchedShipments().Where(id => random.Next(2) == 0
                && _shipments.TryGetValue(id, out var known) && known.Status == ShipmentStatus.Planned).ToHashSet();
            foreach (var id in cancelled)
            {
                _shipments[id] = _shipments[id] with { Status = ShipmentStatus.Cancelled };
            }
            return cancelled;
        }
    }
}
