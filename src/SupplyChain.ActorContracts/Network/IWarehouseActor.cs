namespace SupplyChain.Network;

/// <summary>
/// What other actors say to a warehouse: <c>tenant/warehouse</c>. Clients use <see cref="IWarehouseGrain"/>.
/// </summary>
[GrainInterfaceType("warehouse-actor"), Alias("warehouse-actor")]
public interface IWarehouseActor : IGrainWithStringKey
{
    /// <summary>The warehouse as closing would leave it; changes nothing.</summary>
    [Alias("preview-close")] Task<WarehouseReply> PreviewClose(CloseWarehouse command);

    /// <summary>Learns how far the re-sourcing has come.</summary>
    [Alias("record-closing")] Task RecordClosing(RecordClosing command);
}
