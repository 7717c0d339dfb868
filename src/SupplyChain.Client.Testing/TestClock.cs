namespace SupplyChain;

/// <summary>
/// The time of a test chain. It runs as fast as any clock, and jumps ahead when it is told to; never back, because what
/// was recorded cannot lie in the future.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private long _aheadTicks;

    internal TestClock(DateTimeOffset? now) =>
        _aheadTicks = now is { } start ? (start - System.GetUtcNow()).Ticks : 0;

    /// <summary>The present instant of the chain, in UTC.</summary>
    public DateTimeOffset Now => GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    /// <summary>Jumps ahead: from the next call on it is that much later for all of the chain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">That is not ahead.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref _aheadTicks, time.Ticks);
    }
}
