using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>The warehouses of a product's stock items, as they were known at some moment.</summary>
internal sealed class SupplyPlaces
{
    private readonly StockItemStream[] _items;
    private readonly NetworkMap _map;
    private readonly long _mapVersion;
    private readonly long _oldest;

    /// <summary>Looks at what is known now.</summary>
    /// <param name="items">The stock items.</param>
    /// <param name="map">What is known of warehouses.</param>
    /// <param name="mapVersion">The map's version before any of them was looked at.</param>
    /// <param name="now">This moment, as a timestamp.</param>
    /// <param name="before">The same as they were known before; null when they were not.</param>
    public SupplyPlaces(StockItemStream[] items, NetworkMap map, long mapVersion, long now, SupplyPlaces? before)
    {
        (_items, _map, _mapVersion, _oldest) = (items, map, mapVersion, now);
        var ranks = before is not null && ReferenceEquals(before._items, items) ? before.IdRanks() : RankById(items);
        All = new SupplyPlace[items.Length];
        for (var item = 0; item < items.Length; item++)
        {
            All[item] = SupplyPlace.Of(items[item].Known.Newest, ranks[item]);
            _oldest = Math.Min(_oldest, items[item].Known.HeardAt ?? now);
        }
    }

    /// <summary>The stock items.</summary>
    public StockItemStream[] Items => _items;

    /// <summary>Their places, by the number of the stock item.</summary>
    public SupplyPlace[] All { get; }

    /// <summary>Whether they are still those of these stock items, and none was heard of too long ago.</summary>
    public bool AreCurrent(StockItemStream[] items, long now) =>
        ReferenceEquals(items, _items) && _map.Version == _mapVersion && _map.IsRecent(_oldest, now);

    private int[] IdRanks() => Array.ConvertAll(All, place => place.IdRank);

    private static int[] RankById(StockItemStream[] items)
    {
        var ids = Array.ConvertAll(items, item => item.Warehouse);
        var byId = Enumerable.Range(0, items.Length).ToArray();
        Array.Sort(ids, byId);
        var ranks = new int[items.Length];
        for (var rank = 0; rank < ranks.Length; rank++)
        {
            ranks[byId[rank]] = rank;
        }
        return ranks;
    }
}

/// <summary>A warehouse as sourcing looks at it.</summary>
/// <param name="Warehouse">The warehouse; null when it is not known.</param>
/// <param name="IdRank">Where it is among the product's warehouses by id.</param>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="Band">Its priority band, 1 first.</param>
/// <param name="Location">Where it is, if known.</param>
internal readonly record struct SupplyPlace(
    WarehouseDetails? Warehouse, int IdRank, bool IsOpen, int Band, GeoPoint? Location)
{
    /// <summary>The place of a warehouse.</summary>
    public static SupplyPlace Of(WarehouseDetails? warehouse, int idRank) => new(
        warehouse, idRank, warehouse?.Status == WarehouseStatus.Open, warehouse?.Priority ?? 0,
        warehouse is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null);
}
