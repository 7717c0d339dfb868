using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SupplyChain.Operations;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Network;

/// <summary>A warehouse: what it sent, what waits to leave it, and how far its closing is.</summary>
public partial class WarehousePage
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _left = new();
    private ListAddress _address = ListAddress.Of("http://localhost/");
    private WarehouseSeen? _seen;
    private bool _isMissing;
    private string? _trouble;
    private string? _shown;
    private IDisposable? _live;

    /// <summary>The warehouse.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>What the first answer to the browser showed.</summary>
    [PersistentState]
    public WarehouseSeen? Seen { get; set; }

    [Inject] private WarehouseReading Reading { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    [CascadingParameter] private HttpContext? Http { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        _live?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _address = ListAddress.Of(Navigation.Uri);
        if (Id == _shown)
            return;
        (_shown, _seen, _isMissing) = (Id, null, false);
        if (Seen is { } seen && seen.Warehouse.Id.Value == Id)
        {
            _seen = seen;
            return;
        }

        await ReadAsync();
        Seen = _seen;
        if (_isMissing && Http is { Response.HasStarted: false })
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _live = Viewer.Follow(Concerns, Pace, () => InvokeAsync(RefreshAsync));
    }

    /// <summary>A shipment's events do not name its warehouse, so that each may be about one of here.</summary>
    private bool Concerns(PublishedEvent @event) =>
        @event.Subject == $"warehouse/{Id}"
        || @event.Subject.StartsWith("shipment/", StringComparison.Ordinal)
        || (@event.Subject.StartsWith("stock/", StringComparison.Ordinal)
            && @event.Subject.EndsWith($"@{Id}", StringComparison.Ordinal));

    private void Moved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(() =>
    {
        _address = ListAddress.Of(Navigation.Uri);
        StateHasChanged();
    });

    private void Close() => Navigation.NavigateTo(_address.With("do").Url);

    private async Task OpenedAsync()
    {
        Close();
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if (!Identifier.IsValid(Id))
        {
            _isMissing = true;
            return;
        }

        try
        {
            var seen = await Reading.ReadAsync(Id, Viewer.Today, _left.Token);
            (_trouble, _isMissing) = (null, seen is null);
            _seen = seen ?? _seen;
        }
        catch (Exception failure) when (failure is UnavailableException or BusyException or TimeoutException)
        {
            _trouble = "The node is not answering now.";
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }
}
