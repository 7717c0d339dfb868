using SupplyChain.Access;

namespace SupplyChain.Inventory;

/// <summary>One stock item: <c>tenant/sku@warehouse</c>.</summary>
[GrainInterfaceType("stock"), Alias("stock"), Needs(Permission.Read), Scoped(Scope.ByEntity)]
public interface IStockGrain : IGrainWithStringKey
{
    /// <summary>The stock item as it is now.</summary>
    [Alias("get")] Task<StockLevel> Get();
}
