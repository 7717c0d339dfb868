namespace SupplyChain.Network;

/// <summary>Distances on the sphere.</summary>
public static class GreatCircle
{
    /// <summary>The earth's mean radius R₁ in kilometres (IUGG, from the GRS 80 ellipsoid).</summary>
    public const double EarthRadiusKm = 6371.0088;

    // Both formulas round; the least must never come out above the whole.
    private const double OneRoundedDown = 1 - 1e-7;

    /// <summary>The shortest way between two points in kilometres, by the haversine formula.</summary>
    public static double DistanceKm(GeoPoint from, GeoPoint to)
    {
        var latitude = Math.Sin(double.DegreesToRadians(to.Latitude - from.Latitude) / 2);
        var longitude = Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        var parallels = Math.Cos(double.DegreesToRadians(from.Latitude))
            * Math.Cos(double.DegreesToRadians(to.Latitude));
        var haversine = (latitude * latitude) + (parallels * longitude * longitude);

        // Antipodes may round to just above 1, where the arc sine has no value.
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, haversine)));
    }

    /// <summary>What the way between two latitudes is at least, in kilometres: the one along a meridian.</summary>
    public static double LeastDistanceKm(double fromLatitude, double toLatitude) =>
        EarthRadiusKm * double.DegreesToRadians(Math.Abs(toLatitude - fromLatitude)) * OneRoundedDown;
}
