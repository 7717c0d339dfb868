namespace SupplyChain.Inventory;

/// <summary>On hand is corrected by a difference.</summary>
/// <remarks>
/// <c>MayRepeat</c>: it may have been carried out already; look before deciding. <c>Try</c>: which body under the
/// adjustment's number this is; one that was refused leaves the number free for another.
/// </remarks>
[GenerateSerializer, Immutable, Alias("adjust-stock")]
public sealed record AdjustStock(
    [property: Id(0)] AdjustmentId Adjustment,
    [property: Id(1)] long Delta,
    [property: Id(2)] string Reason,
    [property: Id(3)] OccurredAt OccurredAt,
    [property: Id(4)] bool MayRepeat,
    [property: Id(5)] int Try = 1);
