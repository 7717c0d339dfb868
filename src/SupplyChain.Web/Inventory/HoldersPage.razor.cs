using Microsoft.AspNetCore.Components;
using SupplyChain.Exports;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Inventory;

/// <summary>The order lines that hold a product, and those that wait for it.</summary>
public partial class HoldersPage : ListPage<StockHolder>
{
    private HolderQuery _query = new("");

    /// <summary>The product.</summary>
    [Parameter] public string Sku { get; set; } = "";

    private Choice[] Sites => [.. Warehouses.Values.OrderBy(site => site.Name, StringComparer.Ordinal)
        .Select(site => new Choice(site.Id.Value, site.Name))];

    /// <inheritdoc/>
    public override string RestPath => $"/api/v1/stock/{Sku}/holders";

    /// <inheritdoc/>
    public override ListColumns<StockHolder> Columns => StockColumns.Holders;

    /// <inheritdoc/>
    protected override string IdOf(StockHolder item) => $"{item.Owner}/{item.Line}/{item.State}/{item.Warehouse}";

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject.StartsWith($"stock/{Sku}@", StringComparison.Ordinal) || @event.Subject == $"backlog/{Sku}";

    /// <inheritdoc/>
    protected override void Understand()
    {
        var states = Address.Enums<HolderState>("state");
        _query = new(
            Sku, states.Count == 1 ? states[0] : default(HolderState?), Address.Ids<WarehouseId>("warehouse"));
    }

    /// <inheritdoc/>
    protected override Task<Page<StockHolder>> ReadPageAsync(PageQuery page, CancellationToken cancellationToken) =>
        Identifier.IsValid(Sku)
            ? Chain.Inventory.ListHoldersPageAsync(_query, page, cancellationToken)
            : Task.FromResult(new Page<StockHolder>([], null));
}
