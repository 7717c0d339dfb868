using System.ComponentModel.DataAnnotations;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>A shipment the caller wants made, under the caller's own number.</summary>
[SchemaName("ReleaseShipment")]
public sealed record ReleaseShipmentBody
{
    /// <summary>Its number.</summary>
    public required ShipmentId Id { get; init; }

    /// <summary>The order lines whose allocated goods it takes; all from one warehouse.</summary>
    [Length(1, Limits.MaxLines), Elements(1, Limits.MaxLineNumber)]
    public required Items<int> Lines { get; init; }

    /// <summary>Transport mode, as given.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Mode { get; init; }

    /// <summary>The carrier.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Carrier { get; init; }

    /// <summary>The carrier's number.</summary>
    [MaxLength(Limits.MaxText)]
    public string? TrackingNumber { get; init; }

    /// <summary>Gross weight in kg, 0 or more.</summary>
    [Range(0, Limits.MaxMeasure)]
    public double? WeightKg { get; init; }

    /// <summary>What the transport costs.</summary>
    public MoneyBody? Freight { get; init; }

    internal static ReleaseShipment Read(BodyReader shipment) => new(
        shipment.Id<ShipmentId>("id", required: true).GetValueOrDefault(),
        shipment.Numbers("lines", true) ?? [],
        shipment.Text("mode"),
        shipment.Text("carrier"),
        shipment.Text("trackingNumber"),
        shipment.Number("weightKg"),
        shipment.Money("freight"));
}
