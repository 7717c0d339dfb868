namespace SupplyChain.Shipments;

/// <summary>
/// How a shipment stands against its promise on a day, the better the smaller. A cancelled one stands nowhere. While
/// units are missing a delivered one is judged like one under way.
/// </summary>
[GenerateSerializer, Alias("shipment-standing")]
public enum ShipmentStanding
{
    /// <summary>Expected, or arrived, by its promise.</summary>
    OnTime = 1,

    /// <summary>It has no promise, or its arrival is unknown.</summary>
    Unknown = 2,

    /// <summary>Expected after its promise, which is not over yet.</summary>
    AtRisk = 3,

    /// <summary>Its promise is over and it has not arrived, or it arrived after it.</summary>
    Late = 4,
}
