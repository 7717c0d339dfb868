using SupplyChain.Inventory;

namespace SupplyChain.Operations.Verification;

/// <summary>Units of a product that documents say they moved: into stock, or out of it when negative.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Sku">Of what.</param>
/// <param name="Units">By how many on hand changed.</param>
internal readonly record struct MovedUnits(TenantId Tenant, Sku Sku, long Units);
