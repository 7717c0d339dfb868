using System.Collections.Concurrent;

namespace SupplyChain.Network;

/// <summary>
/// What this silo knows of the warehouses, for sourcing. Soft state: refreshed from the warehouse itself every few
/// seconds and told by it of every change on this silo. What is decided on an outdated entry is found again from the
/// reservations (closing).
/// </summary>
public sealed class NetworkMap(IGrainFactory grains, TimeProvider time)
{
    /// <summary>How old an entry may be.</summary>
    internal static readonly TimeSpan MaxEntryAge = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(TenantId, WarehouseId), KnownWarehouse> _entries = new();
    private long _version;

    /// <summary>Rises after each change of a warehouse that was heard of.</summary>
    internal long Version => Volatile.Read(ref _version);

    /// <summary>The warehouse; null when there is none.</summary>
    public async ValueTask<WarehouseDetails?> FindAsync(TenantId tenant, WarehouseId warehouse) =>
        _entries.TryGetValue((tenant, warehouse), out var known)
        && known.HeardAt is { } at && IsRecent(at, time.GetTimestamp())
            ? known.Newest
            : await AskAsync(tenant, warehouse);

    /// <summary>What was known of the warehouse last, however old that is; null when nothing is.</summary>
    public WarehouseDetails? Recall(TenantId tenant, WarehouseId warehouse) =>
        _entries.GetValueOrDefault((tenant, warehouse))?.Newest;

    /// <summary>A warehouse tells what it is now.</summary>
    public void Learn(TenantId tenant, WarehouseDetails details)
    {
        if (Entry(tenant, details.Id).Learn(details, time.GetTimestamp()))
        {
            Interlocked.Increment(ref _version);
        }
    }

    /// <summary>The entry of a warehouse, which stays the same one: those that look at it often keep it.</summary>
    internal KnownWarehouse Entry(TenantId tenant, WarehouseId warehouse) =>
        _entries.GetOrAdd((tenant, warehouse), static _ => new());

    /// <summary>Whether what was heard at one time may still be used at another.</summary>
    internal bool IsRecent(long heardAt, long now) => time.GetElapsedTime(heardAt, now) < MaxEntryAge;

    /// <summary>Whether it may be used for a good while yet.</summary>
    internal bool IsFresh(long heardAt, long now) => time.GetElapsedTime(heardAt, now) < MaxEntryAge / 2;

    /// <summary>Asks a warehouse what it is; null when there is none.</summary>
    internal async Task<WarehouseDetails?> AskAsync(TenantId tenant, WarehouseId warehouse)
    {
        var details = await grains.GetGrain<IWarehouseGrain>(GrainKey.Of(tenant, warehouse)).Get();
        if (details is not null)
        {
            Learn(tenant, details);
        }
        return details;
    }
}
