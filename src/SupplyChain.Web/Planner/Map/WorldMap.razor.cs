using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SupplyChain.Planner.Map;

/// <summary>
/// A map of the world with shipments where they are by arithmetic. The script that draws it is loaded once the page is
/// alive; nothing is sent while the tab is hidden.
/// </summary>
public partial class WorldMap
{
    private static readonly TimeSpan MoveInterval = TimeSpan.FromMilliseconds(200);

    private MapSlots _slots = default!;
    private ElementReference _element;
    private DotNetObjectReference<WorldMap>? _self;
    private IJSObjectReference? _script;
    private IJSObjectReference? _map;
    private ITimer? _clock;
    private string? _selected;
    private IReadOnlyList<MapPoint>? _told;
    private bool _isBusy;
    private bool _isLeft;

    /// <summary>What it shows, as words.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<MapPoint> Points { get; set; } = [];

    /// <summary>The point that is marked, with its route.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>Is told which point was chosen with the pointer; not for sites.</summary>
    [Parameter]
    public EventCallback<string> OnPick { get; set; }

    /// <summary>Shows the points as large as they fit, instead of the whole world.</summary>
    [Parameter]
    public bool Fit { get; set; }

    /// <summary>Writes the labels beside the points, and shows every point by itself.</summary>
    [Parameter]
    public bool Labels { get; set; }

    /// <summary>Holds still.</summary>
    [Parameter]
    public bool IsPaused { get; set; }

    [Inject] private IJSRuntime Browser { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private Positions Positions { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    /// <summary>A point was chosen with the pointer.</summary>
    [JSInvokable]
    public Task Pick(string id) => OnPick.InvokeAsync(id);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isLeft = true;
        _clock?.Dispose();
        await TellAsync(async () =>
        {
            if (_map is not null)
                await _map.InvokeVoidAsync("stop");
            if (_script is not null)
                await _script.DisposeAsync();
        });
        _self?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _slots = new(Positions);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await TellAsync(BeginAsync);
        else if (!_isLeft && _map is not null)
            await TellAsync(ChangeAsync);
    }

    /// <summary>A tab that is gone needs to be told nothing.</summary>
    private static async Task TellAsync(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            return;
        }
    }

    private async Task BeginAsync()
    {
        _self = DotNetObjectReference.Create(this);
        _script = await Browser.InvokeAsync<IJSObjectReference>("import", "./_content/SupplyChain.Web/map.js");
        if (_isLeft)
            return;
        var options = new { pick = OnPick.HasDelegate ? _self : null, fit = Fit, labels = Labels };
        _map = await _script.InvokeAsync<IJSObjectReference>("show", _element, options);
        if (_isLeft)
            return;
        _clock = Time.CreateTimer(_ => _ = InvokeAsync(MoveAsync), null, MoveInterval, MoveInterval);
        await ChangeAsync();
    }

    private async Task ChangeAsync()
    {
        if (_selected != Selected)
            await _map!.InvokeVoidAsync("select", _selected = Selected);
        if (IsPaused)
            return;
        if (ReferenceEquals(_told, Points))
            return;
        _told = Points;
        var (put, taken) = _slots.Change(Points, Viewer.BusinessNow);
        if (taken.Count > 0)
            await _map!.InvokeVoidAsync("take", taken);
        if (put.Count > 0)
            await _map!.InvokeVoidAsync("put", put);
    }

    private async Task MoveAsync()
    {
        if (_isLeft || _isBusy || IsPaused || !Viewer.IsSeen)
            return;
        var moves = _slots.Moves(Viewer.BusinessNow);
        if (moves.Length == 0)
            return;
        _isBusy = true;
        await TellAsync(async () => await _map!.InvokeVoidAsync("move", moves));
        _isBusy = false;
    }
}
