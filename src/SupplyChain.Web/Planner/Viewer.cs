using SupplyChain.Operations;

namespace SupplyChain.Planner;

/// <summary>One person's tab: what it shows, where it is, and whether it is seen.</summary>
public sealed class Viewer(LiveFeed feed, TimeProvider time) : IDisposable
{
    private readonly List<Following> _followed = [];
    private bool _isHidden;
    private bool _isCutOff;

    /// <summary>Whether it shows the dark colours.</summary>
    public bool IsDark { get; set; }

    /// <summary>Whether the tab is seen; nothing is read for one that is hidden, or has lost its connection.</summary>
    public bool IsSeen => !_isHidden && !_isCutOff;

    /// <summary>Since when its live updates are paused; null when they are not.</summary>
    public DateTimeOffset? PausedSince { get; private set; }

    /// <summary>Whether what happens is read and shown now.</summary>
    public bool IsFollowing => IsSeen && PausedSince is null;

    /// <summary>The zone its times are shown in.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The zone in words, as the browser calls it.</summary>
    public string ZoneWords => Zone.Id;

    /// <summary>What time it is there.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone);

    /// <summary>What day it is for planners, there: lateness is judged against it.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(feed.BusinessNow, Zone).DateTime);

    /// <summary>What time it is for planners, there; it differs from the present only in a demo world.</summary>
    public DateTimeOffset BusinessNow => TimeZoneInfo.ConvertTime(feed.BusinessNow, Zone);

    /// <summary>Shows times as they are there; a zone this machine does not know leaves them in UTC.</summary>
    public void UseZone(string? id)
    {
        if (id is { Length: > 0 and < 100 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            Zone = zone;
    }

    /// <summary>
    /// Reads again what a page shows when one of its events comes, not oftener than at its pace, and once more when the
    /// tab is seen again. A reading that takes long comes less often, unless it has a pace of its own.
    /// </summary>
    public IDisposable Follow(
        Func<PublishedEvent, bool> concerns, TimeSpan pace, Func<Task> read, bool hasPaceOfItsOwn = false)
    {
        var followed = new Following(this, concerns, pace, read) { HasPaceOfItsOwn = hasPaceOfItsOwn };
        lock (_followed)
            _followed.Add(followed);
        followed.Begin(feed);
        return followed;
    }

    /// <summary>The tab was hidden or is seen again; then everything that came meanwhile is read at once.</summary>
    public Task SeeAsync(bool seen)
    {
        _isHidden = !seen;
        return FollowAsync();
    }

    /// <summary>The tab's connection was lost or is there again; then what came meanwhile is read at once.</summary>
    public Task ConnectAsync(bool connected)
    {
        _isCutOff = !connected;
        return FollowAsync();
    }

    /// <summary>Lets what is shown stand still, or follows again and reads what came meanwhile.</summary>
    public Task PauseAsync(bool paused)
    {
        PausedSince = paused ? PausedSince ?? time.GetUtcNow() : null;
        return FollowAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Following[] all;
        lock (_followed)
            all = [.. _followed];
        foreach (var followed in all)
            followed.Dispose();
    }

    /// <summary>A moment from which time is measured.</summary>
    internal long Timestamp => time.GetTimestamp();

    /// <summary>How long ago that moment was.</summary>
    internal TimeSpan TimeSince(long moment) => time.GetElapsedTime(moment);

    /// <summary>Waits in a page's stead.</summary>
    internal Task PauseAsync(TimeSpan pause) => Task.Delay(pause, time);

    internal void Leave(Following followed)
    {
        lock (_followed)
            _followed.Remove(followed);
    }

    private async Task FollowAsync()
    {
        Following[] all;
        lock (_followed)
            all = [.. _followed];
        if (IsFollowing)
            await Task.WhenAll(all.Select(followed => followed.ResumeAsync(feed)));
        else
            Array.ForEach(all, followed => followed.Rest());
    }
}
