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

    private readonly ConcurrentDictionary<(TenantId, WarehouseId), Entry> _entries = new();

    /// <summary>The warehouse; null when there is none.</summary>
    public async ValueTask<WarehouseDetails?> FindAsync(TenantId tenant, WarehouseId warehouse)
    {
        if (_entries.TryGetValue((tenant, warehouse), out var entry) && time.GetElapsedTime(entry.At) < MaxEntryAge)
        {
            return entry.Warehouse;
        }
        var details = await grains.GetGrain<IWarehouseGrain>(GrainKey.Of(tenant, warehouse)).Get();
        if (details is not null)
        {
            Learn(tenant, details);
        }
        return details;
    }

    /// <summary>What was known of the warehouse last, however old that is; null when nothing is.</summary>
    public WarehouseDetails? Recall(TenantId tenant, WarehouseId warehouse) =>
        _entries.GetValueOrDefault((tenant, warehouse))?.Warehouse;

    /// <summary>A warehouse tells what it is now.</summary>
    public void Learn(TenantId tenant, WarehouseDetails details) => _entries.AddOrUpdate(
        (tenant, details.Id),
        _ => new(details, time.GetTimestamp()),
        (_, known) => known.Warehouse.Version > details.Version ? known : new(details, time.GetTimestamp()));

    private sealed record Entry(WarehouseDetails Warehouse, long At);
}
