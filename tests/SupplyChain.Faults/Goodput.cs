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
    /// The end of the first two seconds between <paramref name="from"/> and <paramref name="until"/> since which any
    /// two seconds had so many answers a second; nothing when the last two had too few.
    /// </summary>
    public TimeSpan? Back(double perSecond, TimeSpan from, TimeSpan until)
    {
        var answers = _answers.ToList();
        TimeSpan? back = null;
        for (var start = until - Window; start >= from; start -= Step)
        {
            if (answers.Count(at => at >= start && at < start + Window) < perSecond * Window.TotalSeconds)
                break;
            back = start + Window;
        }
        return back;
    }
}
