using System.Diagnostics;
using SupplyChain.Inventory;
using SupplyChain.Shipments;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>What an order remembers.</summary>
public sealed partial record Order
{
    /// <inheritdoc/>
    public static Order Evolve(Order state, OrderEvent @event, DateTimeOffset recordedAt)
    {
        var next = @event switch
        {
            Placed placed => Remember(placed, recordedAt),
            AllocationProposed proposed => state.Propose(proposed),
            Allocated allocated => state.Settle(allocated.Units),
            AllocationAbandoned abandoned => state.Abandon([.. abandoned.Reserved]),
            MoveProposed proposed => state.ProposeMove(proposed),
            AllocationMoved => state.Move(),
            MoveAbandoned abandoned => state.AbandonMove([.. abandoned.Reserved]),
            Backordered backordered => state.WithLines(backordered.Lines, unit => unit.Line, (line, unit) =>
                line.Wait(line.Backordered + unit.Quantity) with { Undecided = line.Undecided - unit.Quantity }),
            FoundShort found => state with
            {
                Lines = state.Lines.Map(line => line.StandBy(!found.Lines.Contains(line.Line))),
            },
            Queued queued => state.WithLines(queued.Lines, ticket => ticket.Line, (line, ticket) =>
                line with { QueuedTicket = Math.Max(line.QueuedTicket, ticket.Ticket) }),
            GrantsAccepted granted => state.Take(granted),
            GrantsReturned returned => state with
            {
                Returning = state.Returning.Where(grant =>
                    grant.StockItem.Sku != returned.Sku || !returned.Attempts.Contains(grant.Key.Attempt)).ToItems(),
            },
            Rejected rejected => state.Reject(rejected),
            LinesAdded added => state.Add(added),
            Amended amended => state.Amend(amended).NoteWhatHasLeft(),
            IncreaseWithdrawn withdrawn => state.WithLines(withdrawn.Lines, units => units.Line, (line, units) =>
                line.Withdraw(units.Units)).EndStandBy(),
            Cancelled cancelled => state.Cancel(cancelled).NoteWhatHasLeft(),
            ReservationsReleased released => state with
            {
                GivingUp = state.GivingUp.Where(release => !released.Keys.Contains(release.Key)).ToItems(),
            },
            Released released => state.TakeRelease(released),
            ShipmentsPlanned planned => state.Plan(planned),
            ShipmentCancelled cancelled => state.Unship(cancelled.Shipment),
            ShipmentsStay stay => stay.Shipments.Aggregate(
                state, (order, id) => order.With(id, shipment => shipment with { Stays = true })),
            ShipmentsRevised revised => revised.Shipments.Aggregate(
                state, (order, id) => order.With(id, shipment => shipment with { Terms = order.TermsOf(shipment) })),
            Shipped shipped => state.WithShipped(shipped).NoteWhatHasLeft(),
            ShipmentReturned returned => state.TakeBack(returned).NoteWhatHasLeft(),
            Delivered delivered => state.With(delivered.Shipment, shipment => shipment with
            {
                DeliveredAt = delivered.OccurredAt,
                Outcome = delivered.Lines,
            }),
            ReservationsLost lost => state.Lose(lost),
            ShipmentsFlagged flagged => flagged.Shipments.Aggregate(
                state, (order, id) => order.With(id, shipment => shipment with { Flag = null })),
            LeftWarehouse left => state.LeaveWarehouse(left),
            _ => throw new UnreachableException($"{@event}"),
        };
        return next.NoteWhoWaits(state, recordedAt).WithFirstDecision() with { Version = state.Version + 1 };
    }

    private Order Add(LinesAdded added) => this with
    {
        Lines = Lines.Add(added.Lines.Select(line => OrderLine.Of(line, firstOrdered: 0).Grow(line.Quantity, 0))),
    };

    private Order Propose(AllocationProposed proposed)
    {
        var allocations = new Allocation[Allocations.Count + proposed.Units.Count];
        Allocations.AsSpan().CopyTo(allocations);
        var (next, newest) = (Allocations.Count, 0);
        foreach (var unit in proposed.Units.AsSpan())
        {
            allocations[next++] = new(
                new(Number, unit.Line, ReservationOrigin.Owner, unit.Attempt),
                unit.Sku, unit.Warehouse, unit.Quantity, unit.Arrival, unit.Why, AllocationState.Proposed);
            newest = Math.Max(newest, unit.Attempt);
        }
        return this with
        {
            Lines = Lines.With(proposed.Units, static unit => unit.Line, static (line, unit) =>
                line with { Undecided = line.Undecided - unit.Quantity }),
            Allocations = new(allocations),
            Attempt = newest,
            Rounds = Rounds + 1,
        };
    }

    /// <summary>Proposals that were reserved are held; the others are undecided again.</summary>
    private Order Settle(Items<AllocatedUnits> reserved)
    {
        var settled = new List<Allocation>(Allocations.Count);
        var lines = Lines;
        foreach (var allocation in Allocations.AsSpan())
        {
            if (allocation.State != AllocationState.Proposed)
            {
                settled.Add(allocation);
            }
            else if (IsAmong(reserved, allocation.Key.Attempt))
            {
                settled.Add(allocation with { State = AllocationState.Held });
                lines = lines.With(allocation.Line, line =>
                    line.Lost == 0 ? line : line with { Lost = Math.Max(0, line.Lost - allocation.Quantity) });
            }
            else
            {
                lines = lines.With(allocation.Line, line =>
                    line with { Undecided = line.Undecided + allocation.Quantity });
            }
        }
        return (this with { Lines = lines, Allocations = settled.ToItems() }).Promise();
    }

