using SupplyChain.Access;
using SupplyChain.Orders;

namespace SupplyChain.Network;

/// <summary>Warehouses.</summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class WarehousesClient
{
    private readonly Calls _calls;

    internal WarehousesClient(Calls calls) => _calls = calls;

    /// <summary>Defines or replaces a warehouse.</summary>
    public Task<WarehouseReply> PutAsync(
        WarehouseId id, PutWarehouse warehouse, CancellationToken cancellationToken = default) =>
        _calls.Send<WarehouseReply, WarehouseDetails>(
            "warehouse.put", id.Value, warehouse.Validate(), () => Actor(id).Put(warehouse), cancellationToken);

    /// <summary>The warehouse; null when there is none.</summary>
    public Task<WarehouseDetails?> GetAsync(WarehouseId id, CancellationToken cancellationToken = default) =>
        _calls.Find("warehouse.get", id.Value, () => Actor(id).Get(), cancellationToken);

    /// <summary>
    /// Closes a warehouse and moves what can move. Still moving at the deadline is <see cref="ReplyStatus.Pending"/>;
    /// it goes on by itself. Closing a closed one changes nothing.
    /// </summary>
    public Task<WarehouseReply> CloseAsync(
        WarehouseId id, CloseWarehouse close, CancellationToken cancellationToken = default) =>
        _calls.Send<WarehouseReply, WarehouseDetails>(
            "warehouse.close", id.Value, close.Validate(), () => Actor(id).Close(close), cancellationToken);

    /// <summary>
    /// What closing a warehouse would change: which lines would move, which would wait. It changes nothing, and says
    /// when it has not looked at every order.
    /// </summary>
    public Task<ClosingPreviewReply> PreviewCloseAsync(
        WarehouseId id, CloseWarehouse close, CancellationToken cancellationToken = default) =>
        _calls.Send<ClosingPreviewReply, ClosingPreview>(
            "warehouse.preview-close", id.Value, close.Validate(),
            () => _calls.Queries<IPreviewGrain>().Close(new(id, close)), cancellationToken);

    /// <summary>Opens a closed warehouse again. Nothing moves back.</summary>
    public Task<WarehouseReply> OpenAsync(
        WarehouseId id, OpenWarehouse open, CancellationToken cancellationToken = default) =>
        _calls.Send<WarehouseReply, WarehouseDetails>(
            "warehouse.open", id.Value, open.Validate(), () => Actor(id).Open(open), cancellationToken);

    /// <summary>Lists warehouses by id or as <paramref name="sort"/> says (see <see cref="Sorting"/>).</summary>
    /// <exception cref="MalformedSortException">
    /// It names none of <see cref="WarehouseDetails.SortFields"/>.
    /// </exception>
    public IAsyncEnumerable<WarehouseDetails> ListAsync(
        string? sort = null, CancellationToken cancellationToken = default) =>
        Paging.List(ListPageAsync, sort, cancellationToken);

    /// <summary>A page of the list of warehouses.</summary>
    public Task<Page<WarehouseDetails>> ListPageAsync(PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Ask(
            "warehouse.list", () => _calls.Queries<INetworkQueriesGrain>().Warehouses(page), cancellationToken);

    /// <summary>
    /// A page of the list of warehouses with their figures, by id or as the page says (<see
    /// cref="WarehouseSummary.SortFields"/>).
    /// </summary>
    public Task<Page<WarehouseSummary>> ListSummaryPageAsync(
        WarehouseSummaryQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Ask(
            "warehouse.summary",
            () => _calls.Queries<INetworkQueriesGrain>().Summary(new(query, page)),
            cancellationToken);

    /// <summary>What a warehouse has to do, and what it did; all zeros when there is no such warehouse.</summary>
    public Task<WarehouseLoad> GetLoadAsync(WarehouseLoadQuery query, CancellationToken cancellationToken = default)
    {
        Calls.Check(query.Warehouse.Value);
        return _calls.Ask(
            "warehouse.load", () => _calls.Queries<INetworkQueriesGrain>().Load(query), cancellationToken);
    }

    private IWarehouseGrain Actor(WarehouseId id) => _calls.Actor<IWarehouseGrain>(id.Value);
}
