using System.Text.RegularExpressions;

namespace SupplyChain.Network;

/// <summary>Defines a warehouse, replacing what was known of it (not whether it is open).</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Latitude">Degrees, −90 to 90; together with the longitude or not at all.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="Country">ISO 3166-1 alpha-2, an officially assigned code in capitals.</param>
/// <param name="Unlocode">UN/LOCODE, five characters.</param>
/// <param name="Gln">GLN-13 with its check digit.</param>
/// <param name="Region">A region's name, up to 200 characters.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="Priority">Priority band, 1 (first) to 9; default 3.</param>
[GenerateSerializer, Immutable, Alias("put-warehouse")]
public sealed record PutWarehouse(
    [property: Id(0)] string Name,
    [property: Id(1)] double? Latitude = null,
    [property: Id(2)] double? Longitude = null,
    [property: Id(3)] string? Country = null,
    [property: Id(4)] string? Unlocode = null,
    [property: Id(5)] string? Gln = null,
    [property: Id(6)] string? Region = null,
    [property: Id(7)] string? TimeZone = null,
    [property: Id(8)] int Priority = 3);

/// <summary>What a warehouse's definition may say.</summary>
public static partial class PutWarehouseValidation
{
    /// <summary>A machine may lack the zone database; then only the shape of a name can be checked.</summary>
    private static readonly bool HasZones = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out _);

    /// <summary>The faulty fields; none when the warehouse can be defined so.</summary>
    public static Items<Fault> Validate(this PutWarehouse command)
    {
        var faults = new FaultList();
        faults.RequiredText("name", command.Name);
        faults.Coordinates("", command.Latitude, command.Longitude);
        faults.Country("country", command.Country);
        faults.Unlocode("unlocode", command.Unlocode);
        if (command.Gln is { } gln && !CheckDigit.IsGln(gln))
            faults.Add("gln", FaultCodes.Invalid, "A GLN has 13 digits, the last a right check digit.");
        faults.Text("region", command.Region);
        if (command.TimeZone is { } zone && !IsZone(zone))
            faults.Add("timeZone", FaultCodes.Invalid, "'timeZone' is not an IANA time zone.");
        faults.Range("priority", command.Priority, 1, Limits.MaxPriorityBand);
        return faults.All;
    }

    private static bool IsZone(string zone) =>
        ZoneName().IsMatch(zone) && (!HasZones || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+/-]{0,99}\z")]
    private static partial Regex ZoneName();
}
