using System.Text.Json.Serialization;
using SupplyChain.Transfers;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Orders;

/// <summary>An entity that <c>dryRun=true</c> shows as it would be, with what that means for orders and
/// transfers.</summary>
public abstract record PreviewedAnswer : EntityAnswer
{
    /// <summary>Reserved units that would come from another warehouse.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public Items<UnitsToMoveAnswer>? WouldMove { get; init; }

    /// <summary>Units that would wait for stock and do not wait now.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public Items<UnitsToWaitAnswer>? WouldWait { get; init; }

    /// <summary>Units that would be reserved and are not reserved now.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public Items<UnitsToFillAnswer>? WouldFill { get; init; }

    /// <summary>How many orders the command concerns.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public int? Orders { get; init; }

    /// <summary>How many of them were looked at, the first by priority, then age; fewer when the look was cut
    /// short.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public int? OrdersLookedAt { get; init; }

    /// <summary>What it would mean for transfers, one by one.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public Items<TransferChangeAnswer>? Transfers { get; init; }

    /// <summary>How many transfers the command concerns.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public int? TransfersConcerned { get; init; }

    /// <summary>How many of them were looked at; fewer when the look was cut short.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public int? TransfersLookedAt { get; init; }
}
