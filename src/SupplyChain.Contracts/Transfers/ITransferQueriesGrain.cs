using SupplyChain.Access;
using SupplyChain.Orders;

namespace SupplyChain.Transfers;

/// <summary>Questions about many transfers; keyed by tenant.</summary>
[GrainInterfaceType("transfer-queries"), Alias("transfer-queries"), Needs(Permission.Read)]
public interface ITransferQueriesGrain : IGrainWithStringKey
{
    /// <summary>A transfer as it was then; null when there was none.</summary>
    [Alias("as-of"), Scoped(Scope.ByEntity)] Task<TransferDetails?> AsOf(TransferAsOf query);

    /// <summary>A transfer's events; null when there is no such transfer.</summary>
    [Alias("history"), Scoped(Scope.ByEntity)] Task<Page<HistoryEntry>?> History(ListTransferHistory query);

    /// <summary>Lists transfers.</summary>
    [Alias("list"), Scoped(Scope.ByList)] Task<Page<TransferSummary>> List(ListTransfers query);
}

/// <summary>Asks for a transfer as it was then.</summary>
[GenerateSerializer, Immutable, Alias("transfer-as-of")]
public sealed record TransferAsOf([property: Id(0)] TransferId Id, [property: Id(1)] AsOf Then);

/// <summary>Lists a transfer's events, oldest first.</summary>
[GenerateSerializer, Immutable, Alias("list-transfer-history")]
public sealed record ListTransferHistory([property: Id(0)] TransferId Transfer, [property: Id(1)] PageQuery Page);
