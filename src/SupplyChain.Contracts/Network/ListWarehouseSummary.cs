namespace SupplyChain.Network;

/// <summary>Lists warehouses with their figures, by id unless the page says otherwise.</summary>
[GenerateSerializer, Immutable, Alias("list-warehouse-summary")]
public sealed record ListWarehouseSummary(
    [property: Id(0)] WarehouseSummaryQuery Query, [property: Id(1)] PageQuery Page);
