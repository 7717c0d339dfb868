using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A line as it is now. Once decided: quantity = allocated + backordered + shipped + cancelled.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units ordered, cancelled ones included.</param>
/// <param name="Allocated">Units reserved now, undispatched shipments included.</param>
/// <param name="Backordered">Units that wait for stock.</param>
/// <param name="Shipped">Units that left a warehouse.</param>
/// <param name="Delivered">Of the shipped: units whose journey has ended.</param>
/// <param name="Cancelled">Units cancelled.</param>
/// <param name="Scheduled">The date it counts against: requested, else the first promise.</param>
/// <param name="Promise">The first promise: the estimated arrival when it was first allocated.</param>
/// <param name="Warehouse">The warehouse it is pinned to, if any.</param>
/// <param name="Value">The line's value.</param>
/// <param name="RequestedBy">The date wanted of this line, if it has one of its own.</param>
/// <param name="ClosedShort">Of the cancelled: units that the supplier cancelled.</param>
[GenerateSerializer, Immutable, Alias("order-line-details")]
public sealed record OrderLineDetails(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] long Allocated,
    [property: Id(4)] long Backordered,
    [property: Id(5)] long Shipped,
    [property: Id(6)] long Delivered,
    [property: Id(7)] long Cancelled,
    [property: Id(8)] DateOnly? Scheduled,
    [property: Id(9)] DateOnly? Promise,
    [property: Id(10)] WarehouseId? Warehouse,
    [property: Id(11)] Money? Value,
    [property: Id(12)] DateOnly? RequestedBy = null,
    [property: Id(13)] long ClosedShort = 0);
