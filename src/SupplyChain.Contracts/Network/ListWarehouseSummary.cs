namespace SupplyChain.Network;

/// <summary>Lists warehouses with their figures, by id unless the page says otherwise.</summary>
[GenerateSerializer, Immutable, Alias("list-warehouse-summary")]
public sealed record ListWarehouseSummary(
    [property: Id(0)] WarehouseSummaryQuery Query, [property: Id(1)] PageQuery Page);

/// <summary>Which warehouses to list with their figures; what is null or empty does not filter.</summary>
/// <param name="Text">Those whose id or name contains it; upper and lower case of ASCII are alike.</param>
/// <param name="Statuses">Those in one of these.</param>
/// <param name="Countries">Those in one of these countries.</param>
[GenerateSerializer, Immutable, Alias("warehouse-summary-query")]
public sealed record WarehouseSummaryQuery(
    [property: Id(0), Filter("q", "Only those whose id or name contains it.")]
    string? Text = null,
    [property: Id(1), Filter("status", "Only those in that status.")]
    Items<WarehouseStatus> Statuses = default,
    [property: Id(2), Filter("country", "Only those in that country.", ByCommas = true)]
    Items<string> Countries = default);

/// <summary>A warehouse with what is in it and what has to leave it.</summary>
/// <param name="Id">The warehouse.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Status">Whether orders may be sourced from it.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null when unknown.</param>
/// <param name="Priority">Its priority band, 1 first.</param>
/// <param name="OnHand">Units in it.</param>
/// <param name="Reserved">Units of them that belong to order lines.</param>
/// <param name="OpenShipments">Shipments from it that have neither arrived nor been cancelled.</param>
/// <param name="WaitingUnits">Units in shipments that have not left it.</param>
[GenerateSerializer, Immutable, Alias("warehouse-summary")]
public sealed record WarehouseSummary(
    [property: Id(0)] WarehouseId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] WarehouseStatus Status,
    [property: Id(3)] string? Country,
    [property: Id(4)] int Priority,
    [property: Id(5)] long OnHand,
    [property: Id(6)] long Reserved,
    [property: Id(7)] long OpenShipments,
    [property: Id(8)] long WaitingUnits) : IListed
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "id", "name", "status", "country", "priority", "onHand", "reserved", "openShipments", "waitingUnits",
    ];
}
