using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// Changes an order. Values are absolute, as the order shows them: sending them back changes nothing; what is null
/// stays.
/// </summary>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted.</param>
/// <param name="ShipTo">Where it goes, as a whole.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="Lines">The lines to change, and new ones.</param>
/// <param name="ClearRequestedBy">No date is wanted any more; not together with one.</param>
[GenerateSerializer, Immutable, Alias("amend-order")]
public sealed record AmendOrder(
    [property: Id(0)] DateOnly? RequestedBy = null,
    [property: Id(1)] ShipTo? ShipTo = null,
    [property: Id(2)] int? Priority = null,
    [property: Id(3)] Items<AmendOrderLine> Lines = default,
    [property: Id(4)] bool ClearRequestedBy = false);

/// <summary>
/// New absolute values for a line, or a new line; what is null stays. A number that the order does not have adds a
/// line: it needs a product and a quantity.
/// </summary>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">Units as the order shows them, cancelled ones included: a larger value orders the difference,
/// a smaller one cuts it, 0 cancels what is open of the line. 0 to 1,000,000,000.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted.</param>
/// <param name="ClearRequestedBy">The line has no date of its own any more; not together with one.</param>
/// <param name="Sku">The product; of a line that exists only as it is.</param>
/// <param name="Warehouse">The only warehouse a new line may come from; of a line that exists only as it is.</param>
/// <param name="Value">What a new line is worth; of a line that exists only as it is.</param>
/// <param name="ClearWarehouse">No warehouse is named; of a line that exists only if it has none.</param>
/// <param name="ClearValue">No value is named; of a line that exists only if it has none.</param>
[GenerateSerializer, Immutable, Alias("amend-order-line")]
public sealed record AmendOrderLine(
    [property: Id(0)] int Line,
    [property: Id(1)] long? Quantity = null,
    [property: Id(2)] DateOnly? RequestedBy = null,
    [property: Id(3)] bool ClearRequestedBy = false,
    [property: Id(4)] Sku? Sku = null,
    [property: Id(5)] WarehouseId? Warehouse = null,
    [property: Id(6)] Money? Value = null,
    [property: Id(7)] bool ClearWarehouse = false,
    [property: Id(8)] bool ClearValue = false);

/// <summary>What an amendment may say.</summary>
public static class AmendOrderValidation
{
    /// <summary>The faulty fields; none when the amendment makes sense by itself.</summary>
    public static Items<Fault> Validate(this AmendOrder command)
    {
        var faults = new FaultList();
        faults.Date("requestedBy", command.RequestedBy);
        faults.SetAndCleared(command.RequestedBy, command.ClearRequestedBy);
        faults.Priority(command.Priority);
        if (command.ShipTo is { } shipTo)
            faults.ShipTo(shipTo);
        if (command.Lines.Count > Limits.MaxLines)
            faults.Count("lines", command.Lines.Count);
        var seen = new HashSet<int>();
        for (var index = 0; index < command.Lines.Count; index++)
        {
            var line = command.Lines[index];
            faults.Enter("lines", index);
            faults.Line("line", line.Line, seen);
            if (line.Quantity is { } quantity)
                faults.Range("quantity", quantity, 0, Limits.MaxQuantity);
            faults.Date("requestedBy", line.RequestedBy);
            faults.SetAndCleared(line.RequestedBy, line.ClearRequestedBy);
            if (line.Sku is { } sku)
                faults.Id("sku", sku);
            if (line.Warehouse is { } warehouse)
                faults.Id("warehouse", warehouse);
            faults.Money("value", line.Value);
            faults.Leave();
        }

        return faults.All;
    }

    private static void SetAndCleared(this FaultList faults, DateOnly? requestedBy, bool cleared)
    {
        if (cleared && requestedBy is not null)
            faults.Add("requestedBy", FaultCodes.Invalid, "'requestedBy' cannot be set and cleared at once.");
    }
}
