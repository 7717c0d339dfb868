using SupplyChain.Planner;

namespace SupplyChain.Network;

/// <summary>Warehouses in a planner's words.</summary>
internal static class WarehouseWords
{
    /// <summary>Where it is and how early it is chosen.</summary>
    public static string Place(WarehouseDetails warehouse) => string.Join(", ", new[]
    {
        warehouse.Id.Value, warehouse.Unlocode, warehouse.Region ?? warehouse.Country,
        $"priority band {warehouse.Priority}", warehouse.TimeZone,
    }.OfType<string>().Distinct());

    /// <summary>What day it is there; in UTC when its zone is unknown.</summary>
    public static DateOnly Today(WarehouseDetails warehouse, DateTimeOffset now) =>
        DateOnly.FromDateTime(warehouse.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? TimeZoneInfo.ConvertTime(now, zone).DateTime
            : now.UtcDateTime);

    /// <summary>What matters before the figures do.</summary>
    public static string Sentence(WarehouseSeen seen)
    {
        var waiting = seen.WaitingShipments == 0
            ? "Nothing waits to leave"
            : $"{Words.Count(seen.WaitingShipments, "shipment")} with {Words.Count(seen.WaitingUnits, "unit")} "
                + $"{(seen.WaitingShipments == 1 ? "waits" : "wait")} to leave";
        var loose = seen.Load.UnreleasedUnits > 0
            ? $"; {Words.Count(seen.Load.UnreleasedUnits, "reserved unit is", "reserved units are")} not released yet"
            : "";
        return $"{waiting}{loose}.";
    }
}
