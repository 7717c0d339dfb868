using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Shipments;
using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Operations.Verification;

/// <summary>
/// Adds up every stock item after every event and keeps what receipts, adjustments and shipments did to it.
/// </summary>
internal sealed class StockAudit(Findings findings) : IStreamFold
{
    /// <summary>0 ≤ reserved ≤ on hand, after every prefix of the journal.</summary>
    public const string NeverOversell = "never-oversell";

    /// <summary>Every stock item.</summary>
    public Dictionary<StreamId, StockFacts> Items { get; } = [];

    /// <summary>What receipts brought, per receipt.</summary>
    public Dictionary<(TenantId, ReceiptId), List<(StreamId Item, int Line, long Quantity)>> Received { get; } = [];

    /// <summary>What adjustments changed, per adjustment.</summary>
    public Dictionary<(TenantId, AdjustmentId), List<(StreamId Item, long Delta)>> Adjusted { get; } = [];

    /// <summary>What shipments took, per shipment.</summary>
    public Dictionary<(TenantId, ShipmentId), List<(StreamId Item, Items<IssuedUnits> Lines)>> Issued { get; } = [];

    /// <summary>What came back of what shipments had taken, per shipment.</summary>
    public Dictionary<(TenantId, ShipmentId), List<(StreamId Item, Items<IssuedUnits> Lines)>> Returned { get; } =
        [];

    /// <inheritdoc/>
    public void Add(JournaledEvent row, object @event)
    {
        if (!Items.TryGetValue(row.Stream, out var item))
        {
            Items[row.Stream] = item = new();
        }
        Change(row.Stream, item, (StockEvent)@event);
        if (item.Reserved < 0 || item.Reserved > item.OnHand)
        {
            findings.Violated(
                NeverOversell, row.Stream, row.Version,
                $"{item.Reserved} units are reserved of {item.OnHand} on hand.");
        }
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> all, TKey key, TValue value)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var known))
        {
            all[key] = known = [];
        }
        known.Add(value);
    }

    private void Change(StreamId stream, StockFacts item, StockEvent @event)
    {
        switch (@event)
        {
            case StockEvent.Received received:
                item.OnHand += received.Quantity;
                Add(Received, (stream.Tenant, received.Receipt), (stream, received.LineIndex, received.Quantity));
                break;
            case StockEvent.Adjusted adjusted:
                item.OnHand += adjusted.Delta;
                Add(Adjusted, (stream.Tenant, adjusted.Adjustment), (stream, adjusted.Delta));
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
            case StockEvent.Issued issued:
                foreach (var line in issued.Lines)
                {
                    Hold(item, line.Reservation, item.Reservations.GetValueOrDefault(line.Reservation) - line.Quantity);
                    item.OnHand -= line.Quantity;
                }
                Add(Issued, (stream.Tenant, issued.Shipment), (stream, issued.Lines));
                break;
            case IssueReversed reversed:
                foreach (var line in reversed.Lines)
                {
                    Hold(item, line.Reservation, item.Reservations.GetValueOrDefault(line.Reservation) + line.Quantity);
                    item.OnHand += line.Quantity;
                }
                Add(Returned, (stream.Tenant, reversed.Shipment), (stream, reversed.Lines));
                break;
            case Rationed:
                item.Rationed = true;
                break;
            case RationingEnded:
                item.Rationed = false;
                break;
        }
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
