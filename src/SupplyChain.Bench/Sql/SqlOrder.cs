using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Bench.Sql;

/// <summary>An order as the tables take it.</summary>
/// <param name="Lines">
/// In one order of their products, so that two orders never wait for each other. It is the descending one, in which
/// what is wanted most comes last: its row is locked for the shortest time.
/// </param>
/// <param name="Nearest">All warehouses by their index, the nearest to the ship-to first.</param>
internal sealed record SqlOrder(PlaceOrderLine[] Lines, int[] Nearest)
{
    /// <summary>An order for warehouses at these places.</summary>
    public static SqlOrder Of(PlaceOrder order, GeoPoint[] places)
    {
        var shipTo = new GeoPoint(order.ShipTo.Latitude ?? 0, order.ShipTo.Longitude ?? 0);
        var (warehouses, distances) = (new int[places.Length], new double[places.Length]);
        for (var i = 0; i < places.Length; i++)
            (warehouses[i], distances[i]) = (i, GreatCircle.DistanceKm(places[i], shipTo));
        Array.Sort(distances, warehouses);
        return new([.. order.Lines.OrderByDescending(line => line.Sku.Value, StringComparer.Ordinal)], warehouses);
    }
}
