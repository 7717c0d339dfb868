namespace SupplyChain.Orders;

/// <summary>Puts lines of one order into the product's queue, or changes how much of them waits (0 takes them
/// out).</summary>
[GenerateSerializer, Immutable, Alias("queue-lines")]
public sealed record QueueLines([property: Id(0)] Items<WaitingLine> Lines);
