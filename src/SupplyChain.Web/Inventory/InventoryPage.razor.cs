using SupplyChain.Exports;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Inventory;

/// <summary>The list of products with their stock.</summary>
public partial class InventoryPage : ListPage<StockSummary>
{
    private StockSummaryQuery _query = new();
    private string _scope = "";

    private Choice[] Sites => [.. Warehouses.Values.OrderBy(site => site.Name, StringComparer.Ordinal)
        .Select(site => new Choice(site.Id.Value, site.Name))];

    /// <inheritdoc/>
    public override string RestPath => "/api/v1/stock-summary";

    /// <inheritdoc/>
    public override ListColumns<StockSummary> Columns => StockColumns.Products;

    /// <inheritdoc/>
    protected override string IdOf(StockSummary item) => item.Sku.Value;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject.StartsWith("stock/", StringComparison.Ordinal)
        || @event.Subject.StartsWith("product/", StringComparison.Ordinal)
        || @event.Type.Contains("backordered", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void Understand()
    {
        _query = new(
            Address.One("q"), Address.Ids<WarehouseId>("warehouse"), Address.Flag("outOfStock"),
            Address.Flag("waiting"));
        // An address as a link from elsewhere: the product's page then begins with that warehouse.
        _scope = _query.Warehouses.Count == 1 ? $"?warehouse={_query.Warehouses[0]}" : "";
    }

    /// <inheritdoc/>
    protected override Task<Page<StockSummary>> ReadPageAsync(PageQuery page, CancellationToken cancellationToken) =>
        Chain.Inventory.ListSummaryPageAsync(_query, page, cancellationToken);
}
