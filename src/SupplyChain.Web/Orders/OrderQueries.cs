using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>What the query of a request asks of orders: the list, its count and its export read the same.</summary>
internal static class OrderQueries
{
    /// <summary>As the OpenAPI document shows it.</summary>
    public static readonly QueryParameter[] Parameters =
    [
        QueryParameter.OneOf<OrderStatus>("status", "Only orders in that status.").Many(),
        QueryParameter.Text("customer", "Only orders of that customer.").Many(),
        QueryParameter.Text("warehouse", "Only orders with an allocation there.").Many(),
        QueryParameter.Text("sku", "Only orders with a line of that product.").Many(),
        QueryParameter.Text("q", "Only orders whose number or customer contains the text."),
        QueryParameter.Text("from", "Placed at or after: a date or an instant."),
        QueryParameter.Text("to", "Placed before: a date or an instant."),
        QueryParameter.Flag("waiting", "Only orders with units that wait for stock."),
        QueryParameter.Flag(
            "ready",
            "Only orders that can be released: units are reserved and in no shipment, and the customer's policy allows "
            + "the shipments they would make."),
        QueryParameter.Flag(
            "late",
            "Only orders that are late or at risk: units of a line are not delivered although its scheduled date is "
            + "before the business day, or a shipment that has not arrived is expected after its promise."),
        QueryParameter.Number("priority", "Only orders of that priority, 1 (highest) to 5.").Many(),
        QueryParameter.Text("requestedFrom", "Wanted on that date or later; orders without a date are left out."),
        QueryParameter.Text("requestedTo", "Wanted before that date."),
        QueryParameter.Text("promisedFrom", "First promised for that date or later; orders without are left out."),
        QueryParameter.Text("promisedTo", "First promised for a date before."),
        QueryParameter.Number("unitsFrom", "Of so many units or more, cancelled ones not counted."),
        QueryParameter.Number("unitsTo", "Of fewer units."),
    ];

    /// <summary>Reads it.</summary>
    public static OrderQuery Orders(this QueryReader query)
    {
        var (statuses, customers) = (query.Values<OrderStatus>("status"), query.Ids<CustomerId>("customer"));
        var (warehouses, skus) = (query.Ids<WarehouseId>("warehouse"), query.Ids<Sku>("sku"));
        return new OrderQuery(
            statuses.Only(), customers.Only(), warehouses.Only(), skus.Only(),
            query.Search("q"), query.Instant("from"), query.Instant("to"),
            statuses.Several(), customers.Several(), warehouses.Several(), skus.Several(),
            query.Flag("waiting"), query.Flag("ready"), query.Flag("late"),
            query.Numbers("priority", 1, 5),
            query.Date("requestedFrom"), query.Date("requestedTo"),
            query.Date("promisedFrom"), query.Date("promisedTo"),
            query.Number("unitsFrom"), query.Number("unitsTo"));
    }
}
