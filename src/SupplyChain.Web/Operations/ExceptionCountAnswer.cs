namespace SupplyChain.Operations;

/// <summary>How many exceptions match, and how much they touch together.</summary>
/// <param name="Exceptions">How many.</param>
/// <param name="Units">
/// Units touched. Several kinds of exception may touch the same units of an order: of each order, the kind that touches
/// most counts.
/// </param>
/// <param name="Orders">Orders touched, each once.</param>
/// <param name="ByKind">How many of each kind there are, the kinds without any left out.</param>
[SchemaName("ExceptionCount")]
public sealed record ExceptionCountAnswer(
    long Exceptions, long Units, long Orders, Items<ExceptionKindCountAnswer> ByKind)
{
    internal static ExceptionCountAnswer Of(ExceptionCount count) => new(
        count.Exceptions, count.Units, count.Orders, count.ByKind.Each(ExceptionKindCountAnswer.Of));
}
