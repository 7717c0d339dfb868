namespace SupplyChain.Operations;

/// <summary>Lists exceptions, newest first; what is null or empty does not filter.</summary>
/// <param name="Status">Those in that status.</param>
/// <param name="Kind">Those of that kind.</param>
/// <param name="Page">Which page.</param>
/// <param name="Statuses">Those in one of these, or in <paramref name="Status"/>.</param>
/// <param name="Kinds">Those of one of these, or of <paramref name="Kind"/>.</param>
[GenerateSerializer, Immutable, Alias("list-exceptions")]
public sealed record ListExceptions(
    [property: Id(0)] ExceptionStatus? Status,
    [property: Id(1)] ExceptionKind? Kind,
    [property: Id(2)] PageQuery Page,
    [property: Id(3)] Items<ExceptionStatus> Statuses = default,
    [property: Id(4)] Items<ExceptionKind> Kinds = default);
