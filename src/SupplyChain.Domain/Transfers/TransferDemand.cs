using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using static SupplyChain.Transfers.TransferEvent;

namespace SupplyChain.Transfers;

/// <summary>What a transfer says to the queues of its products, and what it hears of its reservations.</summary>
public sealed partial record Transfer
{
    /// <summary>What the queues have to hear, by product.</summary>
    public IEnumerable<(Sku Sku, QueueLines Command)> ToQueue() => Lines.Values
        .Where(line => line.Ticket > line.QueuedTicket)
        .Select(line => (line.Sku, new QueueLines([Demand(line)])));

    /// <summary>A queue has taken what waits of a line.</summary>
    public static Decision<TransferEvent> DecideQueued(Transfer transfer, QueueLines command) =>
        [new Queued(command.Lines.Select(line => new QueuedTicket(line.Line, line.Ticket)).ToItems())];

    /// <summary>Takes grants over, each at most once: what still waits of the line.</summary>
    public static Decision<TransferEvent> DecideGranted(Transfer transfer, Sku sku, Items<BacklogGrant> grants)
    {
        var waiting = transfer.Lines.Values.ToDictionary(line => line.Line, line => line.Waiting);
        var accepted = new List<GrantedUnits>();
        foreach (var grant in grants.Where(transfer.IsNew).OrderBy(grant => grant.Attempt))
        {
            var key = transfer.KeyOf(grant.Line, grant.Attempt);
            var left = transfer.LostAhead.FirstOrDefault(loss => loss.Key == key)?.Kept ?? grant.Quantity;
            var taken = Math.Min(Math.Min(grant.Quantity, left), waiting[grant.Line]);
            waiting[grant.Line] -= taken;
            accepted.Add(new(grant.Line, grant.Attempt, grant.Quantity, taken));
        }
        return accepted.Count == 0 ? [] : [new GrantsAccepted(sku, accepted.ToItems())];
    }

    /// <summary>The queue has the units of these grants again.</summary>
    public static Decision<TransferEvent> DecideReturned(Transfer transfer, Sku sku, Items<int> attempts) =>
        [new GrantsReturned(sku, attempts)];

    /// <summary>The source has these units again.</summary>
    public static Decision<TransferEvent> DecideReleased(Transfer transfer, Items<ReleasedReservation> done) =>
        [new ReservationsReleased(done.Select(released => released.Key).ToItems())];

    /// <summary>
    /// Reservations were dropped: their units wait again. What is known changes nothing. Of a grant that it has not
    /// taken over yet, and of units that it believes have left, it remembers what is there.
    /// </summary>
    public static Decision<TransferEvent> Decide(Transfer transfer, LoseReservations command)
    {
        var lost = command.Dropped.Where(drop => transfer.Held(drop.Key) is { } held
            ? held.Quantity > drop.Kept
            : transfer.IsAhead(drop)).Select(ReservationLoss.Of).ToItems();
        return lost.Count == 0 ? [] : [new ReservationsLost(lost)];
    }

    /// <summary>
    /// The source closed: what is held there and not in a shipment that stays waits until it opens. <paramref
    /// name="cancelled"/> are the shipments that could be cancelled; one that was picked already stays.
    /// </summary>
    public static Decision<TransferEvent> Decide(
        Transfer transfer, LeaveWarehouse command, IReadOnlySet<ShipmentId> cancelled)
    {
        if (command.Warehouse != transfer.Document?.From)
        {
            return [];
        }
        var given = transfer.Reservations
            .Where(units => !units.HasLeft && (units.Shipment is not { } id || cancelled.Contains(id)))
            .Select(units => units.Key).ToItems();
        return Decision.Record<TransferEvent>(
        [
            .. cancelled.Select(id => new ShipmentCancelled(id)),
            .. given.Count == 0 || transfer.Cancellation is not null
                ? Array.Empty<TransferEvent>()
                : [new LeftWarehouse(command.Closing, given)],
        ]);
    }

    /// <summary>What a closing did to it: the same answer as long as nothing else happens to its lines.</summary>
    public LeaveWarehouseReply LeaveReply(LeaveWarehouse command) => new(0,
        LastClosing is { } known && known.Closing == command.Closing
            ? known.Lines.Count(line => Lines[line].Waiting > 0)
            : 0);

    private WaitingLine Demand(TransferLine line) => new(
        Owner, line.Line, line.Waiting, Document!.Priority, RequestedAt, line.Ticket, [Document.From], null,
        Document.RequestedBy, AllowSplit: true, ShipComplete: false,
        Reservations.Where(units => units.Key.Line == line.Line).Select(units => units.Key.Attempt).ToItems());

    private bool IsNew(BacklogGrant grant) => grant.Owner == Owner
        && Lines.TryGetValue(grant.Line, out var line) && grant.Attempt > line.GrantSeen;

    /// <summary>
    /// A grant that was not taken over, or units that came back, lost some of them before that was heard.
    /// </summary>
    private bool IsAhead(DroppedReservation drop) => drop.Key.Owner == Owner
        && Lines.TryGetValue(drop.Key.Line, out var line)
        && (drop.Key.Attempt > line.GrantSeen
            || Reservations.Any(units => units.Key == drop.Key && units.HasLeft && units.Quantity > drop.Kept))
        && !LostAhead.Contains(ReservationLoss.Of(drop));
}
