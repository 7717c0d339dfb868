using System.Text.Encodings.Web;
using System.Text.Json;
using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Transfers;

namespace SupplyChain;

/// <summary>
/// The canonical form of documents, the first. Each member is written here by name, so that a member that is renamed or
/// added elsewhere does not make last month's order another one. Equal values are written alike: instants in UTC,
/// amounts without trailing zeros, lines in order, what is not given not at all. A new member is written only when it
/// is given: then bodies that do not have it keep their digest.
/// </summary>
internal static class DigestV1
{
    // Dividing by one with all its places drops the zeros a decimal remembers.
    private const decimal OneInFull = 1.0000000000000000000000000000m;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An order as it was placed.</summary>
    public static byte[] Of(PlaceOrder order) => Write(json =>
    {
        json.WriteString("customer", order.Customer.Value);
        json.WriteStartObject("shipTo");
        json.WriteString("country", order.ShipTo.Country);
        Number(json, "latitude", order.ShipTo.Latitude);
        Number(json, "longitude", order.ShipTo.Longitude);
        Text(json, "unlocode", order.ShipTo.Unlocode);
        Text(json, "name", order.ShipTo.Name);
        Text(json, "address", order.ShipTo.Address);
        json.WriteEndObject();
        json.WriteStartArray("lines");
        foreach (var line in order.Lines.OrderBy(line => line.Line))
        {
            Line(json, line);
        }
        json.WriteEndArray();
        json.WriteNumber("priority", order.Priority);
        Date(json, "requestedBy", order.RequestedBy);
        Occurred(json, order.OccurredAt);
        var policy = order.Policy ?? new();
        json.WriteStartObject("policy");
        json.WriteBoolean("shipComplete", policy.ShipComplete);
        json.WriteBoolean("allowSplit", policy.AllowSplit);
        json.WriteBoolean("allowBackorder", policy.AllowBackorder);
        if (policy.MaxShipments is { } most)
        {
            json.WriteNumber("maxShipments", most);
        }
        json.WriteEndObject();
    });

    /// <summary>A receipt; its lines in the order in which they were recorded.</summary>
    public static byte[] Of(RecordReceipt receipt) => Write(json =>
    {
        json.WriteString("warehouse", receipt.Warehouse.Value);
        json.WriteStartArray("lines");
        foreach (var line in receipt.Lines)
        {
            json.WriteStartObject();
            json.WriteString("sku", line.Sku.Value);
            json.WriteNumber("quantity", line.Quantity);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Occurred(json, receipt.OccurredAt);
    });

    /// <summary>An adjustment.</summary>
    public static byte[] Of(RecordAdjustment adjustment) => Write(json =>
    {
        json.WriteString("warehouse", adjustment.Warehouse.Value);
        json.WriteString("sku", adjustment.Sku.Value);
        json.WriteNumber("delta", adjustment.Delta);
        json.WriteString("reason", adjustment.Reason);
        Occurred(json, adjustment.OccurredAt);
    });

    /// <summary>A transfer as it was requested.</summary>
    public static byte[] Of(RequestTransfer transfer) => Write(json =>
    {
        json.WriteString("from", transfer.From.Value);
        json.WriteString("to", transfer.To.Value);
        json.WriteStartArray("lines");
        foreach (var line in transfer.Lines)
        {
            json.WriteStartObject();
            json.WriteString("sku", line.Sku.Value);
            json.WriteNumber("quantity", line.Quantity);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("priority", transfer.Priority);
        Date(json, "requestedBy", transfer.RequestedBy);
    });

    /// <summary>A receipt of a transfer.</summary>
    public static byte[] Of(ReceiveTransfer receipt) => Write(json =>
    {
        json.WriteStartArray("lines");
        foreach (var line in receipt.Lines.OrderBy(line => line.Line))
        {
            json.WriteStartObject();
            json.WriteNumber("line", line.Line);
            json.WriteNumber("quantity", line.Quantity);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("final", receipt.Final);
        Occurred(json, receipt.OccurredAt);
    });

    private static void Line(Utf8JsonWriter json, PlaceOrderLine line)
    {
        json.WriteStartObject();
        json.WriteNumber("line", line.Line);
        json.WriteString("sku", line.Sku.Value);
        json.WriteNumber("quantity", line.Quantity);
        Text(json, "warehouse", line.Warehouse?.Value);
        Date(json, "requestedBy", line.RequestedBy);
        if (line.Value is { } value)
        {
            json.WriteStartObject("value");
            json.WriteNumber("amount", value.Amount / OneInFull);
            json.WriteString("currency", value.Currency);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Occurred(Utf8JsonWriter json, OccurredAt at)
    {
        json.WriteStartObject("occurredAt");
        if (at.Instant is { } instant)
        {
            json.WriteString("instant", instant.ToUniversalTime());
        }
        json.WriteBoolean("isUnknown", at.IsUnknown);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    private static void Date(Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } day)
        {
            json.WriteString(name, day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
