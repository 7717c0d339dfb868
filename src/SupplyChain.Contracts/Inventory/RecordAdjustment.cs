using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Corrects on hand by a difference. Recording the same again changes nothing.</summary>
/// <param name="Warehouse">Where.</param>
/// <param name="Sku">What.</param>
/// <param name="Delta">Units, −1,000,000,000 to 1,000,000,000, not 0.</param>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer, Immutable, Alias("record-adjustment")]
public sealed record RecordAdjustment(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Delta,
    [property: Id(3)] string Reason,
    [property: Id(4)] OccurredAt OccurredAt = default);

/// <summary>What a stock adjustment may say.</summary>
public static class RecordAdjustmentValidation
{
    /// <summary>The faulty fields; none when the adjustment makes sense by itself.</summary>
    /// <param name="command">The adjustment.</param>
    /// <param name="now">The clock its <c>occurredAt</c> is held against.</param>
    public static Items<Fault> Validate(this RecordAdjustment command, DateTimeOffset now)
    {
        var faults = new FaultList();
        faults.Id("warehouse", command.Warehouse);
        faults.Id("sku", command.Sku);
        if (command.Delta == 0)
            faults.Add("delta", FaultCodes.OutOfRange, "'delta' is 0: that adjusts nothing.");
        else
            faults.Range("delta", command.Delta, -Limits.MaxQuantity, Limits.MaxQuantity);
        faults.RequiredText("reason", command.Reason);
        faults.OccurredAt(command.OccurredAt, now);
        return faults.All;
    }
}

/// <summary>The answer to an adjustment.</summary>
[GenerateSerializer, Immutable, Alias("adjustment-reply")]
public sealed record AdjustmentReply : Reply<AdjustmentDetails>;

/// <summary>A stock adjustment.</summary>
[GenerateSerializer, Immutable, Alias("adjustment-details")]
public sealed record AdjustmentDetails(
    [property: Id(0)] AdjustmentId Id,
    [property: Id(1)] WarehouseId Warehouse,
    [property: Id(2)] Sku Sku,
    [property: Id(3)] long Delta,
    [property: Id(4)] string Reason,
    [property: Id(5)] DateTimeOffset? OccurredAt,
    [property: Id(6)] bool Posted,
    [property: Id(7)] long Version);
