namespace SupplyChain.Operations;

/// <summary>A stream with something begun and not finished.</summary>
/// <param name="Stream">For example <c>order/ERP-4711</c>.</param>
/// <param name="Since">When its newest event was recorded.</param>
[SchemaName("DueStream")]
public sealed record DueStreamAnswer(string Stream, DateTimeOffset Since)
{
    internal static DueStreamAnswer Of(DueStream due) => new(due.Stream, due.Since);
}
