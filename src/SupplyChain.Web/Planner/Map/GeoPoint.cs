namespace SupplyChain.Planner.Map;

/// <summary>A place on the globe.</summary>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="Latitude">Degrees, −90 to 90.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    /// <summary>A place of which both are known; null otherwise.</summary>
    public static GeoPoint? Of(double? longitude, double? latitude) =>
        longitude is { } east && latitude is { } north ? new(east, north) : null;

    /// <summary>The place a share of the way from here to there, along the great circle.</summary>
    /// <param name="there">Where the way ends.</param>
    /// <param name="share">From 0, here, to 1, there.</param>
    public GeoPoint Towards(GeoPoint there, double share)
    {
        var (from, to) = (Vector(), there.Vector());
        var angle = Math.Acos(Math.Clamp((from.X * to.X) + (from.Y * to.Y) + (from.Z * to.Z), -1, 1));
        // In one place there is no way; between opposite ones there is no one way.
        if (Math.Sin(angle) < 1e-9)
            return share < 0.5 ? this : there;
        var (here, beyond) = (Math.Sin((1 - share) * angle), Math.Sin(share * angle));
        var (x, y, z) = (
            (here * from.X) + (beyond * to.X), (here * from.Y) + (beyond * to.Y), (here * from.Z) + (beyond * to.Z));
        return new(Degrees(Math.Atan2(y, x)), Degrees(Math.Atan2(z, Math.Sqrt((x * x) + (y * y)))));
    }

    private static double Degrees(double radians) => radians * 180 / Math.PI;

    private (double X, double Y, double Z) Vector()
    {
        var (east, north) = (Longitude * Math.PI / 180, Latitude * Math.PI / 180);
        return (Math.Cos(north) * Math.Cos(east), Math.Cos(north) * Math.Sin(east), Math.Sin(north));
    }
}
