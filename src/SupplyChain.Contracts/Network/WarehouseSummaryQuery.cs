namespace SupplyChain.Network;

/// <summary>Which warehouses to list with their figures; what is null or empty does not filter.</summary>
/// <param name="Text">Those whose id or name contains it; upper and lower case of ASCII are alike.</param>
/// <param name="Statuses">Those in one of these.</param>
/// <param name="Countries">Those in one of these countries.</param>
[GenerateSerializer, Immutable, Alias("warehouse-summary-query")]
public sealed record WarehouseSummaryQuery(
    [property: Id(0)] string? Text = null,
    [property: Id(1)] Items<WarehouseStatus> Statuses = default,
    [property: Id(2)] Items<string> Countries = default);
