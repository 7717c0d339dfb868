using SupplyChain.Inventory;
using SupplyChain.Journal;
using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Operations.Verification;

/// <summary>
/// Adds up every stock item after every event and keeps what documents did to it.
/// </summary>
internal sealed class StockAudit(Findings findings) : IStreamFold
{
    /// <summary>0 ≤ reserved ≤ on hand, after every prefix of the journal.</summary>
    public const string NeverOversell = "never-oversell";

    /// <summary>Every stock item.</summary>
    public Dictionary<StreamId, StockFacts> Items { get; } = [];

    /// <summary>What documents moved, by the document's stream, in order.</summary>
    public Dictionary<StreamId, List<StockMove>> Moves { get; } = [];

    /// <summary>What a document moved.</summary>
    public IReadOnlyList<StockMove> MovesOf(StreamId document) => Moves.GetValueOrDefault(document) ?? [];

    /// <summary>
    /// What the documents of a kind moved, as the stock items say it: for documents that are not finished, and for
    /// those that are not there.
    /// </summary>
    public IEnumerable<MovedUnits> MovedByOpen(string kind, Func<StreamId, bool> isFinished) =>
        from document in Moves
        where document.Key.Kind == kind && !isFinished(document.Key)
        from move in document.Value
        select new MovedUnits(document.Key.Tenant, move.Sku, move.Delta);

    /// <inheritdoc/>
    public void Add(JournaledEvent row, object @event)
    {
        if (!Items.TryGetValue(row.Stream, out var item))
        {
            Items[row.Stream] = item = new();
        }
        Change(row.Stream, item, (StockEvent)@event);
        var movement = StockMovement.Of((StockEvent)@event);
        item.Sums += movement is null ? default : StockSums.Of((StockEvent)@event, movement);
        var after = movement?.After;
        if (after is not null && (after.OnHand, after.Reserved) != (item.OnHand, item.Reserved))
        {
            findings.Violated(
                ConservationAudit.Conservation, row.Stream, row.Version,
                $"It says {after.OnHand} on hand and {after.Reserved} reserved after it; "
                + $"its movements add up to {item.OnHand} and {item.Reserved}.");
        }
        if (item.Reserved < 0 || item.Reserved > item.OnHand)
        {
            findings.Violated(
                NeverOversell, row.Stream, row.Version,
                $"{item.Reserved} units are reserved of {item.OnHand} on hand.");
        }
    }

    private void Change(StreamId stream, StockFacts item, StockEvent @event)
    {
        switch (@event)
        {
            case Moved moved:
                item.OnHand += moved.Delta;
                foreach (var line in moved.Consumed ?? [])
                {
                    Hold(item, line.Reservation, item.Reservations.GetValueOrDefault(line.Reservation) - line.Quantity);
                }
                foreach (var line in moved.Restored ?? [])
                {
                    Hold(item, line.Reservation, item.Reservations.GetValueOrDefault(line.Reservation) + line.Quantity);
                }
                Add(stream, moved);
                break;
            case Reserved reserved:
                Hold(item, reserved.Key, item.Reservations.GetValueOrDefault(reserved.Key) + reserved.Quantity);
                break;
            case ReservationReduced reduced:
                Hold(item, reduced.Key, item.Reservations.GetValueOrDefault(reduced.Key) - reduced.Quantity);
                break;
            case ReservationsDropped dropped:
                foreach (var drop in dropped.Dropped)
                {
                    Hold(item, drop.Key, item.Reservations.GetValueOrDefault(drop.Key) - drop.Quantity);
                }
                break;
            case Rationed:
                item.Rationed = true;
                break;
            case RationingEnded:
                item.Rationed = false;
                break;
        }
    }

    private void Add(StreamId item, Moved moved)
    {
        // There are few kinds and many movements: each kind is kept once.
        var document = new StreamId(item.Tenant, string.Intern(moved.Document.Kind), moved.Document.Id);
        if (!Moves.TryGetValue(document, out var known))
        {
            Moves[document] = known = new(1);
        }
        known.Add(new(item, moved.Document.Line, moved.Delta, moved.Consumed, moved.Restored));
    }

    private static void Hold(StockFacts item, ReservationKey key, long units)
    {
        item.Reserved += units - item.Reservations.GetValueOrDefault(key);
        if (units == 0)
        {
            item.Reservations.Remove(key);
        }
        else
        {
            item.Reservations[key] = units;
        }
    }
}
