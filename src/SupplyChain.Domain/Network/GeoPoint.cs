namespace SupplyChain.Network;

/// <summary>A place on earth in decimal degrees (WGS 84).</summary>
public readonly record struct GeoPoint
{
    /// <summary>A point within range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is out of range or not a number.</exception>
    public GeoPoint(double latitude, double longitude)
    {
        if (!IsValid(latitude, longitude))
        {
            throw new ArgumentOutOfRangeException(
                nameof(latitude), $"({latitude}, {longitude}) is not a place on earth.");
        }
        Latitude = latitude;
        Longitude = longitude;
    }

    /// <summary>Degrees north, -90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east, -180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>Makes a point if both coordinates are in range.</summary>
    public static bool TryCreate(double latitude, double longitude, out GeoPoint point)
    {
        var valid = IsValid(latitude, longitude);
        point = valid ? new(latitude, longitude) : default;
        return valid;
    }

    private static bool IsValid(double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
}
