namespace SupplyChain.Operations;

/// <summary>How many exceptions match, and how much they touch together.</summary>
/// <param name="Exceptions">How many.</param>
/// <param name="Units">
/// Units touched. Several kinds of exception may touch the same units of an order: of each order, the kind that touches
/// most counts.
/// </param>
/// <param name="Orders">Orders touched, each once.</param>
/// <param name="ByKind">How many of each kind there are, the kinds without any left out.</param>
[GenerateSerializer, Immutable, Alias("exception-count")]
public sealed record ExceptionCount(
    [property: Id(0)] long Exceptions, [property: Id(1)] long Units, [property: Id(2)] long Orders,
    [property: Id(3)] Items<ExceptionKindCount> ByKind);
