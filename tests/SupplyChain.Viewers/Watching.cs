using System.Diagnostics;
using System.Globalization;

namespace SupplyChain;

/// <summary>Many viewers for a while, and what they saw, second by second.</summary>
internal sealed class Watching(
    Uri node, int viewers, IReadOnlyList<string> pages, TimeSpan warmup, TimeSpan duration, int? pid)
{
    private static readonly TimeSpan BetweenArrivals = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MostOpening = TimeSpan.FromSeconds(30);

    private readonly Tally _tally = new();

    /// <summary>Opens the pages, measures, and says what came.</summary>
    /// <returns>The exit code: 1 when something failed.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var all = Enumerable.Range(0, viewers)
            .Select(index => new PageViewer(new Uri(node, pages[index % pages.Count]), _tally)).ToArray();
        try
        {
            await Task.WhenAll(all.Select((viewer, index) => OpenAsync(viewer, BetweenArrivals * index, stop)));
            await Task.Delay(warmup, stop);
            await MeasureAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.WriteLine("Stopped before the end.");
        }

        await Task.WhenAll(all.Select(viewer => viewer.DisposeAsync().AsTask()));
        foreach (var (trouble, count) in _tally.Troubles)
            Console.WriteLine($"{count} × {trouble}");
        return _tally.Troubles.Count == 0 ? 0 : 1;
    }

    private async Task OpenAsync(PageViewer viewer, TimeSpan after, CancellationToken stop)
    {
        await Task.Delay(after, stop);
        using var opening = CancellationTokenSource.CreateLinkedTokenSource(stop);
        opening.CancelAfter(MostOpening);
        try
        {
            await viewer.OpenAsync(opening.Token);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            _tally.Failed($"A page could not be opened: {failure.Message}");
        }
    }

    private async Task MeasureAsync(CancellationToken stop)
    {
        Console.WriteLine("second  live  failures  batches/s  calls/s    kB/s  node %  viewers %");
        var begun = Stopwatch.GetTimestamp();
        var first = Take();
        var before = first;
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (Stopwatch.GetElapsedTime(begun) < duration && await clock.WaitForNextTickAsync(stop))
        {
            var now = Take();
            Console.WriteLine(Row(Whole(now.At - first.At), before, now));
            before = now;
        }

        Console.WriteLine(Row("mean", first, before));
    }

    private Reading Take()
    {
        var (live, batches, calls, bytes, failures) = _tally.Read();
        return new(
            Stopwatch.GetElapsedTime(0), live, batches, calls, bytes, failures,
            pid is { } node ? Used(Process.GetProcessById(node)) : null, Used(Process.GetCurrentProcess()));
    }

    private static TimeSpan Used(Process process)
    {
        using (process)
            return process.TotalProcessorTime;
    }

    private static string Whole(TimeSpan time) => time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    private static string Row(string name, Reading from, Reading to)
    {
        var seconds = (to.At - from.At).TotalSeconds;
        var node = to.Node is null ? "-" : Percent((to.Node - from.Node)!.Value, seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{name,6}{to.Live,6}{to.Failures,10}")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{(to.Batches - from.Batches) / seconds,11:0.0}{(to.Calls - from.Calls) / seconds,9:0.0}")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{(to.Bytes - from.Bytes) / seconds / 1000,8:0.0}{node,8}{Percent(to.Self - from.Self, seconds),11}");
    }

    private static string Percent(TimeSpan used, double seconds) =>
        (used.TotalSeconds / seconds * 100).ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Reading(
        TimeSpan At, long Live, long Batches, long Calls, long Bytes, long Failures, TimeSpan? Node, TimeSpan Self);
}
