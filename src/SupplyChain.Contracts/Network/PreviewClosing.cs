using SupplyChain.Orders;

namespace SupplyChain.Network;

/// <summary>What would closing a warehouse change?</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Closing">The closing.</param>
[GenerateSerializer, Immutable, Alias("preview-closing")]
public sealed record PreviewClosing(
    [property: Id(0)] WarehouseId Warehouse, [property: Id(1)] CloseWarehouse Closing);

/// <summary>The answer to a look ahead at a closing.</summary>
[GenerateSerializer, Immutable, Alias("closing-preview-reply")]
public sealed record ClosingPreviewReply : Reply<ClosingPreview>;

/// <summary>What closing a warehouse would change.</summary>
/// <param name="Warehouse">The warehouse as it would be.</param>
/// <param name="Consequences">What that means for orders.</param>
[GenerateSerializer, Immutable, Alias("closing-preview")]
public sealed record ClosingPreview(
    [property: Id(0)] WarehouseDetails Warehouse, [property: Id(1)] Consequences Consequences);
