using SupplyChain.Network;

namespace SupplyChain.Access;

/// <summary>A key without its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Who or what uses it, for people; the history of entities shows it as the caller.</param>
/// <param name="Role">What it may do.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">From when on it is refused; null: it does not expire.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
/// <param name="LastUsedAt">When it was used last, to the minute; null when never.</param>
/// <param name="Warehouses">The warehouses that it is limited to; none: it is not limited.</param>
[GenerateSerializer, Immutable, Alias("key-details")]
public sealed record KeyDetails(
    [property: Id(0)] KeyId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] Role Role,
    [property: Id(3)] DateTimeOffset CreatedAt,
    [property: Id(4)] DateTimeOffset? ExpiresAt,
    [property: Id(5)] DateTimeOffset? RevokedAt,
    [property: Id(6)] DateTimeOffset? LastUsedAt,
    [property: Id(7)] Items<WarehouseId> Warehouses = default)
{
    /// <summary>The beginning of the key's text, which is no secret.</summary>
    public string Prefix => $"sc_{Id}";

    /// <summary>Whether it is accepted at a time.</summary>
    public bool IsUsable(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || now < end);
}
