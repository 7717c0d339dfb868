using System.Collections.Concurrent;

namespace SupplyChain;

/// <summary>When requests were answered, and so how many in a time.</summary>
internal sealed class Goodput
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<TimeSpan> _answers = [];

    /// <summary>Notes that a request was answered.</summary>
    public void Answered(TimeSpan at) => _answers.Enqueue(at);

    /// <summary>
    /// From when on, looked at from <paramref name="from"/> to <paramref name="until"/>, so many a second were answered
    /// in any two seconds; nothing when it is too few in the last two.
    /// </summary>
    public TimeSpan? Since(double perSecond, TimeSpan from, TimeSpan until)
    {
        var answers = _answers.ToList();
        TimeSpan? since = null;
        for (var start = until - Window; start >= from; start -= Step)
        {
            if (answers.Count(at => at >= start && at < start + Window) < perSecond * Window.TotalSeconds)
                break;
            since = start;
        }
        return since;
    }
}
