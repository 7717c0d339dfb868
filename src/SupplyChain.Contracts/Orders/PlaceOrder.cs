using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Places an order under the number the client chose. Placing the same again changes nothing.</summary>
/// <param name="Customer">Who orders.</param>
/// <param name="ShipTo">Where it goes.</param>
/// <param name="Lines">1 to 1,000 lines.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted.</param>
/// <param name="OccurredAt">When it was ordered: any past instant, at most 5 minutes ahead.</param>
/// <param name="Policy">What the customer accepts.</param>
[GenerateSerializer, Immutable, Alias("place-order")]
public sealed record PlaceOrder(
    [property: Id(0)] CustomerId Customer,
    [property: Id(1)] ShipTo ShipTo,
    [property: Id(2)] Items<PlaceOrderLine> Lines,
    [property: Id(3)] int Priority = 3,
    [property: Id(4)] DateOnly? RequestedBy = null,
    [property: Id(5)] OccurredAt OccurredAt = default,
    [property: Id(6)] OrderPolicy? Policy = null);

/// <summary>One line of a new order.</summary>
/// <param name="Line">The line's number, 1 to 999,999,999, unique in the order.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units, 1 to 1,000,000,000.</param>
/// <param name="Warehouse">Pins the line to one warehouse.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted, when it differs from the order's.</param>
/// <param name="Value">The line's value.</param>
[GenerateSerializer, Immutable, Alias("place-order-line")]
public sealed record PlaceOrderLine(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] WarehouseId? Warehouse = null,
    [property: Id(4)] DateOnly? RequestedBy = null,
    [property: Id(5)] Money? Value = null);

/// <summary>What a new order may say.</summary>
public static class PlaceOrderValidation
{
    /// <summary>The faulty fields; none when the order can be placed.</summary>
    /// <param name="command">The order.</param>
    /// <param name="now">The clock its <c>occurredAt</c> is held against.</param>
    public static Items<Fault> Validate(this PlaceOrder command, DateTimeOffset now)
    {
        var faults = new FaultList();
        faults.Id("customer", command.Customer);
        faults.ShipTo(command.ShipTo);
        faults.Priority(command.Priority);
        faults.Date("requestedBy", command.RequestedBy);
        faults.OccurredAt(command.OccurredAt, now);
        if (command.Policy?.MaxShipments is { } most)
            faults.Range("policy/maxShipments", most, 1, int.MaxValue);
        faults.Count("lines", command.Lines.Count);
        var seen = new HashSet<int>();
        for (var index = 0; index < command.Lines.Count; index++)
            faults.Line(command.Lines[index], index, seen);
        return faults.All;
    }

    /// <summary>Where an order goes, in a new or an amended order.</summary>
    internal static void ShipTo(this FaultList faults, ShipTo? shipTo)
    {
        if (shipTo?.Country is null)
        {
            faults.Add(shipTo is null ? "shipTo" : "shipTo/country", FaultCodes.Required, "A country is required.");
            return;
        }

        faults.Country("shipTo/country", shipTo.Country);
        faults.Coordinates("shipTo/", shipTo.Latitude, shipTo.Longitude);
        faults.Unlocode("shipTo/unlocode", shipTo.Unlocode);
        faults.Text("shipTo/name", shipTo.Name);
        faults.Text("shipTo/address", shipTo.Address);
    }

    /// <summary>The priority of a new or an amended order.</summary>
    internal static void Priority(this FaultList faults, int? priority)
    {
        if (priority is { } given)
            faults.Range("priority", given, Limits.HighestPriority, Limits.LowestPriority);
    }

    private static void Line(this FaultList faults, PlaceOrderLine line, int index, HashSet<int> seen)
    {
        faults.Enter("lines", index);
        faults.Line("line", line.Line, seen);
        faults.Id("sku", line.Sku);
        faults.Range("quantity", line.Quantity, 1, Limits.MaxQuantity);
        faults.Id("warehouse", line.Warehouse);
        faults.Date("requestedBy", line.RequestedBy);
        faults.Money("value", line.Value);
        faults.Leave();
    }
}
