using System.Collections.Frozen;

namespace SupplyChain.Access;

/// <summary>The key rings of every tenant, as far as they were read.</summary>
internal sealed class KeyRings
{
    private readonly FrozenDictionary<TenantId, ReadRing> _rings;
    private readonly FrozenDictionary<string, TenantId[]> _owners;

    private KeyRings(IEnumerable<KeyValuePair<TenantId, ReadRing>> rings)
    {
        _rings = rings.ToFrozenDictionary();
        _owners = _rings.SelectMany(ring => ring.Value.Ring.Keys.Keys.Select(id => (Id: id, Tenant: ring.Key)))
            .GroupBy(key => key.Id, key => key.Tenant, StringComparer.Ordinal)
            .ToFrozenDictionary(key => key.Key, key => key.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>None of them was read.</summary>
    public static KeyRings None { get; } = new([]);

    /// <summary>Whether a tenant ever had a key.</summary>
    public bool HasRing(TenantId tenant) => _rings.ContainsKey(tenant);

    /// <summary>How far a tenant's ring was read; 0 when it was not.</summary>
    public long VersionOf(TenantId tenant) => RingOf(tenant).Version;

    /// <summary>A key of a tenant; null when it has none of that id.</summary>
    public ApiKey? Find(TenantId tenant, KeyId id) => RingOf(tenant).Ring.Keys.GetValueOrDefault(id.Value);

    /// <summary>
    /// The keys of that id: one, unless the same 48 random bits were drawn for two tenants; then the digest tells.
    /// </summary>
    public IEnumerable<OwnedKey> Find(KeyId id) => (_owners.GetValueOrDefault(id.Value) ?? [])
        .Select(tenant => new OwnedKey(tenant, _rings[tenant].Ring.Keys[id.Value]));

    /// <summary>The same with rings that were read further.</summary>
    public KeyRings With(IReadOnlyDictionary<TenantId, ReadRing> newer) =>
        newer.Count == 0 ? this : new([.. _rings.Where(ring => !newer.ContainsKey(ring.Key)), .. newer]);

    /// <summary>A tenant's ring, and how far it was read.</summary>
    public ReadRing RingOf(TenantId tenant) => _rings.GetValueOrDefault(tenant) ?? ReadRing.Unread;
}

/// <summary>A key ring up to an event of its stream.</summary>
/// <param name="Ring">Its keys.</param>
/// <param name="Version">The event.</param>
internal sealed record ReadRing(KeyRing Ring, long Version)
{
    /// <summary>Nothing of it was read.</summary>
    public static ReadRing Unread { get; } = new(KeyRing.Initial, 0);
}

/// <summary>A key and whose it is.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Key">The key.</param>
public sealed record OwnedKey(TenantId Tenant, ApiKey Key);
