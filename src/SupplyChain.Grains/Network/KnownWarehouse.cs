namespace SupplyChain.Network;

/// <summary>What a silo knows of one warehouse.</summary>
internal sealed class KnownWarehouse
{
    private readonly Lock _lock = new();
    private volatile Told? _told;

    /// <summary>What was heard last, however old that is; null when nothing was.</summary>
    public WarehouseDetails? Newest => _told?.Warehouse;

    /// <summary>When that was, as a timestamp; null when nothing was.</summary>
    public long? HeardAt => _told?.At;

    /// <summary>Takes what the warehouse is, unless that is older than what is known.</summary>
    /// <returns>Whether it is news.</returns>
    public bool Learn(WarehouseDetails details, long now)
    {
        lock (_lock)
        {
            var known = _told?.Warehouse.Version ?? 0;
            if (known <= details.Version)
            {
                _told = new(details, now);
            }
            return known < details.Version;
        }
    }

    private sealed record Told(WarehouseDetails Warehouse, long At);
}
