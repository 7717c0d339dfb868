using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Tables;

/// <summary>Answers from the read tables.</summary>
internal sealed class TableReadModels(IReadPool tables, ReadModelSignals signals)
    : IReadModels, IDueWork, IOrderCounts, IOrderMentions, IClosingQueries, IWarehouseProfiles
{
    // As long as a caller waits for a list that is not there.
    private static readonly TimeSpan FillTimeout = TimeSpan.FromSeconds(5);

    private long _handoversSeen;

    /// <inheritdoc/>
    public long Changes => signals.Warehouses.Count;

    /// <inheritdoc/>
    public Task<IReadOnlyList<OwnerToMove>> OwnersToMoveAsync(
        TenantId tenant, WarehouseId warehouse, CancellationToken cancellationToken = default) =>
        Read(session => ClosingQueries.OwnersToMove(session, tenant, warehouse), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse)>> ClosedWarehousesWithGoodsToMoveAsync(
        CancellationToken cancellationToken = default) =>
        Read(ClosingQueries.ClosedWarehouses, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse, long Version)>> ChangedOpenWarehousesAsync(
        CancellationToken cancellationToken = default) =>
        Read(ClosingQueries.ChangedOpenWarehouses, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Sku>> WaitedForSkusAsync(
        TenantId tenant, WarehouseId warehouse, CancellationToken cancellationToken = default) =>
        Read(session => ClosingQueries.WaitedForSkus(session, tenant, warehouse), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WarehouseDetails>> ReadAsync(
        TenantId tenant, CancellationToken cancellationToken = default) =>
        Read(session => WarehouseList.ReadAll(session, tenant), cancellationToken);

    /// <inheritdoc/>
    public Task WaitForChangeAsync(long seen, CancellationToken cancellationToken = default) =>
        signals.Warehouses.WaitAsync(seen, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DueWork>> ReadAsync(
        int limit, UnfinishedWork? only = null, CancellationToken cancellationToken = default) =>
        Read(session => DueWorkList.Read(session, limit, only), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DueWork>> OldestAsync(
        TenantId tenant, int limit, CancellationToken cancellationToken = default) =>
        Read(session => DueWorkList.Read(session, limit, only: null, tenant), cancellationToken);

    /// <inheritdoc/>
    public Task<long> CountAsync(TenantId? tenant = null, CancellationToken cancellationToken = default) =>
        Read(session => DueWorkList.Count(session, tenant), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(OrderStatus Status, long Orders)>> OrdersByStatusAsync(
        CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<(OrderStatus, long)>>(
            session => session["SELECT status, count(*) FROM orders GROUP BY status"]
                .All(row => ((OrderStatus)row.Int64(0), row.Int64(1))),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OrderMention>> MentionsAsync(
        TenantId tenant, OrderId order, CancellationToken cancellationToken = default) =>
        ReadWhenFilledAsync<IReadOnlyList<OrderMention>>(
            session => MentionTable.Read(session, tenant, order), cancellationToken);

    /// <inheritdoc/>
    public async Task WaitAsync(CancellationToken cancellationToken = default)
    {
        await signals.Handover.WaitAsync(_handoversSeen, cancellationToken);
        _handoversSeen = signals.Handover.Count;
    }

    Task<T> IReadModels.AskAsync<T>(Func<IReadSession, T> question, CancellationToken cancellationToken) =>
        ReadWhenFilledAsync(question, cancellationToken);

    private async Task<T> ReadWhenFilledAsync<T>(Func<IReadSession, T> read, CancellationToken cancellationToken)
    {
        if (signals.Filling)
        {
            await FilledAsync(cancellationToken);
        }
        return await Read(read, cancellationToken);
    }

    /// <summary>New tables are not answered from before they show what the journal has.</summary>
    private async Task FilledAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(FillTimeout);
        try
        {
            for (var seen = signals.Progress.Count; signals.Filling; seen = signals.Progress.Count)
            {
                await signals.Progress.WaitAsync(seen, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new JournalUnavailableException(
                "The lists are made anew; until they are complete nothing is listed.");
        }
    }

    private Task<T> Read<T>(Func<IReadSession, T> read, CancellationToken cancellationToken) =>
        tables.ReadAsync(read, cancellationToken);
}
