using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Network;

/// <summary>One warehouse: <c>tenant/warehouse</c>.</summary>
[GrainInterfaceType("warehouse"), Alias("warehouse"), Needs(Permission.Read)]
public interface IWarehouseGrain : IGrainWithStringKey
{
    /// <summary>Defines or replaces it.</summary>
    [Alias("put"), Needs(Permission.Write), Adds] Task<WarehouseReply> Put(PutWarehouse command);

    /// <summary>Closes it; answers <see cref="ReplyStatus.Pending"/> while lines are still being moved.</summary>
    [Alias("close"), Needs(Permission.Plan)] Task<WarehouseReply> Close(CloseWarehouse command);

    /// <summary>Opens it again.</summary>
    [Alias("open"), Needs(Permission.Plan)] Task<WarehouseReply> Open(OpenWarehouse command);

    /// <summary>The warehouse; null when there is none.</summary>
    [Alias("get")] Task<WarehouseDetails?> Get();
}
