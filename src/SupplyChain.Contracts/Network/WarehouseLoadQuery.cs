namespace SupplyChain.Network;

/// <summary>Asks what a warehouse has to do, and what it did on some days.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="From">The first day at the warehouse; null for 13 days before <paramref name="To"/>.</param>
/// <param name="To">The last day there; null for the business day in UTC.</param>
[GenerateSerializer, Immutable, Alias("warehouse-load-query")]
public sealed record WarehouseLoadQuery(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] DateOnly? From = null,
    [property: Id(2)] DateOnly? To = null);
