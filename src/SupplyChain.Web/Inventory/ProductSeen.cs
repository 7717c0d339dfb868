using System.Text.Json.Serialization;
using SupplyChain.Network;
using SupplyChain.Planner.Entities;

namespace SupplyChain.Inventory;

/// <summary>Everything the page of a product shows.</summary>
/// <param name="Product">The product.</param>
/// <param name="Stock">Where it lies, as the stock items say.</param>
/// <param name="Waiting">Units that order lines wait for.</param>
/// <param name="Holders">The first of those who hold it or wait for it.</param>
/// <param name="Books">Its books; null when nothing ever happened to it.</param>
/// <param name="BooksAt">When these were summed.</param>
/// <param name="Sites">Warehouses that have a stock item of it, by id.</param>
/// <param name="AllSites">How many warehouses there are.</param>
/// <param name="At">When the stock items were read.</param>
public sealed record ProductSeen(
    ProductDetails Product,
    ProductStock Stock,
    long Waiting,
    Page<StockHolder> Holders,
    StockBooks? Books,
    DateTimeOffset BooksAt,
    IReadOnlyDictionary<string, WarehouseDetails> Sites,
    int AllSites,
    DateTimeOffset At) : ISeen
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string EntityId => Product.Sku.Value;

    /// <summary>What people call a warehouse.</summary>
    public string Site(WarehouseId id) => Sites.GetValueOrDefault(id.Value)?.Name ?? id.Value;

    /// <summary>Whether orders may be sourced from it.</summary>
    public bool IsOpen(WarehouseId id) => Sites.GetValueOrDefault(id.Value)?.Status != WarehouseStatus.Closed;
}
