using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Transfers;

/// <summary>Lists transfers by number.</summary>
[GenerateSerializer, Immutable, Alias("list-transfers")]
public sealed record ListTransfers([property: Id(0)] TransferQuery Query, [property: Id(1)] PageQuery Page);

/// <summary>
/// Which transfers to list; what is null or empty does not filter. Values of one filter are joined by or.
/// </summary>
/// <param name="Statuses">Transfers in one of these.</param>
/// <param name="From">Transfers from one of these warehouses.</param>
/// <param name="To">Transfers to one of these warehouses.</param>
/// <param name="Skus">Transfers with a line of one of these products.</param>
/// <param name="Open">Only transfers of which units wait, are reserved or are in transit.</param>
/// <param name="Text">Transfers whose number contains the text.</param>
[GenerateSerializer, Immutable, Alias("transfer-query")]
public sealed record TransferQuery(
    [property: Id(0), Filter("status", "Only transfers in that status.")]
    Items<TransferStatus> Statuses = default,
    [property: Id(1), Filter("from", "Only transfers from that warehouse.")]
    Items<WarehouseId> From = default,
    [property: Id(2), Filter("to", "Only transfers to that warehouse.")]
    Items<WarehouseId> To = default,
    [property: Id(3), Filter("sku", "Only transfers with a line of that product.")]
    Items<Sku> Skus = default,
    [property: Id(4), Filter("open", "Only transfers of which units wait, are reserved or are in transit.")]
    bool Open = false,
    [property: Id(5), Filter("q", "Only transfers whose number contains the text.")]
    string? Text = null);

/// <summary>A transfer in a list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">How far it is.</param>
/// <param name="From">The source.</param>
/// <param name="To">The destination.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">The date it is wanted at the destination; null when none.</param>
/// <param name="RequestedAt">When it was requested.</param>
/// <param name="Lines">How many products.</param>
/// <param name="Units">Units requested.</param>
/// <param name="Waiting">Units that wait for stock at the source.</param>
/// <param name="Reserved">Units reserved or released there.</param>
/// <param name="InTransit">Units on their way.</param>
/// <param name="Received">Units that arrived.</param>
/// <param name="Short">Units found missing.</param>
/// <param name="Over">Units that arrived beyond what left.</param>
/// <param name="Version">Its version.</param>
[GenerateSerializer, Immutable, Alias("transfer-summary")]
public sealed record TransferSummary(
    [property: Id(0)] TransferId Id,
    [property: Id(1)] TransferStatus Status,
    [property: Id(2)] WarehouseId From,
    [property: Id(3)] WarehouseId To,
    [property: Id(4)] int Priority,
    [property: Id(5)] DateOnly? RequestedBy,
    [property: Id(6)] DateTimeOffset RequestedAt,
    [property: Id(7)] long Lines,
    [property: Id(8)] long Units,
    [property: Id(9)] long Waiting,
    [property: Id(10)] long Reserved,
    [property: Id(11)] long InTransit,
    [property: Id(12)] long Received,
    [property: Id(13)] long Short,
    [property: Id(14)] long Over,
    [property: Id(15)] long Version) : IListed
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "id", "status", "from", "to", "priority", "requestedBy", "requestedAt", "units", "waiting", "reserved",
        "inTransit", "received", "version",
    ];
}
