namespace SupplyChain.Network;

/// <summary>One warehouse: <c>tenant/warehouse</c>.</summary>
[GrainInterfaceType("warehouse"), Alias("warehouse")]
public interface IWarehouseGrain : IGrainWithStringKey
{
    /// <summary>Defines or replaces it.</summary>
    [Alias("put")] Task<WarehouseReply> Put(PutWarehouse command);

    /// <summary>Closes it; answers <see cref="ReplyStatus.Pending"/> while lines are still being moved.</summary>
    [Alias("close")] Task<WarehouseReply> Close(CloseWarehouse command);

    /// <summary>Opens it again.</summary>
    [Alias("open")] Task<WarehouseReply> Open(OpenWarehouse command);

    /// <summary>The warehouse; null when there is none.</summary>
    [Alias("get")] Task<WarehouseDetails?> Get();
}
