namespace SupplyChain.Operations;

/// <summary>How many exceptions of a kind there are.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Exceptions">How many.</param>
[GenerateSerializer, Immutable, Alias("exception-kind-count")]
public sealed record ExceptionKindCount([property: Id(0)] ExceptionKind Kind, [property: Id(1)] long Exceptions);
