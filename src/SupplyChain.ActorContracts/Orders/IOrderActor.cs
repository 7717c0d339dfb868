namespace SupplyChain.Orders;

/// <summary>
/// What other actors say to an order: <c>tenant/number</c>. What it hears of its demands it hears as
/// <see cref="IDemandActor"/>; clients use <see cref="IOrderGrain"/>.
/// </summary>
[GrainInterfaceType("order-actor"), Alias("order-actor")]
public interface IOrderActor : IGrainWithStringKey
{
    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();

    /// <summary>Learns from one of its shipments what has become of it.</summary>
    [Alias("sync-shipment")] Task SyncShipment(SyncShipment command);

    /// <summary>What would become of the order, after others; changes nothing.</summary>
    [Alias("foresee")] Task<ForeseenOrder> Foresee(ForeseeOrder query);
}
