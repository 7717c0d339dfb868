using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SupplyChain.Operations;

namespace SupplyChain.Planner;

/// <summary>
/// A page that reads again when an event may change what it shows, follows its address, and stops both when it is left.
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private IDisposable? _live;

    /// <summary>Is cancelled when the page is left.</summary>
    protected CancellationToken Left => _left.Token;

    /// <summary>Where the browser is.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The tab that shows the page.</summary>
    [CascadingParameter] protected Viewer Viewer { get; set; } = default!;

    /// <summary>The shortest time between two reads.</summary>
    protected abstract TimeSpan Pace { get; }

    /// <summary>Whether an event may change what is shown.</summary>
    protected abstract bool Concerns(PublishedEvent @event);

    /// <summary>Reads again and draws.</summary>
    protected abstract Task RefreshAsync();

    /// <summary>Follows the browser to another address, which may be another page's.</summary>
    protected abstract Task MoveAsync(string location);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops following and reading.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Navigation.LocationChanged -= Moved;
        _live?.Dispose();
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _live = Viewer.Follow(Concerns, Pace, () => InvokeAsync(RefreshAsync));
    }

    private void Moved(object? sender, LocationChangedEventArgs moved) =>
        _ = InvokeAsync(() => _left.IsCancellationRequested ? Task.CompletedTask : MoveAsync(moved.Location));
}
