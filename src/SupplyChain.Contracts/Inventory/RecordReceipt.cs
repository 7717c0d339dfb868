using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Goods arrived in a warehouse. Recording the same again changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("record-receipt")]
public sealed record RecordReceipt(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] Items<ReceiptLine> Lines,
    [property: Id(2)] OccurredAt OccurredAt = default);

/// <summary>Units of a product that arrived. Quantity 1 to 1,000,000,000.</summary>
[GenerateSerializer, Immutable, Alias("receipt-line")]
public sealed record ReceiptLine([property: Id(0)] Sku Sku, [property: Id(1)] long Quantity);

/// <summary>What a goods receipt may say.</summary>
public static class RecordReceiptValidation
{
    /// <summary>The faulty fields; none when the receipt makes sense by itself.</summary>
    /// <param name="command">The receipt.</param>
    /// <param name="now">The clock its <c>occurredAt</c> is held against.</param>
    public static Items<Fault> Validate(this RecordReceipt command, DateTimeOffset now)
    {
        var faults = new FaultList();
        faults.Id("warehouse", command.Warehouse);
        faults.OccurredAt(command.OccurredAt, now);
        faults.Count("lines", command.Lines.Count);
        for (var index = 0; index < command.Lines.Count; index++)
        {
            faults.Enter("lines", index);
            faults.Id("sku", command.Lines[index].Sku);
            faults.Range("quantity", command.Lines[index].Quantity, 1, Limits.MaxQuantity);
            faults.Leave();
        }

        return faults.All;
    }
}

/// <summary>The answer to a receipt.</summary>
[GenerateSerializer, Immutable, Alias("receipt-reply")]
public sealed record ReceiptReply : Reply<ReceiptDetails>;

/// <summary>A goods receipt.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Warehouse">Where the goods arrived.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
/// <param name="Lines">What arrived.</param>
/// <param name="Posted">Whether every line is in stock.</param>
/// <param name="Version">The receipt's version.</param>
[GenerateSerializer, Immutable, Alias("receipt-details")]
public sealed record ReceiptDetails(
    [property: Id(0)] ReceiptId Id,
    [property: Id(1)] WarehouseId Warehouse,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] Items<ReceiptLine> Lines,
    [property: Id(4)] bool Posted,
    [property: Id(5)] long Version);
