namespace SupplyChain.Orders;

/// <summary>
/// What a look ahead at many owners of demands asks each of them, <c>tenant/id</c>, apart from orders, which are asked
/// as <see cref="IOrderActor"/>. The actor is found by the kind of the owner.
/// </summary>
[GrainInterfaceType("foreseeing-actor"), Alias("foreseeing-actor")]
public interface IForeseeingActor : IGrainWithStringKey
{
    /// <summary>What would become of it, after others; changes nothing.</summary>
    [Alias("foresee")] Task<ForeseenOwner> Foresee(ForeseeOrder query);
}
