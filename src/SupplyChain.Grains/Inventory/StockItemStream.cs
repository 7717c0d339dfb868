using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>The stream of one of a product's stock items.</summary>
/// <param name="services">What every stream needs.</param>
/// <param name="tenant">The tenant.</param>
/// <param name="item">The stock item.</param>
/// <param name="number">Its number among those of the product.</param>
/// <param name="available">Where it says what it has to give.</param>
/// <param name="known">What is known of its warehouse.</param>
internal sealed class StockItemStream(
    ActorServices services, TenantId tenant, StockItemId item, int number, AvailableUnits available,
    KnownWarehouse known)
    : JournaledStream<StockItem, StockEvent>(services, new(tenant, StockItem.Kind, item.ToString()))
{
    private volatile StockLevel? _level;
    private volatile AvailabilityCandidate? _candidate;

    /// <summary>Where the stock item is.</summary>
    public WarehouseId Warehouse => item.Warehouse;

    /// <summary>What is known of that warehouse.</summary>
    public KnownWarehouse Known => known;

    /// <summary>The stock item as others see it; kept until something happens to it.</summary>
    public StockLevel Level(bool isRationed)
    {
        var (state, level) = (State, _level); // Others look on while it changes.
        if (level is null || level.Version != state.Version || level.Rationed != isRationed)
        {
            _level = level = state.Level(item, isRationed);
        }
        return level;
    }

    /// <summary>The same as sourcing is offered it; kept until something happens to it or its warehouse.</summary>
    public AvailabilityCandidate Candidate(bool isRationed, in SupplyPlace place)
    {
        var level = Level(isRationed);
        if (_candidate is not { } candidate || !ReferenceEquals(candidate.Level, level)
            || candidate.Open != place.IsOpen || candidate.PriorityBand != place.Band
            || candidate.Latitude != place.Location?.Latitude || candidate.Longitude != place.Location?.Longitude)
        {
            _candidate = candidate = new(
                level, place.IsOpen, place.Location?.Latitude, place.Location?.Longitude, place.Band);
        }
        return candidate;
    }

    /// <inheritdoc/>
    private protected override void OnChanged() =>
        available.Set(number, Version > 0 ? State.Available : AvailableUnits.Never);
}
