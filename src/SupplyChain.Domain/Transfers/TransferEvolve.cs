using System.Collections.Immutable;
using System.Diagnostics;
using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using static SupplyChain.Transfers.TransferEvent;

namespace SupplyChain.Transfers;

/// <summary>What a transfer remembers of each event.</summary>
public sealed partial record Transfer
{
    /// <inheritdoc/>
    public static Transfer Evolve(Transfer state, TransferEvent @event, DateTimeOffset recordedAt)
    {
        var next = @event switch
        {
            Requested requested => state.Begin(requested, recordedAt),
            Queued queued => state.WithLines(queued.Lines, told => told.Line,
                (line, told) => line with { QueuedTicket = told.Ticket }),
            GrantsAccepted accepted => accepted.Grants.Aggregate(state, (transfer, grant) => transfer.Accept(grant)),
            GrantsReturned returned => state with
            {
                Returning = state.Returning.Where(grant =>
                    grant.StockItem.Sku != returned.Sku || !returned.Attempts.Contains(grant.Key.Attempt)).ToItems(),
            },
            ReservationsLost lost => lost.Lost.Aggregate(state, (transfer, loss) => transfer.Lose(loss)),
            LeftWarehouse left => state.Leave(left),
            ReservationsReleased released => state with
            {
                Releasing = state.Releasing.Where(one => !released.Reservations.Contains(one.Key)).ToItems(),
            },
            Released released => state.TakeRelease(released),
            ShipmentPlanned planned => state.With(planned.Shipment, shipment => shipment with
            {
                State = TransferShipmentState.Planned,
            }),
            ShipmentRenumbered renumbered => state.Renumber(renumbered),
            ShipmentTold told => state.With(told.Shipment, shipment => shipment with { Lost = [] }),
            ShipmentCancelled cancelled => state.Unship(cancelled.Shipment),
            Shipped shipped => state.Depart(shipped),
            ShipmentReturned returned => state.TakeBack(returned),
            Received received => state.Receive(received),
            TransferEvent.PutAway put => state with
            {
                Receipts = state.Receipts.Select(receipt => receipt.Document.Receipt == put.Receipt
                    ? receipt with { PutAway = true }
                    : receipt).ToItems(),
            },
            ArrivalReported reported => reported.Shipments.Aggregate(state, (transfer, id) =>
                transfer.With(id, shipment => shipment with { ArrivalReported = true })),
            Cancelled cancelled => (state with { Cancellation = cancelled }).CancelWhatStays(),
            _ => throw new UnreachableException($"{@event}"),
        };
        return next with { Version = state.Version + 1 };
    }

    private Transfer Begin(Requested requested, DateTimeOffset at) => this with
    {
        Document = requested,
        RequestedAt = at,
        Lines = requested.Lines
            .Select((line, index) => new TransferLine(index + 1, line.Sku, line.Quantity).Wait(line.Quantity))
            .ToImmutableSortedDictionary(line => line.Line, line => line),
    };

    /// <summary>Takes a grant over. What it does not take goes back; a line that got less than was granted tells the
    /// queue again what waits.</summary>
    private Transfer Accept(GrantedUnits grant)
    {
        var (key, line) = (KeyOf(grant.Line, grant.Attempt), Lines[grant.Line]);
        var item = Source(line.Sku);
        var next = this with
        {
            LostAhead = LostAhead.Where(loss => loss.Key != key).ToItems(),
            LastClosing = grant.Taken > 0 ? null : LastClosing,
        };
        next = next.WithLine(grant.Line, found => (grant.Taken < grant.Quantity
            ? found.Wait(found.Waiting - grant.Taken)
            : found with { Waiting = found.Waiting - grant.Taken }) with
        { GrantSeen = grant.Attempt });
        if (grant.Taken == 0)
        {
            return next with { Returning = [.. next.Returning, new(item, key)] };
        }
        return next with
        {
            Reservations = [.. next.Reservations, new(key, line.Sku, grant.Taken)],
            Releasing = grant.Taken < grant.Quantity
                ? [.. next.Releasing, new(key, item, grant.Taken)]
                : next.Releasing,
        };
    }

    private Transfer Lose(ReservationLoss loss)
    {
        if (Held(loss.Key) is not { } held)
        {
            return this with { LostAhead = [.. LostAhead.Where(known => known.Key != loss.Key), loss] };
        }
        var next = Keep(held, loss.Kept).WaitAgain(held.Key.Line, held.Quantity - loss.Kept);
        return held.Shipment is { } id
            ? next.With(id, shipment => shipment with { Lost = [.. shipment.Lost, loss] })
            : next;
    }

    private Transfer Leave(LeftWarehouse left)
    {
        var held = left.Reservations.Select(key => Held(key)!).ToItems();
        var lines = held.Select(units => units.Key.Line).Distinct().ToItems();
        return held.Aggregate(this, (transfer, units) => transfer.GiveBack(units).WaitAgain(
            units.Key.Line, units.Quantity)) with
        { LastClosing = new(left.Closing, lines) };
    }

    private Transfer TakeRelease(Released released) => this with
    {
        ShipmentNumbers = ShipmentNumbers + 1,
        Shipments = Shipments.SetItem(released.Shipment.Value, new(released, TransferShipmentState.Planning)),
        Reservations = Reservations.Select(units => released.Reservations.Contains(units.Key)
            ? units with { Shipment = released.Shipment }
            : units).ToItems(),
    };

