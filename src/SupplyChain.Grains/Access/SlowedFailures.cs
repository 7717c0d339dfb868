namespace SupplyChain.Access;

/// <summary>
/// Slows down clients of the SDK that try keys: at a silo ten may fail at once, and then one in three seconds; each
/// further failure is answered a second later. Whose failures they are is not asked, because a client says itself who
/// it is. Who shows a key that is accepted is never slowed.
/// </summary>
public sealed class SlowedFailures(TimeProvider time)
{
    private const int FailuresAtOnce = 10;
    private static readonly TimeSpan RefillInterval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FailureDelay = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private double _left = FailuresAtOnce;
    private long _countedAt = time.GetTimestamp();

    /// <summary>A key was not accepted.</summary>
    public Task FailAsync() => IsOneOfTheFirst() ? Task.CompletedTask : Task.Delay(FailureDelay, time);

    private bool IsOneOfTheFirst()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(FailuresAtOnce, _left + (time.GetElapsedTime(_countedAt, now) / RefillInterval));
            _countedAt = now;
            if (_left < 1)
                return false;
            _left--;
            return true;
        }
    }
}
