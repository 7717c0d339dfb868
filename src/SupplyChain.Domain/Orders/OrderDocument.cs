using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>The document an order was placed with: its canonical form, its event, and what the order knows of
/// it.</summary>
public sealed partial record Order
{
    /// <summary>The canonical form, the first; the digest that tells a repeat from a conflict is made of it.</summary>
    public static byte[] CanonicalV1(PlaceOrder command) => CanonicalJson.Write(json =>
    {
        json.WriteString("customer", command.Customer.Value);
        json.WriteStartObject("shipTo");
        json.WriteString("country", command.ShipTo.Country);
        json.WriteGiven("latitude", command.ShipTo.Latitude);
        json.WriteGiven("longitude", command.ShipTo.Longitude);
        json.WriteGiven("unlocode", command.ShipTo.Unlocode);
        json.WriteGiven("name", command.ShipTo.Name);
        json.WriteGiven("address", command.ShipTo.Address);
        json.WriteEndObject();
        json.WriteLines(command.Lines.OrderBy(line => line.Line), line =>
        {
            json.WriteNumber("line", line.Line);
            json.WriteString("sku", line.Sku.Value);
            json.WriteNumber("quantity", line.Quantity);
            json.WriteGiven("warehouse", line.Warehouse?.Value);
            json.WriteGiven("requestedBy", line.RequestedBy);
            json.WriteGiven("value", line.Value);
        });
        json.WriteNumber("priority", command.Priority);
        json.WriteGiven("requestedBy", command.RequestedBy);
        json.WriteOccurredAt(command.OccurredAt);
        var policy = command.Policy ?? new();
        json.WriteStartObject("policy");
        json.WriteBoolean("shipComplete", policy.ShipComplete);
        json.WriteBoolean("allowSplit", policy.AllowSplit);
        json.WriteBoolean("allowBackorder", policy.AllowBackorder);
        json.WriteGiven("maxShipments", policy.MaxShipments);
        json.WriteEndObject();
    });

    internal static Placed Record(
        OrderId number, PlaceOrder command, OrderAddress shipTo, string digest, DateTimeOffset now) => new(
        number, command.Customer, shipTo, command.Priority, command.RequestedBy, command.OccurredAt.Resolve(now),
        command.Lines.OrderBy(line => line.Line).Select(OrderedLine.Of).ToItems(), FulfilmentPolicy.Of(command.Policy),
        digest);

    private static Order Remember(Placed placed, DateTimeOffset recordedAt) => Initial with
    {
        Number = placed.Number,
        Customer = placed.Customer,
        ShipTo = placed.ShipTo,
        Priority = placed.Priority,
        RequestedBy = placed.RequestedBy,
        PlacedAt = placed.PlacedAt,
        RecordedAt = recordedAt,
        Policy = placed.Policy,
        Digest = placed.Digest,
        Lines = OrderLines.Of(
            placed.Lines.Select(line => OrderLine.Of(line, firstOrdered: line.Quantity))),
    };
}
