using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Orders;

/// <summary>One order: <c>tenant/number</c>.</summary>
[GrainInterfaceType("order"), Alias("order"), Needs(Permission.Read), Scoped(Scope.Closed)]
public interface IOrderGrain : IGrainWithStringKey
{
    /// <summary>Places the order and answers after its first allocation.</summary>
    [Alias("place"), Needs(Permission.Write), Adds(Quota.OrdersPerDay)] Task<OrderReply> Place(PlaceOrder command);

    /// <summary>Changes it.</summary>
    [Alias("amend"), Needs(Permission.Write)] Task<OrderReply> Amend(AmendOrder command);

    /// <summary>Cancels it or some of its lines.</summary>
    [Alias("cancel"), Needs(Permission.Write)] Task<OrderReply> Cancel(CancelOrder command);

    /// <summary>Makes shipments of what is allocated.</summary>
    [Alias("release"), Needs(Permission.Write), Scoped(Scope.ByCommand)] Task<OrderReply> Release(ReleaseOrder command);

    /// <summary>Sources what is reserved and not released again; what can be bettered moves.</summary>
    [Alias("resource"), Needs(Permission.Write)] Task<OrderReply> Resource(ResourceOrder command);

    /// <summary>What would become of the order; changes nothing.</summary>
    [Alias("preview")] Task<OrderPreviewReply> Preview(PreviewOrder query);

    /// <summary>The order as it is now; null when there is none.</summary>
    [Alias("get"), Scoped(Scope.ByEntity)] Task<OrderDetails?> Get();
}
