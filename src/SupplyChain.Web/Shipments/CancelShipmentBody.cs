using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Shipments;

/// <summary>Cancels a shipment that was not dispatched; its goods stay allocated to the order.</summary>
[SchemaName("CancelShipment")]
public sealed record CancelShipmentBody
{
    /// <summary>Why, 1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public string Reason { get; init; } = "";

    internal static CancelShipment Read(BodyReader body) => new(body.Text("reason") ?? "not given");
}
