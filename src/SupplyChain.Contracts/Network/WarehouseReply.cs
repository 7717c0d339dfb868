using System.Text.Json.Serialization;

namespace SupplyChain.Network;

/// <summary>The answer to a command on a warehouse.</summary>
[GenerateSerializer, Immutable, Alias("warehouse-reply")]
public sealed record WarehouseReply : Reply<WarehouseDetails>;

/// <summary>A warehouse as it is now.</summary>
[GenerateSerializer, Immutable, Alias("warehouse-details")]
public sealed record WarehouseDetails(
    [property: Id(0)] WarehouseId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] double? Latitude,
    [property: Id(3)] double? Longitude,
    [property: Id(4)] string? Country,
    [property: Id(5)] string? Unlocode,
    [property: Id(6)] string? Gln,
    [property: Id(7)] string? Region,
    [property: Id(8)] string? TimeZone,
    [property: Id(9)] int Priority,
    [property: Id(10)] WarehouseStatus Status,
    [property: Id(11)] string? ClosedReason,
    [property: Id(12)] DateTimeOffset? ClosedSince,
    [property: Id(13)] ClosingDetails? Closing,
    [property: Id(14)] long Version) : IListed
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "id", "name", "latitude", "longitude", "country", "unlocode", "gln", "region", "timeZone",
        "priority", "status", "closedReason", "closedSince", "version",
    ];

    /// <summary>Its version when it last closed; 0 when it never did.</summary>
    [Id(15), JsonIgnore] public long ClosingVersion { get; init; }
}

/// <summary>How far a closing is.</summary>
/// <param name="Pending">Orders whose lines have not been decided yet.</param>
/// <param name="ResourcedLines">Lines that moved to other warehouses.</param>
/// <param name="BackorderedLines">Lines that wait now.</param>
[GenerateSerializer, Immutable, Alias("closing-details")]
public sealed record ClosingDetails(
    [property: Id(0)] int Pending, [property: Id(1)] int ResourcedLines, [property: Id(2)] int BackorderedLines);
