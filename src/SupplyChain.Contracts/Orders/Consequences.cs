namespace SupplyChain.Orders;

/// <summary>What a command would change for reserved and waiting units, of all orders that it touches.</summary>
/// <param name="WouldMove">Reserved units that would come from another warehouse.</param>
/// <param name="WouldWait">Units that would wait for stock and do not wait now.</param>
/// <param name="WouldFill">Units that would be reserved and are not reserved now.</param>
[GenerateSerializer, Immutable, Alias("consequences")]
public sealed record Consequences(
    [property: Id(0)] Items<UnitsToMove> WouldMove,
    [property: Id(1)] Items<UnitsToWait> WouldWait,
    [property: Id(2)] Items<UnitsToFill> WouldFill)
{
    /// <summary>How many orders the command concerns.</summary>
    [Id(3)]
    public int Orders { get; init; } = 1;

    /// <summary>How many of them were looked at, the first by priority, then age; fewer than <see cref="Orders"/> when
    /// the look was cut short.</summary>
    [Id(4)]
    public int OrdersLookedAt { get; init; } = 1;
}
