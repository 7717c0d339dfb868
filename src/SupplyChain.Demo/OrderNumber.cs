using System.Globalization;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>
/// The numbers of the demo world: they say when and who, so the same moment always gives the same numbers.
/// An order is <c>SO-yymmddhh-ccc</c>: the simulated hour (UTC) and the customer.
/// </summary>
internal static class OrderNumber
{
    public const string Prefix = "SO-";

    private const string HourFormat = "yyMMddHH";
    private const int Length = 15;

    /// <summary>The number of the order a customer places in an hour.</summary>
    public static OrderId Of(DateTimeOffset hour, Customer customer) =>
        $"{Prefix}{hour.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture)}-{customer.Suffix}";

    /// <summary>The number of a shipment released some hours after its order was placed; several get letters.</summary>
    public static ShipmentId Shipment(OrderId order, int hours, int index) => string.Create(
        CultureInfo.InvariantCulture, $"SH-{order.Value[Prefix.Length..]}-{hours}{(char)('a' + index)}");

    /// <summary>Who placed an order; null when it is none of the demo world's.</summary>
    public static Customer? CustomerOf(OrderId number) =>
        number.Value is { Length: Length } text
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var customer)
            ? Customers.Find(customer)
            : null;
}
