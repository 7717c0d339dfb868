using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Whether lines can be ordered at all.</summary>
internal static class OrderableLines
{
    /// <summary>
    /// What keeps lines from being ordered: unknown products or warehouses, a closed pinned warehouse. Null when
    /// nothing does; <paramref name="sourcing"/> then knows their stock.
    /// </summary>
    public static async Task<(Items<Fault> Faults, Refused? Refused)?> Check(
        OrderSourcing sourcing, Func<WarehouseId, ValueTask<WarehouseDetails?>> find,
        IReadOnlyList<(int Index, PlaceOrderLine Line)> lines, ShipToPoint? shipTo)
    {
        var faults = new List<Fault>();
        foreach (var (i, line) in lines)
        {
            if (line.Warehouse is not { } pinned)
            {
                continue;
            }
            var warehouse = await find(pinned);
            if (warehouse is null)
            {
                faults.Add(new(
                    $"/lines/{i}/warehouse", FaultCodes.UnknownWarehouse, $"There is no warehouse {pinned}."));
            }
            else if (warehouse.Status == WarehouseStatus.Closed)
            {
                return ([], new(
                    Refusal.WarehouseClosed,
                    $"Line {line.Line} is pinned to warehouse {pinned}, which is closed."));
            }
        }
        await sourcing.Ask(lines.Select(line => (line.Line.Sku, line.Line.Warehouse)), shipTo, Freshness.AsKnown);
        var unknown = sourcing.Unknown.ToHashSet();
        faults.AddRange(lines.Where(line => unknown.Contains(line.Line.Sku)).Select(line => new Fault(
            $"/lines/{line.Index}/sku", FaultCodes.UnknownSku, $"There is no product {line.Line.Sku}.")));
        return faults.Count > 0 ? (faults.ToItems(), null) : null;
    }
}
