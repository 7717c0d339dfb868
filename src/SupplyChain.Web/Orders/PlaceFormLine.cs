using System.Globalization;
using System.Text.Json.Serialization;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A line of an order as it is written.</summary>
public sealed class PlaceFormLine
{
    /// <summary>Its number.</summary>
    public int Line { get; set; }

    /// <summary>The product.</summary>
    public string Sku { get; set; } = "";

    /// <summary>The units, as they are typed.</summary>
    public string Quantity { get; set; } = "";

    /// <summary>The only warehouse it may come from; empty for any.</summary>
    public string Warehouse { get; set; } = "";

    /// <summary>The date wanted, when it differs from the order's, as the browser writes it.</summary>
    public string RequestedBy { get; set; } = "";

    /// <summary>The line's value, as it is typed; empty when it has none.</summary>
    public string Value { get; set; } = "";

    /// <summary>The units; null while that is no number of units.</summary>
    [JsonIgnore]
    public long? Units => long.TryParse(Quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var units)
        && units is >= 1 and <= Limits.MaxQuantity ? units : null;

    /// <summary>The value; null while that is no amount. A comma is none: it means thousands to some.</summary>
    [JsonIgnore]
    public decimal? Amount =>
        decimal.TryParse(Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;

    /// <summary>The open units of a line that was ordered before.</summary>
    public static PlaceFormLine Of(OrderLineDetails line) => new()
    {
        Line = line.Line,
        Sku = line.Sku.Value,
        Quantity = (line.Quantity - line.Cancelled).ToString(CultureInfo.InvariantCulture),
        Warehouse = line.Warehouse?.Value ?? "",
        Value = line.Cancelled == 0 && line.Value is { } value
            ? value.Amount.ToString(CultureInfo.InvariantCulture)
            : "",
    };

    /// <summary>The line, as far as it is written.</summary>
    /// <param name="currency">The currency of its value; null to leave the value out.</param>
    internal PlaceOrderLine Read(string? currency) => new(
        Line, Sku, Units ?? 0,
        Warehouse.Length > 0 ? Warehouse : (WarehouseId?)null,
        PlaceForm.Day(RequestedBy),
        currency is not null && Value.Length > 0 ? new Money(Amount ?? -1, currency) : null);
}