    private Transfer Renumber(ShipmentRenumbered renumbered)
    {
        var shipment = Shipments[renumbered.Taken.Value];
        return this with
        {
            ShipmentNumbers = ShipmentNumbers + 1,
            Shipments = Shipments.Remove(renumbered.Taken.Value).SetItem(renumbered.Instead.Value, shipment with
            {
                Plan = shipment.Plan with { Shipment = renumbered.Instead },
            }),
            Reservations = Reservations.Select(units => units.Shipment == renumbered.Taken
                ? units with { Shipment = renumbered.Instead }
                : units).ToItems(),
        };
    }

    private Transfer Unship(ShipmentId id)
    {
        var next = With(id, shipment => shipment with { State = TransferShipmentState.Cancelled, Lost = [] }) with
        {
            Reservations = Reservations
                .Select(units => units.Shipment == id ? units with { Shipment = null } : units).ToItems(),
        };
        return Cancellation is null ? next : next.CancelWhatStays();
    }

    /// <summary>What did not leave although it was to waits again: reality had taken it.</summary>
    private Transfer Depart(Shipped shipped)
    {
        var left = shipped.Units.ToDictionary(units => units.Reservation, units => units.Quantity);
        var carried = Reservations.Where(units => units.Shipment == shipped.Shipment).ToItems();
        var next = this with
        {
            Reservations = Reservations
                .Select(units => units.Shipment != shipped.Shipment ? units
                    : units with { HasLeft = true, Quantity = left.GetValueOrDefault(units.Key) })
                .Where(units => units.Quantity > 0).ToItems(),
        };
        next = carried.Aggregate(next, (transfer, units) =>
            transfer.WaitAgain(units.Key.Line, units.Quantity - left.GetValueOrDefault(units.Key)));
        return next.With(shipped.Shipment, shipment => shipment with
        {
            State = TransferShipmentState.Left,
            LeftAt = shipped.OccurredAt,
            Lost = [],
        });
    }

    private Transfer TakeBack(ShipmentReturned returned)
    {
        var next = With(returned.Shipment, shipment => shipment with
        {
            State = shipment.State == TransferShipmentState.Left ? TransferShipmentState.Planned : shipment.State,
            LeftAt = null,
            Reversals = returned.Returns,
            ArrivalReported = false,
        }) with
        {
            Reservations = Reservations.Select(units => units.Shipment == returned.Shipment
                ? units with { HasLeft = false }
                : units).ToItems(),
        };
        var lost = next.LostAhead.Where(loss => next.Held(loss.Key) is not null).ToItems();
        return lost.Aggregate(
            next with { LostAhead = next.LostAhead.Where(loss => !lost.Contains(loss)).ToItems() },
            (transfer, loss) => transfer.Lose(loss));
    }

    private Transfer Receive(Received received)
    {
        var nothing = received.Lines.All(line => line.Quantity == 0);
        return (this with { Receipts = [.. Receipts, new(received, PutAway: nothing)] })
            .WithLines(received.Lines, line => line.Line,
                (line, arrived) => line with { Received = line.Received + arrived.Quantity })
            .WithLines(received.Short, line => line.Line,
                (line, missing) => line with { Short = line.Short + missing.Quantity });
    }

    /// <summary>What waits and what is reserved without a shipment will not go.</summary>
    private Transfer CancelWhatStays()
    {
        var free = Reservations.Where(units => units is { HasLeft: false, Shipment: null }).ToItems();
        var next = free.Aggregate(this, (transfer, units) => transfer.GiveBack(units).WithLine(
            units.Key.Line, line => line with { Cancelled = line.Cancelled + units.Quantity }));
        return next.WithLines(next.Lines.Values.Where(line => line.Waiting > 0).ToItems(), line => line.Line,
            (line, _) => line.Wait(0) with { Cancelled = line.Cancelled + line.Waiting }) with
        { LastClosing = null };
    }

    /// <summary>Units that are reserved no more wait for others; of a cancelled transfer they will not go.</summary>
    private Transfer WaitAgain(int line, long units) => units == 0 ? this : WithLine(line, found => Cancellation is null
        ? found.Wait(found.Waiting + units)
        : found with { Cancelled = found.Cancelled + units });

    /// <summary>The source gets a reservation back; the line's own figures are the caller's affair.</summary>
    private Transfer GiveBack(TransferReservation held) => Keep(held, 0) with
    {
        Releasing = [.. Releasing, new(held.Key, Source(held.Sku), 0)],
    };

    private Transfer Keep(TransferReservation held, long units) => this with
    {
        Reservations = Reservations.Select(one => one.Key == held.Key ? one with { Quantity = units } : one)
            .Where(one => one.Quantity > 0).ToItems(),
    };

    private TransferReservation? Held(ReservationKey key) =>
        Reservations.FirstOrDefault(units => units.Key == key && !units.HasLeft);

    private ReservationKey KeyOf(int line, int attempt) => new(Owner, line, ReservationOrigin.Backlog, attempt);

    private Transfer WithLine(int number, Func<TransferLine, TransferLine> change) =>
        this with { Lines = Lines.SetItem(number, change(Lines[number])) };

    private Transfer WithLines<T>(
        Items<T> parts, Func<T, int> lineOf, Func<TransferLine, T, TransferLine> change) =>
        parts.Aggregate(this, (transfer, part) => transfer.WithLine(lineOf(part), line => change(line, part)));

    private Transfer With(ShipmentId id, Func<TransferShipment, TransferShipment> change) =>
        this with { Shipments = Shipments.SetItem(id.Value, change(Shipments[id.Value])) };
}
