using System.Collections.Frozen;
using System.Globalization;

namespace SupplyChain.Network;

/// <summary>
/// One point per ISO 3166-1 country or territory, for a ship-to that names nothing but its country: the capital or seat
/// of government, or the main settlement or station where there is none, to about a kilometre
/// (<c>CountryReferencePoints.csv</c>).
/// </summary>
public static class CountryReferencePoints
{
    private static readonly FrozenDictionary<string, GeoPoint> Points = Load();

    /// <summary>How many countries and territories there are.</summary>
    public static int Count => Points.Count;

    /// <summary>The point of an ISO 3166-1 alpha-2 code, in capitals.</summary>
    public static bool TryGet(string? country, out GeoPoint point)
    {
        point = default;
        return country is not null && Points.TryGetValue(country, out point);
    }

    private static FrozenDictionary<string, GeoPoint> Load()
    {
        var table = typeof(CountryReferencePoints).Assembly.GetManifestResourceStream("CountryReferencePoints.csv")!;
        using var reader = new StreamReader(table);
        var points = new Dictionary<string, GeoPoint>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } row)
        {
            var fields = row.Split(',');
            points.Add(fields[0], new(Degrees(fields[1]), Degrees(fields[2])));
        }

        return points.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
