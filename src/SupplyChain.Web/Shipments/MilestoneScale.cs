using System.Globalization;
using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>
/// Where milestones stand on two lines of time: when they happened, and when they were learned. Both lines have one
/// scale, unless everything was learned long after it all had happened: then each has its own.
/// </summary>
internal sealed class MilestoneScale
{
    private const int MaxTicks = 8;
    private static readonly TimeSpan LateReportThreshold = TimeSpan.FromHours(4);

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 5, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 3, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
        .. new[] { 1, 2, 5, 10, 30, 90, 365, 3_650 }.Select(days => TimeSpan.FromDays(days)),
    ];

    private readonly (DateTimeOffset From, DateTimeOffset To) _happened;
    private readonly (DateTimeOffset From, DateTimeOffset To) _learned;
    private readonly TimeZoneInfo _zone;

    /// <summary>The scale of milestones that are known to have happened at some time, of which there is one.</summary>
    public MilestoneScale(IReadOnlyCollection<Milestone> milestones, DateTimeOffset? now, TimeZoneInfo zone)
    {
        _zone = zone;
        var happened = (milestones.Min(one => one.OccurredAt!.Value), milestones.Max(one => one.OccurredAt!.Value));
        var learned = (milestones.Min(one => one.RecordedAt), milestones.Max(one => one.RecordedAt));
        var longest = Longer(happened.Item2 - happened.Item1, learned.Item2 - learned.Item1);
        IsSplit = learned.Item1 - happened.Item2 > Longer(longest, TimeSpan.FromDays(1));
        if (IsSplit)
        {
            (_happened, _learned) = (Wide(happened), Wide(learned));
        }
        else
        {
            DateTimeOffset?[] all = [happened.Item1, happened.Item2, learned.Item1, learned.Item2, now];
            _happened = _learned = Wide((all.Min()!.Value, all.Max()!.Value));
        }

        var ordered = milestones.OrderBy(one => one.OccurredAt).ToArray();
        OutOfOrder = ordered.Where((one, index) => ordered.Skip(index + 1).Any(other =>
            other.OccurredAt > one.OccurredAt && other.RecordedAt < one.RecordedAt)).Select(one => one.Id).ToHashSet();
    }

    /// <summary>Whether each line has its own scale.</summary>
    public bool IsSplit { get; }

    /// <summary>Milestones that were learned after one that had happened later.</summary>
    public IReadOnlySet<MilestoneId> OutOfOrder { get; }

    /// <summary>Whether it came so late, or so out of order, that no planner could act on it in time.</summary>
    public bool IsLate(Milestone one) =>
        OutOfOrder.Contains(one.Id) || (!IsSplit && one.RecordedAt - one.OccurredAt > LateReportThreshold);

    /// <summary>The place of an instant on the line of what happened, 0 to 1.</summary>
    public double Happened(DateTimeOffset at) => Place(at, _happened);

    /// <summary>The place of an instant on the line of what was learned, 0 to 1.</summary>
    public double Learned(DateTimeOffset at) => Place(at, _learned);

    /// <summary>Where round times are on the line of what happened, and what they are called.</summary>
    public IEnumerable<(double At, string Label)> HappenedTicks => Ticks(_happened);

    /// <summary>The same on the line of what was learned.</summary>
    public IEnumerable<(double At, string Label)> LearnedTicks => Ticks(_learned);

    private static double Place(DateTimeOffset at, (DateTimeOffset From, DateTimeOffset To) line) =>
        (at - line.From) / (line.To - line.From);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>With room at both ends, and never without a length.</summary>
    private static (DateTimeOffset From, DateTimeOffset To) Wide((DateTimeOffset From, DateTimeOffset To) line)
    {
        var room = Longer((line.To - line.From) * 0.03, TimeSpan.FromMinutes(5));
        return (line.From - room, line.To + room);
    }

    private IEnumerable<(double At, string Label)> Ticks((DateTimeOffset From, DateTimeOffset To) line)
    {
        var step = Steps.FirstOrDefault(step => (line.To - line.From) / step <= MaxTicks, Steps[^1]);
        var there = TimeZoneInfo.ConvertTime(line.From, _zone);
        for (var local = there.Date; ; local += step)
        {
            var at = new DateTimeOffset(local, _zone.GetUtcOffset(local));
            if (at > line.To)
                yield break;
            if (at >= line.From)
                yield return (Place(at, line), Label(local));
        }
    }

    private static string Label(DateTime local) => local.TimeOfDay == TimeSpan.Zero
        ? local.ToString("d MMM", CultureInfo.InvariantCulture)
        : local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
