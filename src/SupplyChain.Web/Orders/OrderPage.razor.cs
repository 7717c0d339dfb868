using Microsoft.AspNetCore.Components;
using SupplyChain.Operations;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>An order: its lines and where they come from, why, what will be, and what happened.</summary>
public partial class OrderPage
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _left = new();
    private OrderSeen? _seen;
    private bool _isMissing;
    private string? _trouble;
    private string? _shown;
    private IDisposable? _live;

    /// <summary>The order's number.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    /// <summary>What the first answer to the browser showed.</summary>
    [PersistentState]
    public OrderSeen? Seen { get; set; }

    [Inject] private OrderReading Reading { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    [CascadingParameter] private HttpContext? Http { get; set; }

    [SupplyParameterFromQuery(Name = "why")] private string? Why { get; set; }

    /// <summary>The allocation whose reason is shown: the one in the address, else the first.</summary>
    private AllocationDetails? Opened => Why == "none"
        ? null
        : _seen?.Order.Allocations.FirstOrDefault(one => OrderLines.Key(one) == Why)
            ?? (_seen is { Order.Allocations: { Count: > 0 } all } ? all[0] : null);

    /// <inheritdoc/>
    public void Dispose()
    {
        _live?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Number == _shown)
            return;
        (_shown, _seen, _isMissing) = (Number, null, false);
        if (Seen is { } seen && seen.Order.Number.Value == Number)
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

    private bool Concerns(PublishedEvent @event) =>
        @event.Subject == $"order/{Number}"
        || _seen?.Order.Shipments.Any(shipment => @event.Subject == $"shipment/{shipment}") == true;

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if (!Identifier.IsValid(Number))
        {
            _isMissing = true;
            return;
        }

        try
        {
            var seen = await Reading.ReadAsync(Number, _left.Token);
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
