using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Inventory;

/// <summary>One product: <c>tenant/sku</c>.</summary>
[GrainInterfaceType("product"), Alias("product"), Needs(Permission.Read)]
public interface IProductGrain : IGrainWithStringKey
{
    /// <summary>Defines or replaces it.</summary>
    [Alias("put"), Needs(Permission.Write), Scoped(Scope.Closed), Adds] Task<ProductReply> Put(PutProduct command);

    /// <summary>The product; null when there is none.</summary>
    [Alias("get"), Scoped(Scope.Everything)] Task<ProductDetails?> Get();
}
