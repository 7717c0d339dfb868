using System.ComponentModel.DataAnnotations;
using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Goods arrived in a warehouse. Recording the same again changes nothing.</summary>
[SchemaName("RecordReceipt")]
public sealed record RecordReceiptBody
{
    /// <summary>Where they arrived.</summary>
    public required WarehouseId Warehouse { get; init; }

    /// <summary>1 to 1,000 lines.</summary>
    [Length(1, Limits.MaxLines)]
    public required Items<ReceiptLineBody> Lines { get; init; }

    /// <summary>When.</summary>
    public OccurredAt OccurredAt { get; init; }

    internal static RecordReceipt Read(BodyReader body) => new(
        body.Id<WarehouseId>("warehouse", required: true).GetValueOrDefault(),
        body.List("lines", true, ReceiptLineBody.Read) ?? [],
        body.OccurredAt());
}
