using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Makes shipments of what is allocated.</summary>
/// <param name="OccurredAt">When it was released.</param>
/// <param name="Shipments">The shipments wanted; none means one per warehouse, numbered by us.</param>
[GenerateSerializer, Immutable, Alias("release-order")]
public sealed record ReleaseOrder(
    [property: Id(0)] OccurredAt OccurredAt = default, [property: Id(1)] Items<ReleaseShipment>? Shipments = null);

/// <summary>A shipment the caller wants made, under the caller's own number.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Lines">The order lines whose allocated goods it takes; all from one warehouse.</param>
/// <param name="Mode">Transport mode, as given.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The carrier's number.</param>
/// <param name="WeightKg">Gross weight in kg, 0 or more.</param>
/// <param name="Freight">What the transport costs.</param>
[GenerateSerializer, Immutable, Alias("release-shipment")]
public sealed record ReleaseShipment(
    [property: Id(0)] ShipmentId Id,
    [property: Id(1)] Items<int> Lines,
    [property: Id(2)] string? Mode = null,
    [property: Id(3)] string? Carrier = null,
    [property: Id(4)] string? TrackingNumber = null,
    [property: Id(5)] double? WeightKg = null,
    [property: Id(6)] Money? Freight = null);

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
