using SupplyChain.Operations;
using SupplyChain.Shipments;

namespace SupplyChain.Network;

/// <summary>Reads everything the page of a warehouse shows, with the client an ERP system uses.</summary>
public sealed class WarehouseReading(SupplyChainClient chain, TimeProvider time)
{
    private const int DaysShown = 14;
    private const int LeavingShown = 11;
    private const int ExceptionsShown = 8;

    /// <summary>The warehouse and what belongs to it; null when there is none.</summary>
    public async Task<WarehouseSeen?> ReadAsync(
        WarehouseId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await chain.Warehouses.GetAsync(id, cancellationToken) is not { } warehouse)
            return null;
        var today = WarehouseWords.Today(warehouse, now);
        var from = today.AddDays(1 - DaysShown);
        var leaving = chain.Shipments.ListPageAsync(
            new(Warehouse: id, Statuses: [ShipmentStatus.Planned, ShipmentStatus.Picked, ShipmentStatus.Packed]),
            new PageQuery(LeavingShown, null, "promise"), cancellationToken);
        var all = new ListExceptions(
            ExceptionStatus.Open, null, new PageQuery(ExceptionsShown, null, "-impact"), Snoozed: false);
        var here = all with { Warehouses = [id] };
        var exceptions = chain.Exceptions.ListPageAsync(here, cancellationToken);
        var counts = Task.WhenAll(
            chain.Exceptions.CountAsync(here, cancellationToken), chain.Exceptions.CountAsync(all, cancellationToken));
        var load = await chain.Warehouses.GetLoadAsync(new(id, from, today), cancellationToken);
        return new(
            warehouse, load, from, today, await leaving, (await exceptions).Items, (await counts)[0].Exceptions,
            (await counts)[1].Exceptions, time.GetUtcNow());
    }
}
