namespace SupplyChain.Orders;

/// <summary>What a new order may say.</summary>
public static class PlaceOrderValidation
{
    private const int LowestPriority = 5;

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
            faults.Range("priority", given, 1, LowestPriority);
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
