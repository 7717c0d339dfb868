namespace SupplyChain.Inventory;

/// <summary>Units of a reservation that leave.</summary>
[GenerateSerializer, Immutable, Alias("issue-goods-line")]
public sealed record IssueGoodsLine([property: Id(0)] ReservationKey Reservation, [property: Id(1)] long Quantity);
