using Microsoft.AspNetCore.Components;

namespace SupplyChain.Planner.Integrations;

/// <summary>
/// A section of the page that is read when the page is opened and every few seconds from then on: what it shows changes
/// without an event that the page could follow.
/// </summary>
public abstract class PolledSection : ComponentBase, IDisposable
{
    /// <summary>The page.</summary>
    protected const string Path = "/integrations";

    /// <summary>How long between two reads.</summary>
    internal static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(5);

    /// <summary>A section that takes long to read is read less often: at most a twentieth of the time.</summary>
    private const int RestsPerRead = 20;

    private readonly CancellationTokenSource _left = new();
    private bool _isReading;
    private long _began;
    private TimeSpan _took;
    private ITimer? _clock;

    /// <summary>What was done here last; null when nothing was.</summary>
    protected string? Deed { get; private set; }

    /// <summary>Why it could not be read just now; null when it could.</summary>
    protected string? Trouble { get; private set; }

    /// <summary>The client that it reads with.</summary>
    [Inject] protected SupplyChainClient Chain { get; set; } = default!;

    /// <summary>Where the browser is.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The tab that shows the page.</summary>
    [CascadingParameter] protected Viewer Viewer { get; set; } = default!;

    /// <summary>Which drawer is open over the page; null when none is.</summary>
    [SupplyParameterFromQuery(Name = "do")] protected string? Do { get; set; }

    [Inject] private TimeProvider Time { get; set; } = default!;

    /// <summary>Whether it was read once.</summary>
    protected abstract bool IsRead { get; }

    /// <summary>Where the page is without a drawer.</summary>
    protected virtual string Closed => Path;

    /// <inheritdoc/>
    public void Dispose()
    {
        _clock?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what is shown.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!IsRead)
            await ReadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _clock = Time.CreateTimer(_ => _ = InvokeAsync(TickAsync), null, RefreshInterval, RefreshInterval);
    }

    /// <summary>Closes the drawer.</summary>
    protected void Close() => Navigation.NavigateTo(Closed);

    /// <summary>Closes the drawer and says what was done in it.</summary>
    protected async Task DoneAsync(string done)
    {
        Deed = done;
        await ReadAsync();
        Close();
    }

    /// <summary>A moment, as people read it.</summary>
    protected string Moment(DateTimeOffset? at, string otherwise = Words.None) =>
        at is { } known ? Words.Moment(known, Viewer) : otherwise;

    private async Task TickAsync()
    {
        var rests = _isReading || Time.GetElapsedTime(_began) < _took * RestsPerRead;
        if (rests || !Viewer.IsFollowing || _left.IsCancellationRequested)
            return;
        await ReadAsync();
        if (!_left.IsCancellationRequested)
            StateHasChanged();
    }

    private async Task ReadAsync()
    {
        (_isReading, _began) = (true, Time.GetTimestamp());
        try
        {
            await LoadAsync(_left.Token);
            Trouble = null;
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            Trouble = NodeTrouble.Say(failure);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
        finally
        {
            (_isReading, _took) = (false, Time.GetElapsedTime(_began));
        }
    }
}
