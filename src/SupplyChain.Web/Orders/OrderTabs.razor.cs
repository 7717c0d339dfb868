using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Orders;

/// <summary>The views of the list of orders; a count is of the same query as the list its tab opens.</summary>
public partial class OrderTabs
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(5);

    private static readonly (string Title, ListAddress Address)[] Views =
    [
        ("All", At("")),
        ("Open, no stock first", At("?" + string.Join('&', OrderLooks.Open.Select(status => $"status={status}"))
            + "&sort=-backorderedUnits")),
        ("Ready to release", At("?ready=true")),
        ("Waiting for stock", At("?waiting=true")),
        ("Late or at risk", At("?late=true")),
    ];

    private readonly CancellationTokenSource _left = new();
    private IDisposable? _live;

    /// <summary>Where the browser is.</summary>
    [Parameter, EditorRequired] public ListAddress Here { get; set; } = default!;

    /// <summary>How many there are in each view; null while that is unknown.</summary>
    [PersistentState]
    public long?[]? Counts { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _live?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Counts is null)
            await ReadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _live = Viewer.Follow(
                @event => @event.Subject.StartsWith("order/", StringComparison.Ordinal)
                    || @event.Subject.StartsWith("shipment/", StringComparison.Ordinal),
                RefreshInterval, () => InvokeAsync(RefreshAsync));
        }
    }

    private static ListAddress At(string query) => ListAddress.Of($"http://localhost/orders{query}");

    private async Task RefreshAsync()
    {
        var before = Counts;
        await ReadAsync();
        if (!(Counts ?? []).SequenceEqual(before ?? []))
            StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            var counts = await Task.WhenAll(Views.Select(view =>
                Chain.Orders.CountAsync(OrdersPage.QueryOf(view.Address), _left.Token)));
            Counts = [.. counts.Select(count => (long?)count.Orders)];
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            Counts = null;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
