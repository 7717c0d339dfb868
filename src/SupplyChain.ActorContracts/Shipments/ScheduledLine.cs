namespace SupplyChain.Shipments;

/// <summary>When an order line is wanted.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Scheduled">The date it counts against; null when none.</param>
[GenerateSerializer, Immutable, Alias("scheduled-line")]
public sealed record ScheduledLine([property: Id(0)] int Line, [property: Id(1)] DateOnly? Scheduled);
