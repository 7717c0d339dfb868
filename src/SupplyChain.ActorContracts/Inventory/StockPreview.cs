namespace SupplyChain.Inventory;

/// <summary>What an adjustment would do to a stock item.</summary>
/// <param name="Before">The stock item as it is.</param>
/// <param name="After">As it would be.</param>
/// <param name="Dropped">Reservations that would lose units, the first to lose first.</param>
[GenerateSerializer, Immutable, Alias("stock-preview")]
public sealed record StockPreview(
    [property: Id(0)] StockLevel Before,
    [property: Id(1)] StockLevel After,
    [property: Id(2)] Items<DroppedReservation> Dropped);
