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

    public static AmendOrder Amend(BodyReader body) => new(
        body.Date("requestedBy"),
        body.Object("shipTo", false, ShipTo),
        body.Small("priority"),
        body.List("lines", false, line => new AmendOrderLine(
            line.Small("line", required: true) ?? 0, line.Whole("quantity"), line.Date("requestedBy"))) ?? []);

    public static CancelOrder Cancel(BodyReader body) =>
        new(body.Text("reason", required: true) ?? "", body.Numbers("lines", false));

    public static ReleaseOrder Release(BodyReader body) =>
        new(body.OccurredAt(), body.List("shipments", false, Shipment));

    private static PlaceOrderLine Line(BodyReader line) => new(
        line.Small("line", required: true) ?? 0,
        line.Id<Sku>("sku", required: true).GetValueOrDefault(),
        line.Whole("quantity", required: true) ?? 0,
        line.Id<WarehouseId>("warehouse"),
        line.Date("requestedBy"),
        line.Money("value"));

    private static ShipTo ShipTo(BodyReader shipTo) => new(
        shipTo.Text("country", required: true) ?? "",
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
