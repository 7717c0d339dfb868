using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Reads the bodies of requests about orders.</summary>
internal static class OrderBodies
{
    public static PlaceOrder Place(BodyReader body) => new(
        body.Id<CustomerId>("customer", required: true).GetValueOrDefault(),
        body.Object("shipTo", true, ShipTo)!,
        body.List("lines", true, Line) ?? [],
        body.Small("priority") ?? 3,
        body.Date("requestedBy"),
        body.OccurredAt(),
        body.Object("policy", false, Policy));

    public static AmendOrder Amend(BodyReader body)
    {
        body.NotNull("shipTo", "priority", "lines");
        return new(
            body.Date("requestedBy"),
            body.Object("shipTo", false, AmendedShipTo),
            body.Small("priority"),
            body.List("lines", false, AmendedLine) ?? [],
            body.IsNull("requestedBy"));
    }

    public static CancelOrder Cancel(BodyReader body) => new(
        body.Text("reason", required: true) ?? "",
        body.Numbers("lines", false),
        body.Choice<OrderParty>("onBehalfOf"));

    public static ResourceOrder Resource(BodyReader body) => new(body.Numbers("lines", false));

    public static ReleaseOrder Release(BodyReader body) =>
        new(body.OccurredAt(), body.List("shipments", false, Shipment));

    private static PlaceOrderLine Line(BodyReader line) => new(
        line.Small("line", required: true) ?? 0,
        line.Id<Sku>("sku", required: true).GetValueOrDefault(),
        line.Whole("quantity", required: true) ?? 0,
        line.Id<WarehouseId>("warehouse"),
        line.Date("requestedBy"),
        line.Money("value"));

    private static AmendOrderLine AmendedLine(BodyReader line)
    {
        line.NotNull("line", "quantity", "sku");
        return new(
            line.Small("line", required: !line.IsNull("line")) ?? 0,
            line.Whole("quantity"),
            line.Date("requestedBy"),
            line.IsNull("requestedBy"),
            line.Id<Sku>("sku"),
            line.Id<WarehouseId>("warehouse"),
            line.Money("value"),
            line.IsNull("warehouse"),
            line.IsNull("value"));
    }

    private static ShipTo ShipTo(BodyReader shipTo) => ShipTo(shipTo, shipTo.Text("country", required: true));

    private static ShipTo AmendedShipTo(BodyReader shipTo)
    {
        shipTo.NotNull("country");
        return ShipTo(shipTo, shipTo.IsNull("country") ? null : shipTo.Text("country", required: true));
    }

    private static ShipTo ShipTo(BodyReader shipTo, string? country) => new(
        country ?? "",
        shipTo.Number("latitude"),
        shipTo.Number("longitude"),
        shipTo.Text("unlocode"),
        shipTo.Text("name"),
        shipTo.Text("address"));

    private static OrderPolicy Policy(BodyReader policy) => new(
        policy.Flag("shipComplete", false),
        policy.Flag("allowSplit", true),
        policy.Flag("allowBackorder", true),
        policy.Small("maxShipments"));

    private static ReleaseShipment Shipment(BodyReader shipment) => new(
        shipment.Id<ShipmentId>("id", required: true).GetValueOrDefault(),
        shipment.Numbers("lines", true) ?? [],
        shipment.Text("mode"),
        shipment.Text("carrier"),
        shipment.Text("trackingNumber"),
        shipment.Number("weightKg"),
        shipment.Money("freight"));
}
