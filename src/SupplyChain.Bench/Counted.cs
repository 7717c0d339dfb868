using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>A count that only grows, and when it was read, by timestamp of <see cref="Stopwatch"/>.</summary>
internal readonly record struct Counted(double Value, long At)
{
    /// <summary>
    /// Asks for a count. Asking takes time, and the count is of some instant in it: the middle is as good as any.
    /// Null when it is unknown, or nodes that have too much to do gave no answer.
    /// </summary>
    public static async Task<Counted?> AskAsync(Func<Task<double?>> ask)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            return await ask() is { } known ? new(known, began + (Stopwatch.GetTimestamp() - began) / 2) : null;
        }
        catch (Exception noAnswer) when (noAnswer is BusyException or UnavailableException)
        {
            return null;
        }
    }

    /// <summary>How fast it grew from one reading to the other; null where one is unknown.</summary>
    public static double? PerSecond(Counted? before, Counted? after) =>
        before is { } one && after is { } other && other.At > one.At
            ? (other.Value - one.Value) / Stopwatch.GetElapsedTime(one.At, other.At).TotalSeconds
            : null;
}
