using Orleans.Concurrency;
using SupplyChain.Access;

namespace SupplyChain.Inventory;

/// <summary>
/// What is available of one product, everywhere: <c>tenant/sku</c>. Soft state, never the truth: each stock item's own
/// answer is.
/// </summary>
[GrainInterfaceType("availability"), Alias("availability"), Needs(Permission.Read), Scoped(Scope.ByList)]
public interface IAvailabilityGrain : IGrainWithStringKey
{
    /// <summary>Every stock item's level, read from the stock items themselves.</summary>
    [Alias("levels")] Task<Items<StockLevel>> Levels();
}
