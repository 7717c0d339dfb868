using Orleans.Concurrency;
using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Transfers;

/// <summary>Answers questions about many transfers.</summary>
[GrainType("transfer-queries"), StatelessWorker, Reentrant]
public sealed class TransferQueriesGrain(IReadModels readModels, PastStates past, Histories histories)
    : Grain, ITransferQueriesGrain
{
    private TenantId Tenant => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<TransferDetails?> AsOf(TransferAsOf query) => Queries.Run(async () =>
        await past.ReadAsync<Transfer, TransferEvent>(
            new(Tenant, Transfer.Kind, query.Id.Value), query.Then) is { } transfer
            && transfer.IsSeenBy(CallContext.Scope)
            ? transfer.Details()
            : null);

    /// <inheritdoc/>
    public Task<Page<HistoryEntry>?> History(ListTransferHistory query) => Queries.Run(async () =>
    {
        var stream = new StreamId(Tenant, Transfer.Kind, query.Transfer.Value);
        return !CallContext.Scope.IsLimited
            || await past.ReadAsync<Transfer, TransferEvent>(stream, SupplyChain.AsOf.AtVersion(1)) is { } transfer
                && transfer.IsSeenBy(CallContext.Scope)
            ? await histories.ReadAsync(stream, query.Page)
            : null;
    });

    /// <inheritdoc/>
    public Task<Page<TransferSummary>> List(ListTransfers query) =>
        Queries.Run(() => readModels.TransfersAsync(Tenant, query.Query, query.Page, CallContext.Scope));
}
