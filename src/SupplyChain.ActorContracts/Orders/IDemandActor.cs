using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>
/// What stock items, backlogs and closing warehouses say to who owns demands: <c>tenant/id</c>. Each kind of owner has
/// an actor of its own that answers it; the one of a <see cref="DemandOwner"/> is found by its kind.
/// </summary>
[GrainInterfaceType("demand-actor"), Alias("demand-actor")]
public interface IDemandActor : IGrainWithStringKey
{
    /// <summary>Takes units that the backlog reserved for a waiting line.</summary>
    [Alias("accept-grants")] Task AcceptGrants(AcceptGrants command);

    /// <summary>Tries again to reserve all of its lines together, which could all be served now.</summary>
    [Alias("retry-complete")] Task RetryComplete();

    /// <summary>Learns that reality took reserved units away; they are sourced again.</summary>
    [Alias("lose-reservations")] Task LoseReservations(LoseReservations command);

    /// <summary>Moves what can still move out of a warehouse that closed.</summary>
    [Alias("leave-warehouse")] Task<LeaveWarehouseReply> LeaveWarehouse(LeaveWarehouse command);
}
