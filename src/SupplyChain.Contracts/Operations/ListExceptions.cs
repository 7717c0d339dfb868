namespace SupplyChain.Operations;

/// <summary>Lists exceptions, newest first; what is null does not filter.</summary>
[GenerateSerializer, Immutable, Alias("list-exceptions")]
public sealed record ListExceptions(
    [property: Id(0)] ExceptionStatus? Status, [property: Id(1)] ExceptionKind? Kind, [property: Id(2)] PageQuery Page);
