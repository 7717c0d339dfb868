using System.Globalization;
using System.Text.Json.Serialization;

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

    /// <summary>The units; null while that is no number of units.</summary>
    [JsonIgnore]
    public long? Units => long.TryParse(Quantity, CultureInfo.InvariantCulture, out var units)
        && units is >= 1 and <= Limits.MaxQuantity ? units : null;
}
