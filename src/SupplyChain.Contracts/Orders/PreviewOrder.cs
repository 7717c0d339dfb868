using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Transfers;

namespace SupplyChain.Orders;

/// <summary>What would become of an order by one of these?</summary>
[GenerateSerializer, Immutable, Alias("preview-order")]
public sealed record PreviewOrder
{
    /// <summary>It is amended.</summary>
    [Id(0)] public AmendOrder? Amend { get; init; }

    /// <summary>It is cancelled, or some of its lines.</summary>
    [Id(1)] public CancelOrder? Cancel { get; init; }

    /// <summary>It is sourced again.</summary>
    [Id(2)] public ResourceOrder? Resource { get; init; }
}

/// <summary>The answer to a look ahead at an order.</summary>
[GenerateSerializer, Immutable, Alias("order-preview-reply")]
public sealed record OrderPreviewReply : Reply<OrderPreview>;

/// <summary>What would become of an order.</summary>
/// <param name="Order">The order as it would be.</param>
/// <param name="Consequences">What would change for reserved and waiting units.</param>
[GenerateSerializer, Immutable, Alias("order-preview")]
public sealed record OrderPreview(
    [property: Id(0)] OrderDetails Order, [property: Id(1)] Consequences Consequences);

/// <summary>What a command would change for reserved and waiting units, of all orders and transfers that it
/// touches.</summary>
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

    /// <summary>What it would mean for transfers, one by one.</summary>
    [Id(5)]
    public Items<TransferChange> Transfers { get; init; }

    /// <summary>How many transfers the command concerns.</summary>
    [Id(6)]
    public int TransfersConcerned { get; init; }

    /// <summary>How many of them were looked at; fewer when the look was cut short.</summary>
    [Id(7)]
    public int TransfersLookedAt { get; init; }
}

/// <summary>Reserved units of a line that would come from another warehouse.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units.</param>
/// <param name="From">The warehouse they are reserved in.</param>
/// <param name="To">The warehouse they would be reserved in.</param>
[GenerateSerializer, Immutable, Alias("units-to-move")]
public sealed record UnitsToMove(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] int Line,
    [property: Id(2)] Sku Sku,
    [property: Id(3)] long Quantity,
    [property: Id(4)] WarehouseId From,
    [property: Id(5)] WarehouseId To);

/// <summary>Units of a demand that would wait for stock.</summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units that do not wait now.</param>
/// <param name="Reason">What keeps the warehouse that comes next from serving them.</param>
[GenerateSerializer, Immutable, Alias("units-to-wait")]
public sealed record UnitsToWait(
    [property: Id(0)] DemandOwner Owner,
    [property: Id(1)] int Line,
    [property: Id(2)] Sku Sku,
    [property: Id(3)] long Quantity,
    [property: Id(4)] RejectionReason Reason)
{
    /// <summary>The order; null when the owner is of another kind.</summary>
    public OrderId? Order => Owner.Order;
}

/// <summary>Units that would be reserved for a demand.</summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units that are not reserved now.</param>
/// <param name="From">The warehouse they would come from.</param>
[GenerateSerializer, Immutable, Alias("units-to-fill")]
public sealed record UnitsToFill(
    [property: Id(0)] DemandOwner Owner,
    [property: Id(1)] int Line,
    [property: Id(2)] Sku Sku,
    [property: Id(3)] long Quantity,
    [property: Id(4)] WarehouseId From)
{
    /// <summary>The order; null when the owner is of another kind.</summary>
    public OrderId? Order => Owner.Order;
}
