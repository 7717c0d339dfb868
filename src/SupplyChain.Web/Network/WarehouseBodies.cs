namespace SupplyChain.Network;

/// <summary>Reads the bodies of requests about warehouses.</summary>
internal static class WarehouseBodies
{
    public static PutWarehouse Put(BodyReader body) => new(
        body.Text("name", required: true) ?? "",
        body.Number("latitude"),
        body.Number("longitude"),
        body.Text("country"),
        body.Text("unlocode"),
        body.Text("gln"),
        body.Text("region"),
        body.Text("timeZone"),
        body.Small("priority") ?? 3);

    public static CloseWarehouse Close(BodyReader body) => new(body.Text("reason", required: true) ?? "");

    public static OpenWarehouse Open(BodyReader body) => new(body.Text("reason", required: true) ?? "");
}
