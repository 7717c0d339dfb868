namespace SupplyChain.Operations;

/// <summary>A stream with something begun and not finished.</summary>
/// <param name="Stream">For example <c>order/ERP-4711</c>.</param>
/// <param name="Since">When its newest event was recorded.</param>
[GenerateSerializer, Immutable, Alias("due-stream")]
public sealed record DueStream([property: Id(0)] string Stream, [property: Id(1)] DateTimeOffset Since);
