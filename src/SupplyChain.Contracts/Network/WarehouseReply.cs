namespace SupplyChain.Network;

/// <summary>The answer to a command on a warehouse.</summary>
[GenerateSerializer, Immutable, Alias("warehouse-reply")]
public sealed record WarehouseReply : Reply<WarehouseDetails>;
