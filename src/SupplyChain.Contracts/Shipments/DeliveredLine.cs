namespace SupplyChain.Shipments;

/// <summary>How much of a line arrived. All three end the journey of those units.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Delivered">Units that arrived well.</param>
/// <param name="Damaged">Units that arrived damaged.</param>
/// <param name="Refused">Units the customer refused.</param>
[GenerateSerializer, Immutable, Alias("delivered-line")]
public sealed record DeliveredLine(
    [property: Id(0)] int Line,
    [property: Id(1)] long Delivered,
    [property: Id(2)] long Damaged = 0,
    [property: Id(3)] long Refused = 0);
