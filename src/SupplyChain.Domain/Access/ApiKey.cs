using SupplyChain.Network;

namespace SupplyChain.Access;

/// <summary>A key, as its ring knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Who or what uses it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Digest">The SHA-256 of its text, base64.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">From when on it is refused; null: it does not expire.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
public sealed record ApiKey(
    KeyId Id, string Name, Role Role, string Digest, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt = null)
{
    /// <summary>The warehouses that it is limited to; none: it is not limited.</summary>
    public Items<WarehouseId> Warehouses { get; init; }

    /// <summary>Whether it is accepted at a time.</summary>
    public bool IsUsable(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || now < end);

    /// <summary>The key for those who ask.</summary>
    public KeyDetails Details(DateTimeOffset? lastUsedAt = null) =>
        new(Id, Name, Role, CreatedAt, ExpiresAt, RevokedAt, lastUsedAt, Warehouses);
}
