using System.ComponentModel.DataAnnotations;
using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Corrects on hand by a difference. Recording the same again changes nothing.</summary>
[SchemaName("RecordAdjustment")]
public sealed record RecordAdjustmentBody
{
    /// <summary>Where.</summary>
    public required WarehouseId Warehouse { get; init; }

    /// <summary>What.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Units, −1,000,000,000 to 1,000,000,000, not 0.</summary>
    [Range(-Limits.MaxQuantity, Limits.MaxQuantity)]
    public required long Delta { get; init; }

    /// <summary>Why, 1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public OccurredAt OccurredAt { get; init; }

    internal static RecordAdjustment Read(BodyReader body) => new(
        body.Id<WarehouseId>("warehouse", required: true).GetValueOrDefault(),
        body.Id<Sku>("sku", required: true).GetValueOrDefault(),
        body.Whole("delta", required: true) ?? 0,
        body.Text("reason", required: true) ?? "",
        body.OccurredAt());
}
