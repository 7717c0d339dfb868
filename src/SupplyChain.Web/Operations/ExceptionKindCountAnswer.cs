namespace SupplyChain.Operations;

/// <summary>How many exceptions of a kind there are.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Exceptions">How many.</param>
[SchemaName("ExceptionKindCount")]
public sealed record ExceptionKindCountAnswer(ExceptionKind Kind, long Exceptions)
{
    internal static ExceptionKindCountAnswer Of(ExceptionKindCount count) => new(count.Kind, count.Exceptions);
}
