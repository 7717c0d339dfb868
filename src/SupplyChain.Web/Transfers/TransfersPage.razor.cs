using SupplyChain.Exports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Transfers;

/// <summary>The list of transfers; it begins with those that are open.</summary>
public partial class TransfersPage : ListPage<TransferSummary>
{
    private const string Path = "/transfers";
    private const string Open = $"{Path}?open=true";
    private const string AllOfThem = $"{Path}?view=all";

    private static readonly (string Title, string Url)[] Views =
    [
        ("Open", Open),
        ("Wait for stock", $"{Path}?status={TransferStatus.Waiting}&status={TransferStatus.PartiallyReserved}"),
        ("Ready to release", $"{Path}?status={TransferStatus.Reserved}&status={TransferStatus.PartiallyReserved}"),
        ("In transit", $"{Path}?status={TransferStatus.InTransit}"),
        ("All", AllOfThem),
    ];

    private TransferQuery _query = new();

    private string OwnSort => _query.Open ? "requestedBy,requestedAt" : "-requestedAt";

    /// <inheritdoc/>
    public override string RestPath => "/api/v1/transfers";

    /// <inheritdoc/>
    public override ListColumns<TransferSummary> Columns => TransferColumns.All;

    /// <inheritdoc/>
    public override ListAddress Listed => Address.With("sort", Address.Sort ?? OwnSort);

    /// <inheritdoc/>
    protected override string IdOf(TransferSummary item) => item.Id.Value;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject.StartsWith("transfer/", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (new Uri(Navigation.Uri) is { AbsolutePath: Path, Query.Length: 0 })
        {
            Navigation.NavigateTo(Open, replace: true);
            return;
        }

        await base.OnParametersSetAsync();
    }

    /// <inheritdoc/>
    protected override void Understand() => _query = new(
        Statuses: Address.Enums<TransferStatus>("status"),
        From: Address.Ids<WarehouseId>("from"),
        To: Address.Ids<WarehouseId>("to"),
        Skus: Address.Ids<Sku>("sku"),
        Open: Address.Flag("open"),
        Text: Address.One("q"));

    /// <inheritdoc/>
    protected override Task<Page<TransferSummary>> ReadPageAsync(
        PageQuery page, CancellationToken cancellationToken) =>
        Chain.Transfers.ListPageAsync(_query, page with { Sort = page.Sort ?? OwnSort }, cancellationToken);

    /// <summary>The value of a filter that has exactly one.</summary>
    private static T? Only<T>(Items<T> filter) where T : struct => filter.Count == 1 ? filter[0] : null;

    private ListAddress AddressOf(string url) =>
        ListAddress.Of(new Uri(new Uri(Navigation.BaseUri), url).ToString());

    private bool IsHere(string url) => AddressOf(url).Url == Address.With("sort").With("do").Showing([]).Url;

    private void Close() => Navigation.NavigateTo(Address.With("do").Url);
}
