using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Network;

/// <summary>A warehouse as it is now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Latitude">Degrees, −90 to 90; absent together with the longitude.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="Country">ISO 3166-1 alpha-2; absent when unknown.</param>
/// <param name="Unlocode">UN/LOCODE, five characters; absent when unknown.</param>
/// <param name="Gln">GLN-13; absent when unknown.</param>
/// <param name="Region">Its region; absent when it has none.</param>
/// <param name="TimeZone">IANA time zone; absent when unknown.</param>
/// <param name="Priority">Priority band, 1 (first) to 9.</param>
/// <param name="Status">Whether orders may be sourced from it.</param>
/// <param name="ClosedReason">Why it is closed; absent while it is open.</param>
/// <param name="ClosedSince">Since when it is closed; absent while it is open.</param>
/// <param name="Closing">How far its closing is; absent while it is open.</param>
/// <param name="Version">How many events it has had, from 1; its ETag.</param>
[SchemaName("WarehouseDetails")]
public sealed record WarehouseAnswer(
    WarehouseId Id,
    [property: MaxLength(Limits.MaxText)] string Name,
    [property: Range(-Limits.MaxLatitude, Limits.MaxLatitude), JsonIgnore(Condition = WhenWritingNull)]
    double? Latitude,
    [property: Range(-Limits.MaxLongitude, Limits.MaxLongitude), JsonIgnore(Condition = WhenWritingNull)]
    double? Longitude,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Country,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Unlocode,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Gln,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? Region,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? TimeZone,
    [property: Range(1, Limits.MaxPriorityBand)] int Priority,
    WarehouseStatus Status,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? ClosedReason,
    [property: JsonIgnore(Condition = WhenWritingNull)] DateTimeOffset? ClosedSince,
    [property: JsonIgnore(Condition = WhenWritingNull)] ClosingProgressAnswer? Closing,
    long Version) : EntityAnswer, IVersioned
{
    internal static WarehouseAnswer Of(WarehouseDetails warehouse) => new(
        warehouse.Id,
        warehouse.Name,
        warehouse.Latitude,
        warehouse.Longitude,
        warehouse.Country,
        warehouse.Unlocode,
        warehouse.Gln,
        warehouse.Region,
        warehouse.TimeZone,
        warehouse.Priority,
        warehouse.Status,
        warehouse.ClosedReason,
        warehouse.ClosedSince,
        ClosingProgressAnswer.Of(warehouse.Closing),
        warehouse.Version);
}
