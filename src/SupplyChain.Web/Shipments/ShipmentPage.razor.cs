using Microsoft.AspNetCore.Components;
using SupplyChain.Operations;
using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>A shipment: when it was promised and when it comes, what was reported when, and what can be done.</summary>
public partial class ShipmentPage
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _left = new();
    private ShipmentSeen? _seen;
    private bool _isMissing;
    private string? _trouble;
    private string? _shown;
    private string? _done;
    private IDisposable? _live;

    /// <summary>The shipment's number.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>What the first answer to the browser showed.</summary>
    [PersistentState]
    public ShipmentSeen? Seen { get; set; }

    [Inject] private ShipmentReading Reading { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    [CascadingParameter] private HttpContext? Http { get; set; }

    [SupplyParameterFromQuery(Name = "do")] private string? Do { get; set; }

    [SupplyParameterFromQuery(Name = "milestone")] private string? MilestoneId { get; set; }

    [SupplyParameterFromQuery(Name = "order")] private string? Order { get; set; }

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
        if (Do is not null)
            _done = null;
        if (Id == _shown)
            return;
        (_shown, _seen, _isMissing, _done) = (Id, null, false, null);
        if (Seen is { } seen && seen.Shipment.Id.Value == Id)
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
        @event.Subject == $"shipment/{Id}" || @event.Subject == $"order/{_seen?.Shipment.Order}";

    private void Close() => Navigation.NavigateTo(
        Order is null ? $"/shipments/{Id}" : $"/shipments/{Id}?order={Uri.EscapeDataString(Order)}");

    private async Task DoneAsync(string said)
    {
        Close();
        await ReadAsync();
        _done = said;
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
            var seen = await Reading.ReadAsync(Id, _left.Token);
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
