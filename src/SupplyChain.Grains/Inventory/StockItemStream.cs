using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>The stream of one of a product's stock items.</summary>
internal sealed class StockItemStream(ActorServices services, TenantId tenant, StockItemId item)
    : JournaledStream<StockItem, StockEvent>(services, new(tenant, StockItem.Kind, item.ToString()))
{
    private volatile StockLevel? _level;

    /// <summary>Where the stock item is.</summary>
    public WarehouseId Warehouse => item.Warehouse;

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
}
