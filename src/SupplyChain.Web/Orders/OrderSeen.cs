using System.Text.Json.Serialization;
using SupplyChain.Network;
using SupplyChain.Planner;
using SupplyChain.Planner.Entities;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Everything the page of an order shows.</summary>
/// <param name="Order">The order.</param>
/// <param name="Shipments">Its shipments.</param>
/// <param name="History">Its events, newest first.</param>
/// <param name="Products">What its products are, by SKU.</param>
/// <param name="Sites">The names of the warehouses, by id.</param>
/// <param name="At">When it was read.</param>
public sealed record OrderSeen(
    OrderDetails Order,
    IReadOnlyList<ShipmentDetails> Shipments,
    IReadOnlyList<HistoryEntry> History,
    IReadOnlyDictionary<string, string> Products,
    IReadOnlyDictionary<string, string> Sites,
    DateTimeOffset At) : IHasPast
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string EntityId => Order.Number.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public long Version => Order.Version;

    /// <inheritdoc/>
    public Look Told(HistoryEntry entry) => StoryWords.Of(entry, id => Sites.GetValueOrDefault(id) ?? id).Title;

    /// <summary>What people call a warehouse.</summary>
    public string Site(WarehouseId id) => Sites.GetValueOrDefault(id.Value) ?? id.Value;
}
