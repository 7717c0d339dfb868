using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>Lists a stock item's movements, newest first.</summary>
[GenerateSerializer, Immutable, Alias("list-ledger")]
public sealed record ListLedger([property: Id(0)] StockItemId StockItem, [property: Id(1)] PageQuery Page);

/// <summary>One movement of a stock item and the levels after it.</summary>
/// <param name="Version">The stock item's version.</param>
/// <param name="Type">The event's stable name.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="RecordedAt">When we learned it.</param>
/// <param name="Quantity">Units, signed as they change on hand; as they change reserved when on hand stays.</param>
/// <param name="OnHand">Units on hand after it.</param>
/// <param name="Reserved">Units reserved after it.</param>
/// <param name="Cause">The receipt, adjustment, shipment or reservation behind it.</param>
/// <param name="Owner">Who owns the demand it was for, if one.</param>
[GenerateSerializer, Immutable, Alias("ledger-entry")]
public sealed record LedgerEntry(
    [property: Id(0)] long Version,
    [property: Id(1)] string Type,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] DateTimeOffset RecordedAt,
    [property: Id(4)] long Quantity,
    [property: Id(5)] long OnHand,
    [property: Id(6)] long Reserved,
    [property: Id(7)] string? Cause,
    [property: Id(8)] DemandOwner? Owner)
{
    /// <summary>The order it was for; null when it was for none.</summary>
    public OrderId? Order => Owner?.Order;
}
