namespace SupplyChain.Orders;

/// <summary>What would become of an order by one of these?</summary>
[GenerateSerializer, Immutable, Alias("preview-order")]
public sealed record PreviewOrder
{
    /// <summary>It is amended.</summary>
    [Id(0)] public AmendOrder? Amend { get; init; }

    /// <summary>It is cancelled, or some of its lines.</summary>
    [Id(1)] public CancelOrder? Cancel { get; init; }

    /// <summary>It is sourced again.</summary>
    [Id(2)] public ResourceOrder? Resource { get; init; }
}
