using Microsoft.AspNetCore.Components;

namespace SupplyChain.Planner;

/// <summary>How old the newest event is and how far the lists are behind it.</summary>
public partial class LiveBadge
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private string _word = "Live";
    private string _tone = "idle";
    private string _sentence = "asking";
    private string _title = "";
    private IDisposable? _live;
    private ITimer? _clock;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        // Keeps the feed running on pages that follow nothing, while the tab is seen.
        _live = Viewer.Follow(static _ => false, RefreshInterval, static () => Task.CompletedTask);
        _clock = Time.CreateTimer(_ => _ = InvokeAsync(Show), null, TimeSpan.Zero, RefreshInterval);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _clock?.Dispose();
        _live?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Show()
    {
        if (!Viewer.IsSeen)
            return;
        var (word, tone, sentence) = Viewer.PausedSince is { } since
            ? ("Paused", "idle", $"as of {Words.Clock(since, Viewer)}")
            : Feed.State.Say(Time.GetUtcNow());
        if ((word, tone, sentence) == (_word, _tone, _sentence))
            return;
        (_word, _tone, _sentence) = (word, tone, sentence);
        _title = Viewer.PausedSince is null
            ? $"Pause live updates (P). Place of the newest event in the feed: {Feed.State.Newest}"
            : "Go on with live updates (P)";
        StateHasChanged();
    }

    private async Task SwitchAsync()
    {
        var following = Viewer.PauseAsync(Viewer.PausedSince is null);
        Show();
        await following;
    }
}
