using System.Globalization;
using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>A company that moves goods by one mode.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mode">How it moves them.</param>
/// <param name="Letters">What its tracking numbers begin with.</param>
internal sealed record Carrier(string Name, string Mode, string Letters)
{
    private const ulong Numbers = 10_000_000_000;

    /// <summary>The number under which it moves a shipment.</summary>
    public string TrackingNumber(ShipmentId shipment) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Letters}{(ulong)(new Seed(0).For("tracking", shipment.Value).Fraction() * Numbers):0000000000}");
}
