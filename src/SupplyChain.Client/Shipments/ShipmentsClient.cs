using SupplyChain.Access;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Shipments and their milestones.</summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class ShipmentsClient
{
    private readonly Calls _calls;

    internal ShipmentsClient(Calls calls) => _calls = calls;

    /// <summary>The shipment; null when there is none.</summary>
    public Task<ShipmentDetails?> GetAsync(ShipmentId id, CancellationToken cancellationToken = default) =>
        _calls.Find("shipment.get", id.Value, () => Actor(id).Get(), cancellationToken);

    /// <summary>The shipment as it was then; null when there was none, or no such version.</summary>
    public Task<ShipmentDetails?> GetAsync(ShipmentId id, AsOf then, CancellationToken cancellationToken = default) =>
        _calls.Find(
            "shipment.as-of", id.Value, () => _calls.Queries<IShipmentQueriesGrain>().AsOf(new ShipmentAsOf(id, then)),
            cancellationToken);

    /// <summary>A shipment's events, oldest first; none when there is no such shipment.</summary>
    public IAsyncEnumerable<HistoryEntry> HistoryAsync(
        ShipmentId id, CancellationToken cancellationToken = default) =>
        Paging.All<HistoryEntry>(
            (page, cancellation) => HistoryPageAsync(id, page, cancellation), null, cancellationToken);

    /// <summary>A page of a shipment's events, oldest first; null when there is no such shipment.</summary>
    public Task<Page<HistoryEntry>?> HistoryPageAsync(
        ShipmentId id, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Find(
            "shipment.history",
            id.Value,
            () => _calls.Queries<IShipmentQueriesGrain>().History(new ListShipmentHistory(id, page)),
            cancellationToken);

    /// <summary>
    /// Records a milestone; its order shows it when this returns, or a moment later where the order is busy or away.
    /// Safe to repeat, in any order.
    /// </summary>
    public async Task<ShipmentReply> RecordAsync(
        ShipmentId id, RecordMilestone milestone, CancellationToken cancellationToken = default) =>
        await AboutMilestoneAsync(
            milestone.Id,
            () => _calls.Send<ShipmentReply, ShipmentDetails>(
                "shipment.record", id.Value, milestone.Validate(_calls.Now), () => Actor(id).Record(milestone),
                cancellationToken));

    /// <summary>
    /// Voids a milestone that was reported by mistake: the shipment and its order are as if it had not been, and goods
    /// that it issued are on hand again. Safe to repeat.
    /// </summary>
    public async Task<ShipmentReply> VoidAsync(
        ShipmentId id, VoidMilestone voiding, CancellationToken cancellationToken = default) =>
        await AboutMilestoneAsync(
            voiding.Id,
            () => _calls.Send<ShipmentReply, ShipmentDetails>(
                "shipment.void", id.Value, voiding.Validate(), () => Actor(id).Void(voiding), cancellationToken));

    /// <summary>Cancels a shipment that was not dispatched; its goods stay allocated.</summary>
    public Task<ShipmentReply> CancelAsync(
        ShipmentId id, CancelShipment cancel, CancellationToken cancellationToken = default) =>
        _calls.Send<ShipmentReply, ShipmentDetails>(
            "shipment.cancel", id.Value, cancel.Validate(), () => Actor(id).Cancel(cancel), cancellationToken);

    /// <summary>
    /// Gives a shipment the code that names it on labels (SSCC). Safe to repeat: it keeps the one it has.
    /// </summary>
    public Task<ShipmentReply> LabelAsync(ShipmentId id, CancellationToken cancellationToken = default) =>
        _calls.Send<ShipmentReply, ShipmentDetails>(
            "shipment.label", id.Value, [], () => Actor(id).Label(), cancellationToken);

    /// <summary>Lists shipments by number or as <paramref name="sort"/> says (see <see cref="Sorting"/>).</summary>
    /// <exception cref="MalformedSortException">
    /// It names none of <see cref="ShipmentSummary.SortFields"/>.
    /// </exception>
    public IAsyncEnumerable<ShipmentSummary> ListAsync(
        ShipmentQuery? query = null, string? sort = null, CancellationToken cancellationToken = default) =>
        Paging.List((page, stop) => ListPageAsync(query ?? new(), page, stop), sort, cancellationToken);

    /// <summary>A page of the list of shipments.</summary>
    public Task<Page<ShipmentSummary>> ListPageAsync(
        ShipmentQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Ask(
            "shipment.list",
            () => _calls.Queries<IShipmentQueriesGrain>().List(new ListShipments(query, page)),
            cancellationToken);

    /// <summary>How many shipments there are, what they carry, and how they stand against their promises.</summary>
    public Task<ShipmentCounts> CountAsync(
        ShipmentQuery? query = null, CancellationToken cancellationToken = default) =>
        _calls.Ask(
            "shipment.count",
            () => _calls.Queries<IShipmentQueriesGrain>().Count(new CountShipments(query ?? new ShipmentQuery())),
            cancellationToken);

    private static async Task<ShipmentReply> AboutMilestoneAsync(MilestoneId id, Func<Task<ShipmentReply>> send) =>
        Identifier.IsValid(id.Value) ? await send() : new ShipmentReply
        {
            Status = ReplyStatus.Invalid,
            Faults = [new Fault("", FaultCodes.MalformedId, Identifier.Explain(id.Value, id.Value))],
        };

    private IShipmentGrain Actor(ShipmentId id) => _calls.Actor<IShipmentGrain>(id.Value);
}
