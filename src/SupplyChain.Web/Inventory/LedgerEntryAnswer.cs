using System.Text.Json.Serialization;
using SupplyChain.Orders;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Inventory;

/// <summary>One movement of a stock item and the levels after it.</summary>
/// <param name="Version">The stock item's version.</param>
/// <param name="Type">The event's stable name.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="RecordedAt">When we learned it.</param>
/// <param name="Quantity">Units, signed as they change on hand; as they change reserved when on hand stays.</param>
/// <param name="OnHand">Units on hand after it.</param>
/// <param name="Reserved">Units reserved after it.</param>
/// <param name="Cause">The receipt, adjustment, shipment or reservation behind it.</param>
/// <param name="Order">The order it was for; absent when it was for none.</param>
/// <param name="Owner">Who owns the demand it was for; absent when an order does, and when it was for none.</param>
[SchemaName("LedgerEntry")]
public sealed record LedgerEntryAnswer(
    long Version,
    string Type,
    DateTimeOffset? OccurredAt,
    DateTimeOffset RecordedAt,
    long Quantity,
    long OnHand,
    long Reserved,
    string? Cause,
    [property: JsonIgnore(Condition = WhenWritingNull)] OrderId? Order,
    [property: JsonIgnore(Condition = WhenWritingNull)] DemandOwnerAnswer? Owner = null)
{
    internal static LedgerEntryAnswer Of(LedgerEntry entry) => new(
        entry.Version,
        entry.Type,
        entry.OccurredAt,
        entry.RecordedAt,
        entry.Quantity,
        entry.OnHand,
        entry.Reserved,
        entry.Cause,
        entry.Order,
        DemandOwnerAnswer.UnlessOrder(entry.Owner));
}
