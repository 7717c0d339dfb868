using SupplyChain.Exports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Shipments;

/// <summary>The list of shipments; it begins with those under way.</summary>
public partial class ShipmentsPage : ListPage<ShipmentSummary>
{
    private const string Path = "/shipments";
    private const string UnderWay = $"{Path}?open=true";
    private const string LateOrAtRisk = $"{UnderWay}&standing=Late&standing=AtRisk";
    private const string AllOfThem = $"{Path}?view=all";

    private ShipmentQuery _query = new();
    private ShipmentCounts? _open;
    private ShipmentCounts? _arrived;
    private ShipmentCounts? _all;

    private bool IsOpenOnly => _query.Open;

    private string OwnSort => IsOpenOnly ? "-standing,promise" : "-eta";

    private IEnumerable<(string Title, string Url, long? Count, bool IsCurrent)> Views
    {
        get
        {
            var (today, tomorrow) = Today();
            var arrived = $"{Path}?deliveredFrom={today}&deliveredTo={tomorrow}";
            return
            [
                One("Under way", UnderWay, _open?.Shipments),
                One("Late or at risk", LateOrAtRisk, _open?.Late + _open?.AtRisk),
                One("Arrived today", arrived, _arrived?.Shipments),
                One("All", AllOfThem, _all?.Shipments),
            ];
        }
    }

    private (string Fact, string More)? Sentence => _open switch
    {
        null => null,
        { Shipments: 0 } => ("Nothing is under way.", ""),
        { Late: 0, AtRisk: 0 } open => (
            $"{Words.Count(open.Shipments, "shipment")} under way, none late or at risk.", Unknown(open)),
        var open => (
            $"{Words.Number(open.Late + open.AtRisk)} of {Words.Number(open.Shipments)} under way are late or at risk: "
            + $"{Words.Number(open.Late)} late, {Words.Number(open.AtRisk)} expected after their promise.",
            Unknown(open)),
    };

    /// <inheritdoc/>
    public override string RestPath => "/api/v1/shipments";

    /// <inheritdoc/>
    public override ListColumns<ShipmentSummary> Columns => ShipmentColumns.All;

    /// <inheritdoc/>
    public override ListAddress Listed => Address.With("sort", Address.Sort ?? OwnSort);

    /// <inheritdoc/>
    protected override string IdOf(ShipmentSummary item) => item.Id.Value;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject.StartsWith("shipment/", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (new Uri(Navigation.Uri) is { AbsolutePath: Path, Query.Length: 0 })
        {
            Navigation.NavigateTo(UnderWay, replace: true);
            return;
        }

        await base.OnParametersSetAsync();
        if (_open is null)
            await TryCountAsync();
    }

    /// <inheritdoc/>
    protected override void Understand() => _query = new(
        Statuses: Address.Enums<ShipmentStatus>("status"),
        Orders: Address.Ids<OrderId>("order"),
        Warehouses: Address.Ids<WarehouseId>("warehouse"),
        Open: Address.Flag("open"),
        Standings: Address.Enums<ShipmentStanding>("standing"),
        Text: Address.One("q"),
        Carriers: Address.All("carrier").ToItems(),
        Modes: Address.All("mode").ToItems(),
        Customers: Address.Ids<CustomerId>("customer"),
        Skus: Address.Ids<Sku>("sku"),
        PromisedFrom: Address.Date("promisedFrom"),
        PromisedTo: Address.Date("promisedTo"),
        DeliveredFrom: Address.Instant("deliveredFrom"),
        DeliveredTo: Address.Instant("deliveredTo"));

    /// <inheritdoc/>
    protected override async Task<Page<ShipmentSummary>> ReadPageAsync(
        PageQuery page, CancellationToken cancellationToken)
    {
        var counting = CountAsync(cancellationToken);
        var sort = page.Sort ?? OwnSort;
        var read = await Chain.Shipments.ListPageAsync(_query, page with { Sort = sort }, cancellationToken);
        await counting;
        return read;
    }

    /// <summary>The rows were shown before; their counts are not worth a failure.</summary>
    private async Task TryCountAsync()
    {
        try
        {
            await CountAsync(CancellationToken.None);
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            _open = null;
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var (today, tomorrow) = Today();
        var open = Chain.Shipments.CountAsync(new(Open: true), cancellationToken);
        var arrived = Chain.Shipments.CountAsync(
            new(DeliveredFrom: Start(today), DeliveredTo: Start(tomorrow)), cancellationToken);
        _all ??= await Chain.Shipments.CountAsync(cancellationToken: cancellationToken);
        (_open, _arrived) = (await open, await arrived);
    }

    private static string Unknown(ShipmentCounts open) => open.Unknown == 0
        ? ""
        : $"Of {Words.Number(open.Unknown)} the arrival or the promise is unknown.";

    private static DateTimeOffset Start(string day) =>
        Dates.TryDateOrInstant(day, out var instant) ? instant : default;

    /// <summary>The day of business and the next, as filters say them.</summary>
    private (string Today, string Tomorrow) Today()
    {
        var today = DateOnly.FromDateTime(Viewer.BusinessNow.UtcDateTime);
        return (Iso(today), Iso(today.AddDays(1)));
    }

    private static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private (string, string, long?, bool) One(string title, string url, long? count) => (
        title, url, count,
        ListAddress.Of(new Uri(new Uri(Navigation.BaseUri), url).ToString()).With("sort").Url
            == Address.With("sort").Url);
}
