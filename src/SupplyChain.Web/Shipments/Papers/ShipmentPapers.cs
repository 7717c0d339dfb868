namespace SupplyChain.Shipments.Papers;

/// <summary>What papers say of a shipment.</summary>
internal static class ShipmentPapers
{
    /// <summary>The carrier and the mode.</summary>
    public static string Transport(ShipmentDetails shipment) => shipment.Carrier is { } carrier
        ? $"{carrier}, {shipment.Mode.ToLowerInvariant()}"
        : shipment.Mode;

    /// <summary>The lines of the address it goes to.</summary>
    public static IEnumerable<string> To(ShipmentSeen seen) => seen.Order is { ShipTo: var to }
        ? new[] { to.Name, to.Address, to.Unlocode, to.Country }.OfType<string>()
        : seen.To is { } site ? new[] { site.Name, site.Unlocode, site.Country }.OfType<string>()
        : ["unknown"];

    /// <summary>Units of an order line that are not cancelled; null when the order could not be read.</summary>
    public static long? Ordered(ShipmentSeen seen, int line) =>
        seen.Order?.Lines.FirstOrDefault(one => one.Line == line) is { } ordered
            ? ordered.Quantity - ordered.Cancelled
            : null;

    /// <summary>How many lines of the order have nothing in it, and are not cancelled.</summary>
    public static int Missing(ShipmentSeen seen) => seen.Order?.Lines.Count(ordered =>
        ordered.Quantity > ordered.Cancelled
        && seen.Shipment.Lines.All(line => line.Line != ordered.Line)) ?? 0;
}
