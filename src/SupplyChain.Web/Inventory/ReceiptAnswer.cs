using System.ComponentModel.DataAnnotations;
using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>A goods receipt.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Warehouse">Where the goods arrived.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
/// <param name="Lines">What arrived, at most 1,000 lines.</param>
/// <param name="Posted">Whether every line is in stock.</param>
/// <param name="Version">The receipt's version.</param>
[SchemaName("ReceiptDetails")]
public sealed record ReceiptAnswer(
    ReceiptId Id,
    WarehouseId Warehouse,
    DateTimeOffset? OccurredAt,
    [property: MaxLength(Limits.MaxLines)] Items<ReceiptLineAnswer> Lines,
    bool Posted,
    long Version) : EntityAnswer, IVersioned
{
    internal static ReceiptAnswer Of(ReceiptDetails receipt) => new(
        receipt.Id,
        receipt.Warehouse,
        receipt.OccurredAt,
        receipt.Lines.Each(ReceiptLineAnswer.Of),
        receipt.Posted,
        receipt.Version);
}
