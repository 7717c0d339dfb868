using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>What a release may say.</summary>
public static class ReleaseOrderValidation
{
    /// <summary>The faulty fields; none when the release makes sense by itself.</summary>
    /// <param name="command">The release.</param>
    /// <param name="now">The clock its <c>occurredAt</c> is held against.</param>
    public static Items<Fault> Validate(this ReleaseOrder command, DateTimeOffset now)
    {
        var faults = new FaultList();
        faults.OccurredAt(command.OccurredAt, now);
        if (command.Shipments is not { } shipments)
            return faults.All;
        faults.Count("shipments", shipments.Count);
        var seen = new HashSet<ShipmentId>();
        for (var index = 0; index < shipments.Count; index++)
            faults.Shipment(shipments[index], index, seen);
        return faults.All;
    }

    private static void Shipment(this FaultList faults, ReleaseShipment shipment, int index, HashSet<ShipmentId> seen)
    {
        faults.Enter("shipments", index);
        faults.Id("id", shipment.Id);
        if (!seen.Add(shipment.Id))
            faults.Add("id", FaultCodes.Duplicate, $"Shipment '{shipment.Id}' is there twice.");
        faults.LineNumbers(shipment.Lines);
        faults.Text("mode", shipment.Mode);
        faults.Text("carrier", shipment.Carrier);
        faults.Text("trackingNumber", shipment.TrackingNumber);
        faults.Measure("weightKg", shipment.WeightKg, 0, Limits.MaxMeasure);
        faults.Money("freight", shipment.Freight);
        faults.Leave();
    }
}
