using System.Text.RegularExpressions;

namespace SupplyChain.Network;

/// <summary>What a warehouse's definition may say.</summary>
public static partial class PutWarehouseValidation
{
    private const int MaxPriorityBand = 9;

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
        faults.Range("priority", command.Priority, 1, MaxPriorityBand);
        return faults.All;
    }

    private static bool IsZone(string zone) =>
        ZoneName().IsMatch(zone) && (!HasZones || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+/-]{0,99}\z")]
    private static partial Regex ZoneName();
}
