namespace SupplyChain;

/// <summary>
/// Exponential back-off of one loop: each wait before a repetition is twice the one before, up to the longest.
/// </summary>
internal sealed class Backoff
{
    private readonly TimeSpan _first;
    private readonly TimeSpan _longest;
    private readonly TimeProvider _time;
    private readonly double _jitter;
    private TimeSpan _wait;

    /// <summary>Begins with the first wait.</summary>
    /// <param name="first">The wait before the first repetition.</param>
    /// <param name="longest">No wait is longer, jitter aside.</param>
    /// <param name="time">What is waited by.</param>
    /// <param name="jitter">
    /// The share of a wait by which chance shortens or lengthens it, from 0 to 1, so that callers who failed together
    /// do not come back together.
    /// </param>
    public Backoff(TimeSpan first, TimeSpan longest, TimeProvider time, double jitter = 0)
    {
        (_first, _longest, _time, _jitter) = (first, longest, time, jitter);
        Reset();
    }

    /// <summary>How long the next wait is.</summary>
    public TimeSpan NextWait { get; private set; }

    /// <summary>Waits; the wait after this one is longer.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken = default)
    {
        await Task.Delay(NextWait, _time, cancellationToken);
        Grow();
    }

    /// <summary>Makes the next wait longer, for a loop that waits in a way of its own.</summary>
    public void Grow() => Set(_wait * 2 < _longest ? _wait * 2 : _longest);

    /// <summary>Begins again with the first wait, because something succeeded.</summary>
    public void Reset() => Set(_first);

    private void Set(TimeSpan wait) => (_wait, NextWait) = (wait, Jittered(wait));

    private TimeSpan Jittered(TimeSpan wait) =>
        _jitter > 0 ? wait * (1 - _jitter + 2 * _jitter * Random.Shared.NextDouble()) : wait;
}
