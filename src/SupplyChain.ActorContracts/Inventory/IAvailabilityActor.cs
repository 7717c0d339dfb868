using Orleans.Concurrency;

namespace SupplyChain.Inventory;

/// <summary>
/// What actors of release 0.1 say to the availability of a product: <c>tenant/sku</c>. Those of this release speak to
/// <see cref="ISupplyActor"/>.
/// </summary>
[GrainInterfaceType("availability-actor"), Alias("availability-actor")]
public interface IAvailabilityActor : IGrainWithStringKey
{
    /// <summary>The best places to take the product from.</summary>
    [Alias("candidates")] Task<AvailabilityReply> Candidates(FindCandidates query);

    /// <summary>A stock item's newest level that is stored; the sender does not wait until it has arrived.</summary>
    [Alias("report"), OneWay] Task Report(StockLevel level);

    /// <summary>The same, once it is known: of a stock item that may be new and is not asked otherwise.</summary>
    [Alias("learn")] Task Learn(StockLevel level);

    /// <summary>Every stock item's level as it was last reported.</summary>
    [Alias("reported")] Task<Items<StockLevel>> Reported();
}
