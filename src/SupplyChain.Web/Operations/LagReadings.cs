namespace SupplyChain.Operations;

/// <summary>How far the lists were behind the journal, in the last minute.</summary>
public sealed class LagReadings
{
    /// <summary>How far back it goes.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Queue<Reading> _readings = new();

    /// <summary>The readings, oldest first.</summary>
    public IReadOnlyList<Reading> All
    {
        get
        {
            lock (_gate)
                return [.. _readings];
        }
    }

    /// <summary>Takes one more, and leaves what is too old.</summary>
    public void Add(DateTimeOffset at, long lagMs)
    {
        lock (_gate)
        {
            _readings.Enqueue(new(at, lagMs));
            while (at - _readings.Peek().At > Window)
                _readings.Dequeue();
        }
    }

    /// <summary>Begins anew, after a time without viewers.</summary>
    public void Clear()
    {
        lock (_gate)
            _readings.Clear();
    }

    /// <summary>One reading.</summary>
    /// <param name="At">When.</param>
    /// <param name="LagMs">Age in ms of the oldest event the lists had not seen.</param>
    public sealed record Reading(DateTimeOffset At, long LagMs);
}
