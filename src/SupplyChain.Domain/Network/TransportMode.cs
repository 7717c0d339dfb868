namespace SupplyChain.Network;

/// <summary>How goods travel where no lane is agreed: speed, fixed days, rate over the great-circle distance.</summary>
/// <param name="Name">The mode as given, or the well-known name of the one chosen.</param>
/// <param name="KmPerDay">Kilometres travelled per day.</param>
/// <param name="FixedDays">Days that do not depend on the distance, one of handling included.</param>
/// <param name="UsdPerTonneKm">The rate in US dollars per tonne and kilometre.</param>
public readonly record struct TransportMode(string Name, int KmPerDay, int FixedDays, decimal UsdPerTonneKm)
{
    /// <summary>The longest distance that goes by truck when no mode is given, in kilometres.</summary>
    public const double LongestTruckKm = 1500;

    private static readonly TransportMode Truck = new("Truck", 600, 1, 0.15m);
    private static readonly TransportMode Air = new("Air", 5000, 3, 0.80m);
    private static readonly TransportMode Ocean = new("Ocean", 700, 1, 0.02m);
    private static readonly TransportMode Rail = new("Rail", 800, 1, 0.05m);

    /// <summary>
    /// The mode named by the text, whatever its case. Without a text, or with one that has no figures of its own,
    /// the distance decides: truck up to <see cref="LongestTruckKm"/>, air beyond; a given name is kept.
    /// </summary>
    public static TransportMode For(string? mode, double distanceKm)
    {
        var byDistance = distanceKm <= LongestTruckKm ? Truck : Air;
        return mode?.Trim().ToUpperInvariant() switch
        {
            null or "" => byDistance,
            "TRUCK" => Truck with { Name = mode },
            "AIR" or "AIR CHARTER" => Air with { Name = mode },
            "OCEAN" => Ocean with { Name = mode },
            "RAIL" => Rail with { Name = mode },
            _ => byDistance with { Name = mode },
        };
    }

    /// <summary>Whole days from dispatch to arrival, rounded up.</summary>
    public int TransitDays(double distanceKm) => (int)Math.Ceiling(distanceKm / KmPerDay) + FixedDays;

    /// <summary>What it costs to move a weight in kilograms over a distance, in US dollars.</summary>
    public decimal CostUsd(double distanceKm, double weightKg) =>
        UsdPerTonneKm * (decimal)distanceKm * (decimal)weightKg / 1000m;
}
