using Microsoft.AspNetCore.Components;
using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>The list of orders; its filters and its page are its address.</summary>
public partial class OrdersPage
{
    private const int PageSize = 50;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, string?> _afters = [];
    private OrderFilters _filters = new();
    private IReadOnlyDictionary<WarehouseId, WarehouseDetails> _warehouses =
        new Dictionary<WarehouseId, WarehouseDetails>();

    private OrderRows? _list;
    private string? _shown;
    private string? _trouble;
    private DateTimeOffset _asOf;
    private IDisposable? _live;

    /// <summary>What the first answer to the browser showed, so that the page does not blink.</summary>
    [PersistentState]
    public OrdersSeen? Seen { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private Names Names { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "status")] private string[]? Status { get; set; }

    [SupplyParameterFromQuery(Name = "customer")] private string[]? Customer { get; set; }

    [SupplyParameterFromQuery(Name = "warehouse")] private string[]? Warehouse { get; set; }

    [SupplyParameterFromQuery(Name = "sku")] private string[]? Sku { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "after")] private string? After { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageText { get; set; }

    private int PageNumber => After is null ? 1 : int.TryParse(PageText, out var page) && page > 1 ? page : 2;

    private string NextUrl => _filters.Url(_list!.Next, PageNumber + 1);

    private string PreviousUrl =>
        _afters.TryGetValue(PageNumber - 1, out var after) ? _filters.Url(after, PageNumber - 1) : _filters.Url();

    private string Place => _list switch
    {
        null => "Reading…",
        { Rows.Count: 0 } => "No orders",
        { Next: null } when PageNumber == 1 => Words.Count(_list.Rows.Count, "order"),
        { Next: null } => $"Page {PageNumber}, the last",
        _ => $"Page {PageNumber}, {_list.Rows.Count} orders",
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _live?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _filters = new OrderFilters
        {
            Status = Status ?? [], Customer = Customer ?? [], Warehouse = Warehouse ?? [], Sku = Sku ?? [],
            Text = string.IsNullOrEmpty(Text) ? null : Text, From = From, To = To,
        };
        var wanted = _filters.Url(After, PageNumber);
        if (wanted == _shown)
            return;
        _shown = wanted;
        _afters[PageNumber] = After;
        if (Seen is { } seen && seen.Url == wanted && _list is null)
        {
            (_list, _asOf) = (new OrderRows(seen.Page), seen.At);
            _warehouses = await Names.WarehousesAsync();
            return;
        }

        _list = null;
        await LoadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _live = Viewer.Follow(
                @event => @event.Subject.StartsWith("order/", StringComparison.Ordinal),
                Pace,
                () => InvokeAsync(RefreshAsync));
        }
    }

    private static string Fresh(OrderRows list) =>
        list.New >= list.Rows.Count + 1 ? $"{list.New} or more" : Words.Number(list.New);

    private Task ShowNewAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        if (await ReadAsync(PageSize) is not { } page)
            return;
        _list = new OrderRows(page);
        Seen = new(_shown!, page, _asOf);
    }

    private async Task RefreshAsync()
    {
        var (list, shown) = (_list, _shown);
        if (list is null)
        {
            await LoadAsync();
            StateHasChanged();
            return;
        }

        var hadTrouble = _trouble is not null;
        var page = await ReadAsync(list.ToRead);
        if (shown != _shown || list != _list)
            return;
        if ((page is not null && list.Update(page)) || hadTrouble != _trouble is not null)
            StateHasChanged();
    }

    private async Task<Page<OrderSummary>?> ReadAsync(int limit)
    {
        try
        {
            _warehouses = await Names.WarehousesAsync();
            var page = await Chain.Orders.ListPageAsync(_filters.ToQuery(), new PageQuery(limit, After));
            (_trouble, _asOf) = (null, Time.GetUtcNow());
            return page;
        }
        catch (MalformedCursorException)
        {
            _trouble = "The address names a place in the list that does not exist.";
        }
        catch (Exception failure) when (failure is UnavailableException or BusyException or TimeoutException)
        {
            _trouble = "The node is not answering now.";
        }

        return null;
    }
}
