using System.Text.Json.Serialization;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Planner;
using SupplyChain.Planner.Entities;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>Everything the page of a transfer shows.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Shipments">Its shipments, the first released first.</param>
/// <param name="History">Its events, newest first.</param>
/// <param name="Products">What its products are, by SKU.</param>
/// <param name="From">The source; null when that warehouse was not made known.</param>
/// <param name="To">The destination; null when that warehouse was not made known.</param>
/// <param name="At">When it was read.</param>
public sealed record TransferSeen(
    TransferDetails Transfer,
    IReadOnlyList<ShipmentDetails> Shipments,
    IReadOnlyList<HistoryEntry> History,
    IReadOnlyDictionary<string, string> Products,
    WarehouseDetails? From,
    WarehouseDetails? To,
    DateTimeOffset At) : IHasPast
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string EntityId => Transfer.Id.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public long Version => Transfer.Version;

    /// <inheritdoc/>
    public Look Told(HistoryEntry entry) => TransferStory.Of(entry).Title;

    /// <summary>What people call the source.</summary>
    [JsonIgnore]
    public string Source => From?.Name ?? Transfer.From.Value;

    /// <summary>What people call the destination.</summary>
    [JsonIgnore]
    public string Destination => To?.Name ?? Transfer.To.Value;

    /// <summary>What a line's product is; null when that is not known.</summary>
    public string? Product(int line) => Transfer.Lines.FirstOrDefault(one => one.Line == line) is { } known
        ? Products.GetValueOrDefault(known.Sku.Value)
        : null;
}
