using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Transfers;

/// <summary>Stock is to go from one warehouse to another. Requesting the same again changes nothing.</summary>
/// <param name="From">The source: the only warehouse its units are reserved in.</param>
/// <param name="To">The destination.</param>
/// <param name="Lines">What; each product once. They are numbered from 1 in this order.</param>
/// <param name="Priority">1 (highest) to 5: its place among those who wait for the products.</param>
/// <param name="RequestedBy">The date it is wanted at the destination; null when none.</param>
[GenerateSerializer, Immutable, Alias("request-transfer")]
public sealed record RequestTransfer(
    [property: Id(0)] WarehouseId From,
    [property: Id(1)] WarehouseId To,
    [property: Id(2)] Items<RequestTransferLine> Lines,
    [property: Id(3)] int Priority = 3,
    [property: Id(4)] DateOnly? RequestedBy = null);

/// <summary>Units of a product that are to go. Quantity 1 to 1,000,000,000.</summary>
[GenerateSerializer, Immutable, Alias("request-transfer-line")]
public sealed record RequestTransferLine([property: Id(0)] Sku Sku, [property: Id(1)] long Quantity);

/// <summary>What a request may say.</summary>
public static class RequestTransferValidation
{
    /// <summary>The faulty fields; none when the request makes sense by itself.</summary>
    public static Items<Fault> Validate(this RequestTransfer command)
    {
        var faults = new FaultList();
        faults.Id("from", command.From);
        faults.Id("to", command.To);
        if (command.From == command.To)
            faults.Add("to", FaultCodes.Invalid, "'to' is the warehouse that the goods leave.");
        faults.Range("priority", command.Priority, Limits.HighestPriority, Limits.LowestPriority);
        faults.Date("requestedBy", command.RequestedBy);
        faults.Count("lines", command.Lines.Count);
        var seen = new HashSet<Sku>();
        for (var index = 0; index < command.Lines.Count; index++)
        {
            faults.Enter("lines", index);
            faults.Id("sku", command.Lines[index].Sku);
            if (!seen.Add(command.Lines[index].Sku))
                faults.Add("sku", FaultCodes.Duplicate, $"Product '{command.Lines[index].Sku}' is there twice.");
            faults.Range("quantity", command.Lines[index].Quantity, 1, Limits.MaxQuantity);
            faults.Leave();
        }

        return faults.All;
    }
}
