using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>The carriers of the demo world; their names are invented.</summary>
internal static class Carriers
{
    /// <summary>Days kept in hand before slow transport is trusted with a date.</summary>
    private const int Reserve = 6;

    private const double LongestRailKm = 4_500;

    private static readonly Carrier[] Road =
        [new("Northway Freight", "Truck", "NW"), new("Halm & Sons", "Truck", "HS")];

    private static readonly Carrier[] Rail =
        [new("Transterra Rail", "Rail", "TR")];

    private static readonly Carrier[] Sky =
        [new("Meridian Air Cargo", "Air", "MA"), new("Petrel Express", "Air", "PE")];

    private static readonly Carrier[] Sea =
        [new("Bluewater Lines", "Ocean", "BW"), new("Austral Lines", "Ocean", "AL")];

    /// <summary>The carrier of a shipment: by road when near, slowly when there is time, else by air.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="distanceKm">How far it goes.</param>
    /// <param name="daysLeft">Days until it is wanted; null when no date was named.</param>
    public static Carrier Choose(ShipmentId shipment, double distanceKm, int? daysLeft)
    {
        var choices = distanceKm <= TransportMode.LongestTruckKm ? Road
            : distanceKm <= LongestRailKm && Fits(Rail[0].Mode, distanceKm, daysLeft) ? Rail
            : Fits(Sea[0].Mode, distanceKm, daysLeft) ? Sea
            : Sky;
        return new Seed(0).For("carrier", shipment.Value).Pick(choices);
    }

    private static bool Fits(string mode, double distanceKm, int? daysLeft) =>
        TransportMode.For(mode, distanceKm).TransitDays(distanceKm) + Reserve <= daysLeft;
}
