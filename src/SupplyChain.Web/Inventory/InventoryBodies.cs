using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Reads the bodies of requests about inventory.</summary>
internal static class InventoryBodies
{
    public static PutProduct Product(BodyReader body)
    {
        var product = new PutProduct(
            body.Text("description", required: true) ?? "",
            body.Text("gtin"),
            body.Number("unitWeightKg"),
            body.Number("unitVolumeM3"));
        if (body.Text("tracking") is { } tracking && tracking != "None")
            body.Unreadable("tracking", FaultCodes.Invalid, "Products are tracked by quantity: 'None'.");
        return product;
    }

    public static RecordReceipt Receipt(BodyReader body) => new(
        body.Id<WarehouseId>("warehouse", required: true).GetValueOrDefault(),
        body.List("lines", true, line => new ReceiptLine(
            line.Id<Sku>("sku", required: true).GetValueOrDefault(),
            line.Whole("quantity", required: true) ?? 0)) ?? [],
        body.OccurredAt());

    public static RecordAdjustment Adjustment(BodyReader body) => new(
        body.Id<WarehouseId>("warehouse", required: true).GetValueOrDefault(),
        body.Id<Sku>("sku", required: true).GetValueOrDefault(),
        body.Whole("delta", required: true) ?? 0,
        body.Text("reason", required: true) ?? "",
        body.OccurredAt());
}
