using SupplyChain.Network;

namespace SupplyChain.Access;

/// <summary>What can happen to the keys of a tenant.</summary>
public abstract record KeyEvent
{
    private KeyEvent() { }

    /// <summary>A key was created.</summary>
    /// <param name="Key">Its id.</param>
    /// <param name="Name">Who or what is to use it.</param>
    /// <param name="Role">What it may do.</param>
    /// <param name="Digest">The SHA-256 of its text, base64; the text itself is kept nowhere.</param>
    /// <param name="ExpiresAt">From when on it is refused; null: it does not expire.</param>
    /// <param name="Warehouses">The warehouses that it is limited to; null: it is not limited.</param>
    [EventType("key.created", Since = 2)]
    public sealed record Created(
        KeyId Key, string Name, Role Role, string Digest, DateTimeOffset? ExpiresAt,
        Items<WarehouseId>? Warehouses = null) : KeyEvent;

    /// <summary>A key is accepted no longer.</summary>
    [EventType("key.revoked", Since = 2)]
    public sealed record Revoked(KeyId Key) : KeyEvent;
}
