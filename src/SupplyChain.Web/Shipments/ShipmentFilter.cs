using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Which shipments a request is about, as its query says it.</summary>
internal static class ShipmentFilter
{
    /// <summary>What it may say.</summary>
    public static QueryParameter[] Parameters { get; } =
    [
        QueryParameter.OneOf<ShipmentStatus>("status", "Only shipments in that status.").Many(),
        QueryParameter.Text("order", "Only shipments of that order.").Many(),
        QueryParameter.Text("warehouse", "Only shipments from there.").Many(),
        QueryParameter.Flag("open", "Only shipments of which units are still to arrive; cancelled ones are none."),
        QueryParameter.OneOf<ShipmentStanding>(
            "standing", "Only shipments that stand like that against their promise today.").Many(),
        QueryParameter.Text("q", "Only shipments whose number, tracking number or order contains the text."),
        QueryParameter.Text("carrier", "Only shipments of that carrier, as given.").Many(),
        QueryParameter.Text("mode", "Only shipments of that mode, as given.").Many(),
        QueryParameter.Text("customer", "Only shipments to that customer.").Many(),
        QueryParameter.Text("sku", "Only shipments made with that product.").Many(),
        QueryParameter.Text("promisedFrom", "Promised for that date or later."),
        QueryParameter.Text("promisedTo", "Promised for a date before."),
        QueryParameter.Text("deliveredFrom", "Arrived completely at or after that date or instant."),
        QueryParameter.Text("deliveredTo", "Arrived completely before that date or instant."),
    ];

    /// <summary>Reads it.</summary>
    public static ShipmentQuery Read(QueryReader query)
    {
        var (statuses, orders) = (query.Values<ShipmentStatus>("status"), query.Ids<OrderId>("order"));
        var warehouses = query.Ids<WarehouseId>("warehouse");
        return new(
            statuses.Only(), orders.Only(), warehouses.Only(),
            statuses.Several(), orders.Several(), warehouses.Several(),
            query.Flag("open"), query.Values<ShipmentStanding>("standing"), query.Search("q"),
            query.Texts("carrier"), query.Texts("mode"), query.Ids<CustomerId>("customer"), query.Ids<Sku>("sku"),
            query.Date("promisedFrom"), query.Date("promisedTo"),
            query.Instant("deliveredFrom"), query.Instant("deliveredTo"));
    }
}
