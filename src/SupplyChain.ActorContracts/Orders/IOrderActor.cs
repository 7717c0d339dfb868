namespace SupplyChain.Orders;

/// <summary>
/// What other actors say to an order: <c>tenant/number</c>. It hears of its demands as <see cref="IDemandActor"/>, of
/// its shipments as <see cref="Shipments.IShipmentOwnerActor"/>. Clients use <see cref="IOrderGrain"/>.
/// </summary>
[GrainInterfaceType("order-actor"), Alias("order-actor")]
public interface IOrderActor : IGrainWithStringKey
{
    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();

    /// <summary>What would become of the order, after others; changes nothing.</summary>
    [Alias("foresee")] Task<ForeseenOrder> Foresee(ForeseeOrder query);
}
