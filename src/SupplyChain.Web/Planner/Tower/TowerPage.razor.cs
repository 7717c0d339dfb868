using Microsoft.AspNetCore.Components;

namespace SupplyChain.Planner.Tower;

/// <summary>The control tower: what is stuck, what is under way, and how it goes.</summary>
public partial class TowerPage
{
    /// <summary>Lists are a moment behind the event that was heard. Readings have a pace of their own.</summary>
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Ages and lateness change also when nothing happens.</summary>
    private static readonly TimeSpan QuietRefreshInterval = TimeSpan.FromSeconds(30);

    /// <summary>What is not older is shown at once, and read anew after.</summary>
    private static readonly TimeSpan MaxShownAge = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _left = new();
    private TowerSeen? _seen;
    private string? _trouble;
    private IDisposable? _live;
    private ITimer? _clock;

    [Inject] private TowerReading Reading { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    /// <summary>What of the shipments is shown: both, or <c>map</c> or <c>table</c>.</summary>
    [SupplyParameterFromQuery(Name = "show")] private string? Show { get; set; }

    /// <summary>The shipment that is read out.</summary>
    [SupplyParameterFromQuery(Name = "shipment")] private string? Shipment { get; set; }

    private string View => Show is "map" or "table" ? Show : "both";

    /// <inheritdoc/>
    public void Dispose()
    {
        _clock?.Dispose();
        _live?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Reading.Latest is { } latest && Time.GetUtcNow() - latest.At < MaxShownAge)
            _seen = latest;
        else
            await ReadAsync(Reading.ReadAsync);
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        _live = Viewer.Follow(
            _ => true, RefreshInterval, () => InvokeAsync(() => RefreshAsync(isTick: false)), hasPaceOfItsOwn: true);
        _clock = Time.CreateTimer(
            _ => _ = InvokeAsync(() => RefreshAsync(isTick: true)), null, QuietRefreshInterval, QuietRefreshInterval);
    }

    private async Task RefreshAsync(bool isTick)
    {
        if (_left.IsCancellationRequested || !Viewer.IsSeen)
            return;
        var (before, trouble) = (_seen, _trouble);
        await ReadAsync(Reading.ReadNextAsync);
        if (isTick || trouble != _trouble || _seen?.Differs(before) == true)
            StateHasChanged();
    }

    private async Task ReadAsync(Func<CancellationToken, Task<TowerSeen>> read)
    {
        try
        {
            (_seen, _trouble) = (await read(_left.Token), null);
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            _trouble = NodeTrouble.Say(failure);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private void ShowAs(string view) => Go(view, Shipment);

    private void Select(string shipment) => Go(View, shipment);

    private void Go(string view, string? shipment)
    {
        var address = Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["show"] = view == "both" ? null : view,
            ["shipment"] = shipment,
        });
        Navigation.NavigateTo(address, replace: true);
    }
}
