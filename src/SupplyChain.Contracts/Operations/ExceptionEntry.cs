namespace SupplyChain.Operations;

/// <summary>Something a planner has to look at. One per cause and entity; it resolves itself when the cause is
/// gone.</summary>
/// <param name="Id">Kind and entity.</param>
/// <param name="Kind">What.</param>
/// <param name="Status">Whether its cause is still there.</param>
/// <param name="Entity">For example <c>order/ERP-4711</c> or <c>shipment/SH-1</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Units">Units touched.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Suggestion">What to do, for people.</param>
[GenerateSerializer, Immutable, Alias("exception-entry")]
public sealed record ExceptionEntry(
    [property: Id(0)] string Id,
    [property: Id(1)] ExceptionKind Kind,
    [property: Id(2)] ExceptionStatus Status,
    [property: Id(3)] string Entity,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] long Units,
    [property: Id(6)] string Reason,
    [property: Id(7)] string Suggestion)
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "id", "kind", "status", "entity", "since", "units",
    ];
}
