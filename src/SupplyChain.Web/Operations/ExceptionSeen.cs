using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Operations;

/// <summary>An exception with what is behind it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Order">The order it concerns; null when it concerns none.</param>
/// <param name="Loss">What took reserved units away, if anything did that is known.</param>
/// <param name="Stock">Where the product lies, when it is just one.</param>
/// <param name="Site">The warehouse, when it is just one.</param>
/// <param name="Names">The names of all warehouses, by id.</param>
/// <param name="At">When it was read.</param>
/// <param name="Import">The newest import with the profile, when it is about one.</param>
/// <param name="Transfer">The transfer, when it is about one.</param>
public sealed record ExceptionSeen(
    string Id,
    OrderSeen? Order,
    StockLoss? Loss,
    ProductStock? Stock,
    WarehouseDetails? Site,
    IReadOnlyDictionary<string, string> Names,
    DateTimeOffset At,
    ImportSummary? Import = null,
    TransferDetails? Transfer = null)
{
    /// <summary>What people call a warehouse.</summary>
    public string Called(string warehouse) => Names.GetValueOrDefault(warehouse) ?? warehouse;

    /// <summary>The shipment of a number, when it belongs to the order.</summary>
    public ShipmentDetails? Shipment(ShipmentId? id) => Order?.Shipments.FirstOrDefault(one => one.Id == id);
}
