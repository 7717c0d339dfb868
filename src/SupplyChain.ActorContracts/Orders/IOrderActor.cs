namespace SupplyChain.Orders;

/// <summary>What other actors say to an order: <c>tenant/number</c>. Clients use <see cref="IOrderGrain"/>.</summary>
[GrainInterfaceType("order-actor"), Alias("order-actor")]
public interface IOrderActor : IGrainWithStringKey
{
    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();

    /// <summary>Takes units that the backlog reserved for a waiting line.</summary>
    [Alias("accept-grants")] Task AcceptGrants(AcceptGrants command);

    /// <summary>Tries again to reserve a ship-complete order whose lines could all be served now.</summary>
    [Alias("retry-complete")] Task RetryComplete();

    /// <summary>Learns that reality took reserved units away; they are sourced again.</summary>
    [Alias("lose-reservations")] Task LoseReservations(LoseReservations command);

    /// <summary>Moves unreleased allocations out of a warehouse that closed.</summary>
    [Alias("leave-warehouse")] Task<LeaveWarehouseReply> LeaveWarehouse(LeaveWarehouse command);

    /// <summary>Learns from one of its shipments what has become of it.</summary>
    [Alias("sync-shipment")] Task SyncShipment(SyncShipment command);

    /// <summary>What would become of the order, after others; changes nothing.</summary>
    [Alias("foresee")] Task<ForeseenOrder> Foresee(ForeseeOrder query);
}
