using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>The time that counts, without the warm-up, by timestamps of <see cref="Stopwatch"/>.</summary>
internal sealed class MeasuredTime
{
    private long _from = long.MaxValue;
    private long _to = long.MaxValue;

    /// <summary>Whether it was measured to the end.</summary>
    public bool IsOver => To != long.MaxValue;

    /// <summary>When it ended; the end of all time before that.</summary>
    public long To => Volatile.Read(ref _to);

    /// <summary>How long it was.</summary>
    public double Seconds => Stopwatch.GetElapsedTime(_from, _to).TotalSeconds;

    /// <summary>From now on it counts.</summary>
    public void Begin(long at) => Volatile.Write(ref _from, at);

    /// <summary>It no longer counts.</summary>
    public void End(long at) => Volatile.Write(ref _to, at);

    /// <summary>Whether something that happened then counts.</summary>
    public bool Contains(long at) => at >= Volatile.Read(ref _from) && at < To;

    /// <summary>Seconds from its beginning to an instant.</summary>
    public double SecondsAt(long at) => Stopwatch.GetElapsedTime(Volatile.Read(ref _from), at).TotalSeconds;
}
