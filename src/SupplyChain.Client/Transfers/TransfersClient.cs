using SupplyChain.Access;
using SupplyChain.Orders;

namespace SupplyChain.Transfers;

/// <summary>
/// Transfers of stock between two warehouses. Quantities are whole units, 1 to 1,000,000,000; a transfer has 1 to 1,000
/// lines.
/// </summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class TransfersClient
{
    private readonly Calls _calls;

    internal TransfersClient(Calls calls) => _calls = calls;

    /// <summary>
    /// Requests a transfer; what is free at the source is reserved with the answer, the rest waits there like any other
    /// demand. Safe to repeat: another body under the same number is <see cref="Refusal.Conflict"/>. While the
    /// database's feature level does not know transfers it is <see cref="Refusal.NeedsUpgrade"/>.
    /// </summary>
    public Task<TransferReply> RequestAsync(
        TransferId id, RequestTransfer request, CancellationToken cancellationToken = default) =>
        _calls.Send<TransferReply, TransferDetails>(
            "transfer.request", id.Value, request.Validate(), () => Actor(id).Request(request), cancellationToken);

    /// <summary>
    /// Makes one shipment of everything that is reserved; what waits needs another release. Safe to repeat: with
    /// nothing new it changes nothing. When nothing was ever reserved it is <see cref="Refusal.NothingAllocated"/>.
    /// </summary>
    public Task<TransferReply> ReleaseAsync(
        TransferId id, ReleaseTransfer release, CancellationToken cancellationToken = default) =>
        _calls.Send<TransferReply, TransferDetails>(
            "transfer.release", id.Value, release.Validate(_calls.Now), () => Actor(id).Release(release),
            cancellationToken);

    /// <summary>
    /// Records what arrived; answered once it is on hand at the destination. Safe to repeat: another body under the
    /// same receipt is <see cref="Refusal.Conflict"/>. When nothing has left the source, or everything has arrived, it
    /// is <see cref="Refusal.NothingInTransit"/>.
    /// </summary>
    public Task<TransferReply> ReceiveAsync(
        TransferId id, ReceiveTransfer receipt, CancellationToken cancellationToken = default) =>
        _calls.Send<TransferReply, TransferDetails>(
            "transfer.receive", id.Value, receipt.Validate(_calls.Now), () => Actor(id).Receive(receipt),
            cancellationToken);

    /// <summary>
    /// Cancels what waits, what is reserved and shipments that are only planned. Safe to repeat. When everything was
    /// picked, has left or has arrived it is <see cref="Refusal.TooLate"/>.
    /// </summary>
    public Task<TransferReply> CancelAsync(
        TransferId id, CancelTransfer cancel, CancellationToken cancellationToken = default) =>
        _calls.Send<TransferReply, TransferDetails>(
            "transfer.cancel", id.Value, cancel.Validate(), () => Actor(id).Cancel(cancel), cancellationToken);

    /// <summary>The transfer as it is now; null when there is none.</summary>
    /// <exception cref="ArgumentException">The number is malformed.</exception>
    public Task<TransferDetails?> GetAsync(TransferId id, CancellationToken cancellationToken = default) =>
        _calls.Find("transfer.get", id.Value, () => Actor(id).Get(), cancellationToken);

    /// <summary>The transfer as it was then; null when there was none, or no such version.</summary>
    /// <exception cref="ArgumentException">The number is malformed.</exception>
    public Task<TransferDetails?> GetAsync(TransferId id, AsOf then, CancellationToken cancellationToken = default) =>
        _calls.Find(
            "transfer.as-of", id.Value, () => Queries.AsOf(new TransferAsOf(id, then)), cancellationToken);

    /// <summary>A transfer's events, oldest first; none when there is no such transfer.</summary>
    /// <exception cref="ArgumentException">The number is malformed.</exception>
    public IAsyncEnumerable<HistoryEntry> HistoryAsync(
        TransferId id, CancellationToken cancellationToken = default) =>
        Paging.All<HistoryEntry>(
            (page, cancellation) => HistoryPageAsync(id, page, cancellation), null, cancellationToken);

    /// <summary>A page of a transfer's events, oldest first; null when there is no such transfer.</summary>
    /// <exception cref="ArgumentException">The number is malformed.</exception>
    public Task<Page<HistoryEntry>?> HistoryPageAsync(
        TransferId id, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Find(
            "transfer.history", id.Value, () => Queries.History(new ListTransferHistory(id, page)),
            cancellationToken);

    /// <summary>Lists transfers by number or as <paramref name="sort"/> says (see <see cref="Sorting"/>).</summary>
    /// <exception cref="MalformedSortException">
    /// It names none of <see cref="TransferSummary.SortFields"/>.
    /// </exception>
    public IAsyncEnumerable<TransferSummary> ListAsync(
        TransferQuery? query = null, string? sort = null, CancellationToken cancellationToken = default) =>
        Paging.List((page, stop) => ListPageAsync(query ?? new(), page, stop), sort, cancellationToken);

    /// <summary>A page of the list of transfers.</summary>
    /// <exception cref="MalformedSortException">
    /// It names none of <see cref="TransferSummary.SortFields"/>.
    /// </exception>
    public Task<Page<TransferSummary>> ListPageAsync(
        TransferQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Ask("transfer.list", () => Queries.List(new ListTransfers(query, page)), cancellationToken);

    private ITransferQueriesGrain Queries => _calls.Queries<ITransferQueriesGrain>();

    private ITransferGrain Actor(TransferId id) => _calls.Actor<ITransferGrain>(id.Value);
}
