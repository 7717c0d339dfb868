namespace SupplyChain.Events;

/// <summary>A product was defined or replaced.</summary>
/// <param name="Description">What it is.</param>
/// <param name="Gtin">GTIN-8, -12, -13 or -14; null when not given.</param>
/// <param name="UnitWeightKg">Weight of a unit in kg; null when unknown.</param>
/// <param name="UnitVolumeM3">Volume of a unit in m³; null when unknown.</param>
[CloudEventType("supplychain.product.defined.v1")]
public sealed record ProductDefined(string Description, string? Gtin, double? UnitWeightKg, double? UnitVolumeM3);

/// <summary>A warehouse was defined or replaced.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Latitude">Degrees, −90 to 90; null when unknown.</param>
/// <param name="Longitude">Degrees, −180 to 180; null when unknown.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null when unknown.</param>
/// <param name="Unlocode">UN/LOCODE; null when not given.</param>
/// <param name="Gln">GLN-13; null when not given.</param>
/// <param name="Region">A region's name; null when not given.</param>
/// <param name="TimeZone">IANA time zone; null when not given.</param>
/// <param name="Priority">Priority band, 1 (first) to 9.</param>
[CloudEventType("supplychain.warehouse.defined.v1")]
public sealed record WarehouseDefined(
    string Name, double? Latitude, double? Longitude, string? Country, string? Unlocode, string? Gln, string? Region,
    string? TimeZone, int Priority);

/// <summary>A warehouse closed.</summary>
/// <param name="Reason">Why, as the caller said.</param>
/// <param name="At">When.</param>
[CloudEventType("supplychain.warehouse.closed.v1")]
public sealed record WarehouseClosed(string Reason, DateTimeOffset At);

/// <summary>Lines that depended on a closed warehouse were moved or made to wait.</summary>
/// <param name="Closing">The warehouse's version when it closed.</param>
/// <param name="ResourcedLines">Lines that come from elsewhere, since it closed.</param>
/// <param name="BackorderedLines">Lines that wait, since it closed.</param>
/// <param name="Finished">Whether no line depends on it any more.</param>
[CloudEventType("supplychain.warehouse.closing-progressed.v1")]
public sealed record WarehouseClosingProgressed(long Closing, int ResourcedLines, int BackorderedLines, bool Finished);

/// <summary>A warehouse opened again.</summary>
/// <param name="Reason">Why, as the caller said.</param>
/// <param name="At">When.</param>
[CloudEventType("supplychain.warehouse.opened.v1")]
public sealed record WarehouseOpened(string Reason, DateTimeOffset At);
