using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>The steps that several events share.</summary>
public sealed partial record Order
{
    private static ReservationKey KeyOf(Order order, AcceptedGrant grant) =>
        new(order.Number, grant.Line, ReservationOrigin.Backlog, grant.Attempt);

    private ReservationKey KeyOf(AcceptedGrant grant) => KeyOf(this, grant);

    private Order WithLine(int number, Func<OrderLine, OrderLine> change) =>
        this with { Lines = Lines.With(number, change) };

    private Order WithLines<T>(Items<T> parts, Func<T, int> lineOf, Func<OrderLine, T, OrderLine> change) =>
        this with { Lines = Lines.With(parts, lineOf, change) };

    private Order With(OrderLines lines) => ReferenceEquals(lines, Lines) ? this : this with { Lines = lines };

    private Order With(ShipmentId id, Func<OrderShipment, OrderShipment> change) =>
        this with { Shipments = Shipments.SetItem(id.Value, change(Shipments[id.Value])) };

    /// <summary>Takes allocations out; their units are undecided again.</summary>
    private Order Drop(Items<Allocation> dropped)
    {
        if (dropped.Count == 0)
        {
            return this;
        }
        var keys = dropped.Select(a => a.Key).ToHashSet();
        return WithLines(dropped, a => a.Line, (line, a) => line with { Undecided = line.Undecided + a.Quantity }) with
        {
            Allocations = Allocations.Where(a => !keys.Contains(a.Key)).ToItems(),
        };
    }

    /// <summary>Cuts allocations down; the line's own figures are the caller's affair.</summary>
    private Order Keep(Items<KeptUnits> kept, bool release = true)
    {
        if (kept.Count == 0)
        {
            return this;
        }
        var keep = kept.ToDictionary(units => units.Key, units => units.Keep);
        var cut = Allocations.Where(a => keep.ContainsKey(a.Key)).ToItems();
        return this with
        {
            Allocations = Allocations
                .Select(a => keep.TryGetValue(a.Key, out var units) ? a with { Quantity = units } : a)
                .Where(a => a.Quantity > 0).ToItems(),
            GivingUp = release
                ? [.. GivingUp, .. cut.Select(a => new ReleasedReservation(a.Key, a.StockItem, keep[a.Key]))]
                : GivingUp,
        };
    }

    /// <summary>No line stands by any more: what it waited for may not be wanted now.</summary>
    private Order EndStandBy() => With(Lines.Map(line => line.StandBy(false)));

    /// <summary>Remembers the first promise of lines that have their first allocation.</summary>
    private Order Promise() => With(Lines.Map(line => line.FirstPromise is null && PromiseOf(line.Line) is { } promise
        ? line with { FirstPromise = promise }
        : line));

    /// <summary>When what is held of a line arrives; null when nothing is, or when that is not known of all.</summary>
    private DateOnly? PromiseOf(int line)
    {
        DateOnly? latest = null;
        foreach (var allocation in Allocations.AsSpan())
        {
            if (allocation.Line == line && allocation.State == AllocationState.Held)
            {
                if (allocation.Arrival is not { } arrival)
                {
                    return null;
                }
                latest = latest is { } known && known > arrival ? known : arrival;
            }
        }
        return latest;
    }

    /// <summary>How many shipments may still be made is another number: the backlogs hear what that means for what
    /// waits.</summary>
    private OrderLines WaitAnewForShipments() => Policy.MaxShipments is null
        ? Lines
        : Lines.Map(line => line.Backordered > 0 ? line.Wait(line.Backordered) : line);

    /// <summary>Holds on to the date that a line counted against when the last of it left.</summary>
    private Order NoteWhatHasLeft() => this with
    {
        Lines = Lines.Map(line =>
        {
            var wanted = line.Quantity - line.Cancelled;
            var left = wanted > 0 && ShippedUnits(line.Line) == wanted;
            return left == line.HasLeft ? line : line with
            {
                HasLeft = left,
                ScheduledWhenLeft = left ? Scheduled(line) : null,
            };
        }),
    };

    /// <summary>Notes since when lines wait.</summary>
    private Order NoteWhoWaits(Order before, DateTimeOffset now) =>
        ReferenceEquals(Lines, before.Lines) ? this : With(Lines.Map(line =>
            line.Backordered > 0 == line.WaitsSince is not null ? line : line with
            {
                WaitsSince = line.Backordered > 0 ? now : null,
            }));

    /// <summary>Notes that the order, or an increase, has been decided, and that it has come to rest.</summary>
    private Order WithFirstDecision()
    {
        if (!Exists || Next(this) != FulfilmentStep.Rest)
        {
            return this;
        }
        if (FirstDecided || Rejection is not null)
        {
            return this with { Rounds = 0, Lines = Lines.Map(line => line.Grown(UnitsOf(line.Line))) };
        }
        return this with
        {
            Rounds = 0,
            FirstDecided = true,
            Lines = Lines.Map(line => line with { FirstAllocated = UnitsOf(line.Line) }),
        };
    }
}