    private static bool IsAmong(Items<AllocatedUnits> reserved, int attempt)
    {
        foreach (var units in reserved.AsSpan())
        {
            if (units.Attempt == attempt)
            {
                return true;
            }
        }
        return false;
    }

    private Order Abandon(HashSet<int> reserved)
    {
        var proposed = Allocations.Where(a => a.State == AllocationState.Proposed).ToItems();
        return Drop(proposed) with
        {
            GivingUp =
            [
                .. GivingUp,
                .. proposed.Where(a => reserved.Contains(a.Key.Attempt))
                    .Select(a => new ReleasedReservation(a.Key, a.StockItem, 0)),
            ],
        };
    }

    private Order Take(GrantsAccepted granted)
    {
        var taken = granted.Grants.Where(grant => grant.Taken > 0).Select(grant => new Allocation(
            KeyOf(grant), granted.Sku, grant.Warehouse, grant.Taken, grant.Arrival, grant.Why, AllocationState.Held));
        var partly = granted.Grants.Where(grant => grant.Taken > 0 && grant.Taken < grant.Offered)
            .Select(grant => new ReleasedReservation(KeyOf(grant), new(granted.Sku, grant.Warehouse), grant.Taken));
        var returned = granted.Grants.Where(grant => grant.Taken == 0)
            .Select(grant => new ReturnedGrant(new(granted.Sku, grant.Warehouse), KeyOf(grant)));
        var keys = granted.Grants.Select(KeyOf).ToHashSet();
        var order = WithLines(granted.Grants, grant => grant.Line, (line, grant) => line.Take(grant));
        return (order with
        {
            Allocations = [.. Allocations, .. taken],
            GivingUp = [.. GivingUp, .. partly],
            Returning = [.. Returning, .. returned],
            LostAhead = LostAhead.Where(drop => !keys.Contains(drop.Key)).ToItems(),
        }).Promise();
    }

    private Order Reject(Rejected rejected) => Drop(Allocations) with
    {
        Rejection = rejected,
        GivingUp = [.. GivingUp, .. Allocations.Select(a => new ReleasedReservation(a.Key, a.StockItem, 0))],
        Lines = Lines.Map(line => (line.Backordered > 0 ? line.Wait(0) : line) with { Undecided = 0 }),
    };

    private Order Amend(Amended amended) => (Keep(amended.Kept) with
    {
        Priority = amended.Priority,
        RequestedBy = amended.RequestedBy,
        ShipTo = amended.ShipTo,
        Lines = WithLines(amended.Lines, line => line.Line, (line, change) =>
            (change.Backordered > 0 || line.Backordered > 0 ? line.Wait(change.Backordered) : line) with
            {
                Quantity = change.Quantity,
                Cancelled = change.Cancelled,
                ClosedShort = Math.Min(line.ClosedShort, change.Cancelled),
                Undecided = change.Undecided,
                RequestedBy = change.RequestedBy,
            }).WithLines(amended.Lines, line => line.Line, (line, change) =>
                line.Grow(change.Quantity - Lines[line.Line].Quantity, Of(line.Line).Sum(a => a.Quantity))).Lines,
    }).EndStandBy();

    private Order Cancel(Cancelled cancelled) => (Keep(cancelled.Kept) with
    {
        Lines = WithLines(cancelled.Lines, line => line.Line, (line, cut) =>
            (cut.FromBackordered > 0 ? line.Wait(line.Backordered - cut.FromBackordered) : line) with
            {
                Cancelled = line.Cancelled + cut.Units,
                ClosedShort = line.ClosedShort + (cancelled.OnBehalfOf == OrderParty.Customer ? 0 : cut.Units),
                Undecided = line.Undecided - cut.FromUndecided,
            }).Lines,
    }).EndStandBy();

    private Order Lose(ReservationsLost lost)
    {
        var order = this;
        foreach (var drop in lost.Lost)
        {
            if (order.Allocations.FirstOrDefault(a => a.Key == drop.Key) is not { } held)
            {
                order = order with { LostAhead = [.. order.LostAhead.Where(known => known.Key != drop.Key), drop] };
                continue;
            }
            order = order.Keep([new(drop.Key, drop.Kept)], release: false);
            order = order.WithLine(held.Line, line => line with
            {
                Undecided = line.Undecided + held.Quantity - drop.Kept,
                Lost = line.Lost + held.Quantity - drop.Kept,
            });
            if (held.Shipment is { } id && order.Shipments[id.Value].Undispatched)
            {
                order = order.With(id, shipment => shipment with
                {
                    Flag = new(ShipmentFlag.Short, [.. shipment.Flag?.Lost ?? [], drop]),
                    Stays = false, // It may be empty now, and then it goes although it is picked.
                });
            }
        }
        return order;
    }

    private Order LeaveWarehouse(LeftWarehouse left)
    {
        var moved = Allocations.Where(a => left.Moved.Contains(a.Key)).ToItems();
        var lines = moved.Select(a => a.Line).Distinct();
        var before = Leaves.FirstOrDefault(leave => leave.Warehouse == left.Warehouse && leave.Closing == left.Closing);
        // A pinned line is told about otherwise: it waits for its warehouse, not for units.
        return Drop(moved).WithLines(moved, a => a.Line, (line, a) =>
            line.Pinned is null ? line with { Lost = line.Lost + a.Quantity } : line) with
        {
            GivingUp = [.. GivingUp, .. moved.Select(a => new ReleasedReservation(a.Key, a.StockItem, 0))],
            Leaves =
            [
                .. Leaves.Where(leave => leave.Warehouse != left.Warehouse),
                new(left.Warehouse, left.Closing, [.. before?.Lines.Union(lines) ?? lines]),
            ],
        };
    }
}
