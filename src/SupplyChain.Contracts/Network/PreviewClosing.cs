namespace SupplyChain.Network;

/// <summary>What would closing a warehouse change?</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Closing">The closing.</param>
[GenerateSerializer, Immutable, Alias("preview-closing")]
public sealed record PreviewClosing(
    [property: Id(0)] WarehouseId Warehouse, [property: Id(1)] CloseWarehouse Closing);
