using SupplyChain.Exports;
using SupplyChain.Operations;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Network;

/// <summary>The list of warehouses with their figures.</summary>
public partial class WarehousesPage : ListPage<WarehouseSummary>
{
    private static readonly string[] Subjects = ["warehouse/", "stock/", "shipment/"];

    private WarehouseSummaryQuery _query = new();

    /// <inheritdoc/>
    public override string RestPath => "/api/v1/warehouse-summary";

    /// <inheritdoc/>
    public override ListColumns<WarehouseSummary> Columns => WarehouseColumns.Figures;

    /// <inheritdoc/>
    protected override int PageSize => 100;

    private Choice[] Lands => [.. Warehouses.Values.Select(site => site.Country).OfType<string>().Distinct()
        .Order(StringComparer.Ordinal).Select(country => new Choice(country, country))];

    /// <inheritdoc/>
    protected override string IdOf(WarehouseSummary item) => item.Id.Value;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        Array.Exists(Subjects, subject => @event.Subject.StartsWith(subject, StringComparison.Ordinal));

    /// <inheritdoc/>
    protected override void Understand() => _query = new(
        Address.One("q"), Address.Enums<WarehouseStatus>("status"), Address.All("country").ToItems());

    /// <inheritdoc/>
    protected override Task<Page<WarehouseSummary>> ReadPageAsync(
        PageQuery page, CancellationToken cancellationToken) =>
        Chain.Warehouses.ListSummaryPageAsync(_query, page, cancellationToken);
}
