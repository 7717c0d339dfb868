using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Network;

/// <summary>One warehouse: <c>tenant/warehouse</c>.</summary>
[GrainInterfaceType("warehouse"), Alias("warehouse"), Needs(Permission.Read)]
public interface IWarehouseGrain : IGrainWithStringKey
{
    /// <summary>Defines or replaces it.</summary>
    [Alias("put"), Needs(Permission.Write), Scoped(Scope.Closed), Adds]
    Task<WarehouseReply> Put(PutWarehouse command);

    /// <summary>Closes it; answers <see cref="ReplyStatus.Pending"/> while lines are still being moved.</summary>
    [Alias("close"), Needs(Permission.Plan), Scoped(Scope.ByCommand)]
    Task<WarehouseReply> Close(CloseWarehouse command);

    /// <summary>Opens it again.</summary>
    [Alias("open"), Needs(Permission.Plan), Scoped(Scope.ByCommand)] Task<WarehouseReply> Open(OpenWarehouse command);

    /// <summary>The warehouse; null when there is none.</summary>
    [Alias("get"), Scoped(Scope.ByEntity)] Task<WarehouseDetails?> Get();
}
