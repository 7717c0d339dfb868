using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using SupplyChain.Network;
using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Inventory;

/// <summary>
/// One product in one warehouse. 0 ≤ reserved ≤ on hand after every event; a reservation never takes units that are not
/// there.
/// </summary>
public sealed partial record StockItem : IAggregate<StockItem, StockEvent>
{
    /// <summary>How long a closed attempt is remembered: far longer than any reservation's deadline.</summary>
    public static readonly TimeSpan AttemptMemory = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public static string Kind => "stock";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static StockItem Initial { get; } = new();

    /// <summary>Units in the warehouse.</summary>
    public long OnHand { get; init; }

    /// <summary>Units of them that belong to demands.</summary>
    public long Reserved { get; init; }

    /// <summary>Whether it was marked as rationed, as release 0.1 did. Whether it is, the product's queue
    /// says.</summary>
    public bool Rationed { get; init; }

    /// <summary>The reservations.</summary>
    [JsonConverter(typeof(ByReservation<Reservation>))]
    public ImmutableDictionary<ReservationKey, Reservation> Reservations { get; init; } =
        ImmutableDictionary<ReservationKey, Reservation>.Empty;

    /// <summary>Attempts that are over, by sequence; forgotten after <see cref="AttemptMemory"/>.</summary>
    public ImmutableDictionary<ReservationSequence, ClosedAttempt> Closed { get; init; } =
        ImmutableDictionary<ReservationSequence, ClosedAttempt>.Empty;

    /// <summary>The same in the order they were closed, to forget the oldest first.</summary>
    public ImmutableQueue<ClosedAttempt> ClosedInOrder { get; init; } = [];

    /// <summary>Dropped reservations whose owners have not heard of it.</summary>
    [JsonConverter(typeof(ByReservation<ReservationLoss>))]
    public ImmutableDictionary<ReservationKey, ReservationLoss> Dropped { get; init; } =
        ImmutableDictionary<ReservationKey, ReservationLoss>.Empty;

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>Units that are not reserved.</summary>
    public long Available => OnHand - Reserved;

    /// <summary>The level as others see it.</summary>
    /// <param name="id">The stock item.</param>
    /// <param name="isRationed">Whether lines wait for the product.</param>
    public StockLevel Level(StockItemId id, bool isRationed) =>
        new(id.Sku, id.Warehouse, OnHand, Reserved, isRationed, Version);

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(StockItem state) =>
        state.Dropped.IsEmpty ? SupplyChain.UnfinishedWork.None : SupplyChain.UnfinishedWork.Handover;

    /// <inheritdoc/>
    public static StockItem Evolve(StockItem state, StockEvent @event, DateTimeOffset recordedAt)
    {
        var next = @event switch
        {
            Moved moved => state.Move(moved, recordedAt),
            StockEvent.Reserved reserved => state.Hold(reserved),
            ReservationReduced reduced => state.Reduce(reduced.Key, reduced.Kept, recordedAt),
            ReservationsDropped dropped => state.Drop(dropped, recordedAt),
            DropsConfirmed confirmed => state with
            {
                Dropped = state.Dropped.RemoveRange(confirmed.Keys),
            },
            StockEvent.Rationed => state with { Rationed = true },
            RationingEnded => state with { Rationed = false },
            _ => throw new UnreachableException($"{@event}"),
        };
        return next with { Version = state.Version + 1 };
    }

    private StockItem Hold(StockEvent.Reserved reserved) => this with
    {
        Reserved = Reserved + reserved.Quantity,
        Reservations = Reservations.SetItem(
            reserved.Key, new(reserved.Key, reserved.Quantity, reserved.Priority, reserved.Since)),
    };

    private StockItem Reduce(ReservationKey key, long kept, DateTimeOffset at)
    {
        var held = Reservations[key];
        var reduced = this with
        {
            Reserved = Reserved - held.Quantity + kept,
            Reservations = kept == 0
                ? Reservations.Remove(key)
                : Reservations.SetItem(key, held with { Quantity = kept }),
        };
        return kept == 0 ? reduced.Close(key, at) : reduced;
    }

    private StockItem Drop(ReservationsDropped dropped, DateTimeOffset at)
    {
        var state = this;
        foreach (var drop in dropped.Dropped)
        {
            state = state.Reduce(drop.Key, drop.Kept, at);
            state = state with { Dropped = state.Dropped.SetItem(drop.Key, drop) };
        }
        return state;
    }

    private StockItem Move(Moved moved, DateTimeOffset at)
    {
        var state = this with { OnHand = OnHand + moved.Delta };
        foreach (var line in moved.Consumed ?? [])
        {
            var held = state.Reservations[line.Reservation];
            state = state.Reduce(line.Reservation, held.Quantity - line.Quantity, at);
        }
        return moved.Restored is { } restored ? state.Restore(restored, at) : state;
    }

    /// <summary>
    /// What came back is held again by who held it. It belongs to a shipment that is being handled, so it is the last
    /// to be dropped.
    /// </summary>
    private StockItem Restore(Items<IssuedUnits> restored, DateTimeOffset at)
    {
        var state = this;
        foreach (var line in restored)
        {
            var held = state.Reservations.GetValueOrDefault(line.Reservation)
                ?? new(line.Reservation, 0, Reservation.FirstToKeep, at);
            state = state with
            {
                Reserved = state.Reserved + line.Quantity,
                Reservations = state.Reservations.SetItem(
                    line.Reservation, held with { Quantity = held.Quantity + line.Quantity }),
            };
        }
        return state;
    }

    private StockItem Close(ReservationKey key, DateTimeOffset at)
    {
        var sequence = ReservationSequence.Of(key);
        var closed = new ClosedAttempt(sequence, key.Attempt, at);
        if (Closed.TryGetValue(sequence, out var known) && known.Attempt >= key.Attempt)
        {
            return this;
        }
        var (all, inOrder) = (Closed.SetItem(sequence, closed), ClosedInOrder.Enqueue(closed));
        while (inOrder.Peek().At + AttemptMemory < at)
        {
            inOrder = inOrder.Dequeue(out var oldest);
            if (all.TryGetValue(oldest.Sequence, out var newest) && newest == oldest)
            {
                all = all.Remove(oldest.Sequence);
            }
        }
        return this with { Closed = all, ClosedInOrder = inOrder };
    }
}
