using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>The products.</summary>
internal sealed class ProductProjection(IJournal journal, ITableWriter tables, int cachedStates)
    : StreamProjection<Product, ProductEvent, ProductDetails?>(journal, cachedStates)
{
    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert(
        "products", "tenant, sku", "description, gtin, weight_kg, volume_m3, version"));

    /// <inheritdoc/>
    protected override ProductDetails? Derive(StreamId stream, Product state) => state.Details(stream.Id);

    /// <inheritdoc/>
    protected override void Write(StreamId stream, ProductDetails? before, ProductDetails? after)
    {
        if (after is not null)
        {
            _upsert.Bind(1, stream.Tenant.Value).Bind(2, after.Sku.Value).Bind(3, after.Description).Bind(4, after.Gtin)
                .Bind(5, after.UnitWeightKg).Bind(6, after.UnitVolumeM3).Bind(7, after.Version)
                .Run();
        }
    }
}
