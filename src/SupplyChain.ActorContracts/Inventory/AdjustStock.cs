namespace SupplyChain.Inventory;

/// <summary>On hand is corrected by a difference.</summary>
/// <remarks>
/// <c>Try</c>: which body under the adjustment's number this is; one that was refused leaves the number free for
/// another.
/// </remarks>
[GenerateSerializer, Immutable, Alias("adjust-stock")]
public sealed record AdjustStock(
    [property: Id(0)] AdjustmentId Adjustment,
    [property: Id(1)] long Delta,
    [property: Id(2)] string Reason,
    [property: Id(3)] OccurredAt OccurredAt,
    [property: Id(4)] Repeat Repeat,
    [property: Id(5)] int Try = 1);

/// <summary>The answer to a look ahead at a stock item.</summary>
[GenerateSerializer, Immutable, Alias("stock-preview-reply")]
public sealed record StockPreviewReply : Reply<StockPreview>;

/// <summary>What an adjustment would do to a stock item.</summary>
/// <param name="Before">The stock item as it is.</param>
/// <param name="After">As it would be.</param>
/// <param name="Dropped">Reservations that would lose units, the first to lose first.</param>
[GenerateSerializer, Immutable, Alias("stock-preview")]
public sealed record StockPreview(
    [property: Id(0)] StockLevel Before,
    [property: Id(1)] StockLevel After,
    [property: Id(2)] Items<DroppedReservation> Dropped);
