using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Orders;

/// <summary>Makes shipments of what is allocated.</summary>
[SchemaName("ReleaseOrder")]
public sealed record ReleaseOrderBody
{
    /// <summary>When it was released.</summary>
    public OccurredAt OccurredAt { get; init; }

    /// <summary>The shipments wanted; none means one per warehouse, numbered by us.</summary>
    [Length(1, Limits.MaxLines)]
    public Items<ReleaseShipmentBody>? Shipments { get; init; }

    internal static ReleaseOrder Read(BodyReader body) =>
        new(body.OccurredAt(), body.List("shipments", false, ReleaseShipmentBody.Read));
}
